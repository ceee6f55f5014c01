package id.tanggap.intake.conversation;

import id.tanggap.intake.channel.Arrived;
import id.tanggap.intake.channel.InboundEvents;
import id.tanggap.messaging.Cause;
import id.tanggap.messaging.Watch;
import id.tanggap.messaging.Watch.Pace;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Takes the turns that are due. Sleeps until the next one, or until a hook brought something; replicas share the work. What
 * cannot be understood is put aside, and hinders neither what follows it nor anybody else.
 */
@ApplicationScoped
class ConversationPump {
    private static final Logger LOG = Logger.getLogger(ConversationPump.class);
    private static final Pace PACE = new Pace(Duration.ofSeconds(10), Duration.ofSeconds(1));
    private static final int AT_ONCE = 16;
    private static final Duration RENEWED_EACH = Conversations.LEASE.dividedBy(4);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Conversations conversations;
    private final Turns turns;
    private final InboundEvents events;
    private final Pool pool;
    private final InstantSource time;
    private final Watch watch;
    private final AtomicInteger underWay = new AtomicInteger();

    ConversationPump(
            Conversations conversations,
            Turns turns,
            InboundEvents events,
            Pool pool,
            InstantSource time,
            Vertx vertx) {
        this.conversations = conversations;
        this.turns = turns;
        this.events = events;
        this.pool = pool;
        this.time = time;
        this.watch = new Watch("Conversations", vertx, PACE, this::look);
    }

    void start(@Observes StartupEvent event) {
        watch.wake();
    }

    void arrived(@Observes Arrived something) {
        watch.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        watch.stop();
    }

    /** Fills the free places. While all are taken it need not look: whatever comes to its end wakes. */
    private Uni<Duration> look() {
        var free = AT_ONCE - underWay.get();
        return free <= 0
                ? Uni.createFrom().item(PACE.longestSleep())
                : conversations
                        .claim(free)
                        .invoke(held -> held.forEach(this::begin))
                        .chain(this::untilNext);
    }

    private Uni<Duration> untilNext() {
        return conversations
                .next()
                .map(next -> next == null ? PACE.longestSleep() : Duration.between(time.instant(), next));
    }

    private void begin(Held held) {
        underWay.incrementAndGet();
        var renewals = renewals(held);
        Uni.createFrom()
                .deferred(() -> turns.take(held))
                .ifNoItem()
                .after(Conversations.LONGEST_TURN)
                .failWith(TooLong::new)
                .onFailure()
                .recoverWithUni(failure -> recover(held, failure))
                .onTermination()
                .invoke(() -> {
                    renewals.cancel();
                    underWay.decrementAndGet();
                    watch.wake();
                })
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.warnf("Conversation %s is left to its lease: %s", held.id(), Cause.of(failure)));
    }

    /** Until it is cancelled; one that fails is made up for by the next. */
    private Cancellable renewals(Held held) {
        return Multi.createFrom()
                .ticks()
                .every(RENEWED_EACH)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(_ -> conversations
                        .renew(held)
                        .onFailure()
                        .invoke(failure ->
                                LOG.warnf("Conversation %s keeps its old lease: %s", held.id(), Cause.of(failure)))
                        .onFailure()
                        .recoverWithNull())
                .subscribe()
                .with(_ -> {});
    }

    private Uni<Boolean> recover(Held held, Throwable failure) {
        LOG.warnf("A turn of conversation %s failed: %s", held.id(), Cause.of(failure));
        if (!(failure instanceof AtFault)) {
            var alone = held.alone() || failure instanceof TooLong;
            return conversations
                    .postpone(held, time.instant().plus(pause(held.failures())), alone)
                    .replaceWith(true);
        }
        return (held.alone() ? putAside(held, failure) : Uni.createFrom().voidItem())
                .chain(() -> conversations.postpone(held, time.instant(), !held.alone()))
                .replaceWith(true);
    }

    /** It was heard alone, so that the first of what waits is at fault. */
    private Uni<Void> putAside(Held held, Throwable failure) {
        return events.of(held.account(), held.contact(), 1)
                .chain(first -> first.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : events.quarantine(pool, first.getFirst().id(), Cause.of(failure)));
    }

    private static Duration pause(int failures) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** A turn took so long that somebody else may take it: what waits is heard one by one from then on. */
    private static final class TooLong extends Exception {
        private static final long serialVersionUID = 1;

        TooLong() {
            super("no end within the longest turn");
        }
    }
}
