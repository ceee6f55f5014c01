package id.tanggap.routing.clock;

import id.tanggap.contracts.ClockKind;
import id.tanggap.contracts.RoutingEvent.DeadlineMissed;
import id.tanggap.messaging.EventWriter;
import id.tanggap.messaging.Outbox;
import id.tanggap.messaging.OutgoingEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Fires deadlines that pass unmet. It sleeps until the next one is due and looks again when new ones were armed; a
 * minute is the longest sleep, for what other replicas armed. Several replicas share the work: a due timer is locked by
 * the one that fires it, and deleted with the same commit that says so.
 */
@ApplicationScoped
public class DeadlineWatch {
    private static final Logger LOG = Logger.getLogger(DeadlineWatch.class);
    private static final int BATCH = 500;
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(2);

    private static final String FIRE = """
            with due as (
                select complaint_id, kind from timer where due_at <= $1
                order by due_at limit $2 for update skip locked
            ), fired as (
                delete from timer using due
                where timer.complaint_id = due.complaint_id and timer.kind = due.kind
                returning timer.complaint_id, timer.kind
            )
            update clock set missed_at = $1
            from fired, dispatch_case
            where clock.complaint_id = fired.complaint_id and clock.kind = fired.kind
              and dispatch_case.complaint_id = fired.complaint_id and clock.met_at is null
            returning clock.complaint_id, clock.kind, clock.due_at, dispatch_case.government, dispatch_case.agency
            """;
    private static final String NEXT = "select min(due_at) from timer";

    private final Pool pool;
    private final Outbox outbox;
    private final EventWriter events;
    private final Vertx vertx;
    private final InstantSource time;
    private final Counter missed;
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicBoolean lookAgain = new AtomicBoolean();
    private volatile long timer = -1;
    private volatile boolean stopped;

    DeadlineWatch(Pool pool, Outbox outbox, EventWriter events, Vertx vertx, InstantSource time, MeterRegistry meters) {
        this.pool = pool;
        this.outbox = outbox;
        this.events = events;
        this.vertx = vertx;
        this.time = time;
        this.missed = meters.counter("deadlines.missed");
    }

    void start(@Observes StartupEvent event) {
        look();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    /** Fires what is due and finds out when to wake next. Calls while it looks become one more look. */
    public void look() {
        if (stopped) {
            return;
        }
        lookAgain.set(true);
        if (looking.compareAndSet(false, true)) {
            lookAgain.set(false);
            fireAllDue()
                    .chain(this::untilNext)
                    .onFailure()
                    .recoverWithItem(failure -> {
                        LOG.warnf("Deadlines wait: %s", failure.getClass().getSimpleName());
                        return AFTER_A_FAULT;
                    })
                    .subscribe()
                    .with(this::sleep);
        }
    }

    private void sleep(Duration duration) {
        vertx.cancelTimer(timer);
        timer = vertx.setTimer(Math.max(1, duration.toMillis()), id -> look());
        looking.set(false);
        if (lookAgain.get()) {
            look();
        }
    }

    /** Returns how many deadlines were missed. */
    Uni<Integer> fireAllDue() {
        return outbox.inTransaction(this::fire)
                .chain(fired -> fired < BATCH
                        ? Uni.createFrom().item(fired)
                        : fireAllDue().map(more -> fired + more));
    }

    private Uni<Integer> fire(SqlConnection transaction) {
        return transaction
                .preparedQuery(FIRE)
                .execute(Tuple.of(time.instant().atOffset(ZoneOffset.UTC), BATCH))
                .chain(rows -> {
                    var fired = new ArrayList<OutgoingEvent>(rows.size());
                    rows.forEach(row -> fired.add(missed(row)));
                    missed.increment(fired.size());
                    return outbox.append(transaction, fired).replaceWith(fired.size());
                });
    }

    private OutgoingEvent missed(Row row) {
        return events.write(
                new DeadlineMissed(
                        ClockKind.valueOf(row.getString("kind")),
                        row.getOffsetDateTime("due_at").toInstant(),
                        row.getString("agency")),
                row.getUUID("complaint_id"),
                row.getString("government"),
                null);
    }

    private Uni<Duration> untilNext() {
        return pool.query(NEXT).execute().map(rows -> {
            var next = rows.iterator().next().getOffsetDateTime(0);
            return next == null ? LONGEST_SLEEP : shorter(Duration.between(time.instant(), Instant.from(next)));
        });
    }

    private static Duration shorter(Duration untilNext) {
        return untilNext.compareTo(LONGEST_SLEEP) < 0 ? untilNext : LONGEST_SLEEP;
    }
}
