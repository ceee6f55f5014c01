package id.tanggap.messaging;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Looks after something: does what is due, sleeps until there will be more, and looks at once when it is woken. Woken while
 * it looks, it looks once more, however often it was woken. Never two looks at a time; several replicas may watch the same.
 */
public final class Watch {
    private static final Logger LOG = Logger.getLogger(Watch.class);
    private static final long NONE = -1;

    private final String what;
    private final Vertx vertx;
    private final Pace pace;
    private final Supplier<Uni<Duration>> look;
    /** How often it was asked to look since it last rested. */
    private final AtomicInteger asked = new AtomicInteger();

    private final AtomicLong timer = new AtomicLong(NONE);
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private volatile boolean stopped;

    /**
     * @param gather how long it waits before it looks, so that much comes together
     * @param longestSleep for what others changed without waking it: other replicas, or who set a clock
     * @param afterAFault how long it waits when a look failed
     */
    public record Pace(Duration gather, Duration longestSleep, Duration afterAFault) {
        public Pace(Duration longestSleep, Duration afterAFault) {
            this(Duration.ZERO, longestSleep, afterAFault);
        }
    }

    /**
     * @param what is looked after, for the log
     * @param look does what is due, and tells in how long there will be more; at once when that is not positive
     */
    public Watch(String what, Vertx vertx, Pace pace, Supplier<Uni<Duration>> look) {
        this.what = what;
        this.vertx = vertx;
        this.pace = pace;
        this.look = look;
    }

    /** Something may be due. Cheap; to be called after the commit that made it so. */
    public void wake() {
        if (!stopped && asked.getAndIncrement() == 0) {
            vertx.cancelTimer(timer.get());
            in(pace.gather(), this::lookAround);
        }
    }

    /** No look begins any more; completes when none is under way. */
    public Uni<Void> stop() {
        stopped = true;
        vertx.cancelTimer(timer.get());
        if (asked.getAndIncrement() == 0) {
            over.complete(null);
        }
        return Uni.createFrom().completionStage(over);
    }

    private void lookAround() {
        if (stopped) {
            over.complete(null);
            return;
        }
        var answered = asked.get();
        Uni.createFrom().deferred(look::get).subscribe().with(next -> rest(answered, next), failure -> {
            LOG.warnf("%s: a look failed: %s", what, Cause.of(failure));
            rest(answered, pace.afterAFault());
        });
    }

    private void rest(int answered, Duration next) {
        if (stopped) {
            over.complete(null);
        } else if (asked.addAndGet(-answered) > 0) {
            in(pace.gather(), this::lookAround);
        } else {
            var sleep = next.compareTo(pace.longestSleep()) < 0 ? next : pace.longestSleep();
            timer.set(vertx.setTimer(Math.max(1, sleep.toMillis()), _ -> wake()));
        }
    }

    private void in(Duration delay, Runnable look) {
        if (delay.isPositive()) {
            vertx.setTimer(delay.toMillis(), _ -> look.run());
        } else {
            look.run();
        }
    }
}
