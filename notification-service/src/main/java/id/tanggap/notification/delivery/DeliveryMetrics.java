package id.tanggap.notification.delivery;

import id.tanggap.channel.Fault;
import id.tanggap.channel.Outcome.Failed;
import id.tanggap.notification.sender.Attempt;
import id.tanggap.notification.sender.Attempt.Made;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Says how the sending goes: how many deliveries came into each state, how long the oldest has been waiting, and how many
 * attempts call for an operator.
 */
@ApplicationScoped
class DeliveryMetrics {
    private final MeterRegistry meters;
    private final InstantSource time;
    private volatile @Nullable Instant oldest;

    DeliveryMetrics(MeterRegistry meters, InstantSource time) {
        this.time = time;
        this.meters = meters;
        // Known from the start, so that a rate can be taken of the first one too.
        Arrays.stream(DeliveryState.values()).forEach(this::entered);
        Arrays.stream(Fault.values())
                .filter(fault -> fault.then() == Fault.Then.HOLD)
                .forEach(this::held);
        meters.gauge("deliveries.oldest.age.seconds", this, DeliveryMetrics::ageOfOldest);
    }

    void count(DeliveryState state) {
        entered(state).increment();
    }

    /** An attempt that only an operator helps on. */
    void countHeld(Attempt attempt) {
        if (attempt instanceof Made(Failed failed) && failed.fault().then() == Fault.Then.HOLD) {
            held(failed.fault()).increment();
        }
    }

    /** Null when none waits. */
    void oldestWaitsSince(@Nullable Instant since) {
        oldest = since;
    }

    private Counter entered(DeliveryState state) {
        return meters.counter("deliveries", "state", state.name());
    }

    private Counter held(Fault fault) {
        return meters.counter("deliveries.held", "fault", fault.name());
    }

    private double ageOfOldest() {
        var since = oldest;
        return since == null ? 0 : Duration.between(since, time.instant()).toSeconds();
    }
}
