package id.tanggap.routing.work;

import id.tanggap.messaging.Watch;
import id.tanggap.messaging.Watch.Pace;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Rings when time is up. It sleeps until the next alarm is due and wakes when a nearer one is armed; ten seconds are the
 * longest sleep, for what other replicas armed. Several replicas share the work: a case that is due is locked by the
 * one that rings, and its next alarm is set with the same commit that says so.
 */
@ApplicationScoped
public class DeadlineWatch {
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(10);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(2);
    /** When others held cases that are due. */
    private static final Duration WHILE_HELD = Duration.ofMillis(50);
    /** About two seconds' work. */
    private static final int MOST_BATCHES = 20;

    private static final String NEXT =
            "select least((select min(next_alarm_at) from cases), (select min(due_at) from timer))";

    private final Pool pool;
    private final CaseWork work;
    private final InstantSource time;
    private final Watch watch;
    /** Null while it looks. */
    private volatile @Nullable Instant asleepUntil;

    DeadlineWatch(Pool pool, CaseWork work, Vertx vertx, InstantSource time) {
        this.pool = pool;
        this.work = work;
        this.time = time;
        this.watch = new Watch("deadlines", vertx, new Pace(LONGEST_SLEEP, AFTER_A_FAULT), this::ring);
    }

    void start(@Observes StartupEvent event) {
        look();
    }

    void stop(@Observes ShutdownEvent event) {
        watch.stop();
    }

    /** Rings what is due and finds out when to wake next. Calls while it looks become one more look. */
    public void look() {
        watch.wake();
    }

    /** A clock was set, and the commit is done. It need not look where it would look early enough by itself. */
    void expect(@Nullable Instant alarm) {
        var wakes = asleepUntil;
        if (alarm != null && (wakes == null || alarm.isBefore(wakes))) {
            look();
        }
    }

    private Uni<Duration> ring() {
        asleepUntil = null;
        return ringAllDue()
                .chain(this::untilNext)
                .invoke(next -> asleepUntil = time.instant().plus(next));
    }

    /** Two batches at a time, so that one computes while the other waits for the database. */
    private Uni<Void> ringAllDue() {
        return work.timeUp(Instant.EPOCH)
                .chain(upTo -> upTo == null
                        ? Uni.createFrom().voidItem()
                        : Uni.join()
                                .all(ringFrom(upTo, MOST_BATCHES), ringFrom(upTo, MOST_BATCHES))
                                .andFailFast()
                                .replaceWithVoid());
    }

    /** @param most batches; what others held then and let go is behind, and the next look begins with it */
    private Uni<Void> ringFrom(Instant from, int most) {
        return most == 0
                ? Uni.createFrom().voidItem()
                : work.timeUp(from)
                        .chain(upTo -> upTo == null ? Uni.createFrom().voidItem() : ringFrom(upTo, most - 1));
    }

    private Uni<Duration> untilNext() {
        return pool.query(NEXT).execute().map(rows -> {
            var next = rows.iterator().next().getOffsetDateTime(0);
            return next == null ? LONGEST_SLEEP : atMost(held(Duration.between(time.instant(), Instant.from(next))));
        });
    }

    private static Duration atMost(Duration sleep) {
        return sleep.compareTo(LONGEST_SLEEP) < 0 ? sleep : LONGEST_SLEEP;
    }

    private static Duration held(Duration untilNext) {
        return untilNext.isPositive() ? untilNext : WHILE_HELD;
    }
}
