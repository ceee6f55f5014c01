package id.tanggap.notification.sender;

import id.tanggap.notification.NotificationConfig;
import java.time.Duration;

/** Pauses that double up to a longest, spread so that what failed together does not come back together. */
public record RetryPolicy(Duration first, Duration longest) {
    public RetryPolicy(NotificationConfig config) {
        this(config.retry().first(), config.retry().longest());
    }

    private static final int DOUBLINGS = 20;

    /**
     * @param attempts made so far
     * @param chance from 0 to 1, where in the second half of the pause to come back
     */
    public Duration pause(int attempts, double chance) {
        var doubled = first.multipliedBy(1L << Math.clamp(attempts - 1, 0, DOUBLINGS));
        var whole = doubled.compareTo(longest) < 0 ? doubled : longest;
        return Duration.ofMillis(Math.round(whole.toMillis() * (1 + chance) / 2));
    }
}
