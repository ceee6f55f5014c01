package id.tanggap.notification.sender;

import id.tanggap.channel.Outcome;
import id.tanggap.notification.NotificationConfig;
import id.tanggap.notification.sender.Attempt.Held;
import id.tanggap.notification.sender.Attempt.Hindered;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Hands messages to accounts no faster than they take them. Each replica for itself: its share is set with that in mind. */
@ApplicationScoped
class Lines {
    static final String BUSY = "RECIPIENT_BUSY";
    static final String CLOSED = "ACCOUNT_PAUSED";

    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final Map<String, Line> byAccount = new ConcurrentHashMap<>();
    private final InstantSource time;
    private final int aSecond;
    private final RetryPolicy retry;

    Lines(NotificationConfig config, InstantSource time) {
        this.time = time;
        this.aSecond = config.aSecond();
        this.retry = new RetryPolicy(config);
    }

    /** What the work says, in its turn; or that it is not its turn. A way without accounts has no line. */
    Uni<Attempt> through(Handle to, Supplier<Uni<Attempt>> work) {
        if (to.account() == null) {
            return Uni.createFrom().deferred(work::get);
        }
        var line = byAccount.computeIfAbsent(to.way() + " " + to.account(), _ -> new Line(aSecond, retry));
        return line.begin(to.address())
                ? inTurn(line, work).eventually(() -> line.end(to.address()))
                : Uni.createFrom().item(new Held(time.instant().plus(MOMENT), BUSY));
    }

    private Uni<Attempt> inTurn(Line line, Supplier<Uni<Attempt>> work) {
        var wait = line.slot(time.instant());
        var turn = Uni.createFrom().voidItem();
        return (wait.isPositive() ? turn.onItem().delayIt().by(wait) : turn).chain(() -> open(line, work));
    }

    private Uni<Attempt> open(Line line, Supplier<Uni<Attempt>> work) {
        var until = line.closedUntil();
        return until.isAfter(time.instant())
                ? Uni.createFrom().item(new Hindered(CLOSED, until))
                : work.get().invoke(attempt -> {
                    if (attempt instanceof Attempt.Made(Outcome outcome)) {
                        line.hear(outcome, time.instant());
                    }
                });
    }
}
