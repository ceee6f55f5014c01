package id.tanggap.messaging.outbox;

import id.tanggap.messaging.Cause;
import id.tanggap.messaging.KafkaProducers;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the outbox in order and deletes what the broker acknowledged.
 *
 * <p>The number of a row travels with its event as {@code ce_sequence}: it grows with each event of a subject.
 *
 * <p>One relay leads per database: it holds an advisory lock on the very connection it reads and deletes with, so a
 * leader that lost its connection has lost the lock too. The other replicas stand by, pass on the wake-ups of their own
 * commits, and take over within a second. What a dying leader published but did not delete is published again, from the
 * oldest row on: each key's events are first seen in their order, and the inboxes of the consumers let each through
 * once.
 *
 * <p>A leader whom Kafka does not answer gives up the lead for a moment, so that a replica that reaches it can take over.
 *
 * <p>A wake-up comes from within the process after each commit. {@code NOTIFY} is used between replicas only and in a
 * transaction of its own: inside the writing transaction it would put all commits in one line.
 */
@ApplicationScoped
public class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final long LOCK = 0x7461_6e67_6761_70L;
    private static final Duration SAFETY_NET = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private static final String LEAD = "select pg_try_advisory_lock($1)";
    /**
     * The server ends the session, and with it the lock, of a leader whose machine is gone without a word. Deleting need
     * not be on the disk: what comes back after a crash is published again. By its index alone is the table read, of which
     * PostgreSQL would think that it is as short as it mostly is.
     */
    private static final String ATTEND = """
            listen outbox;
            set synchronous_commit = off;
            set enable_seqscan = off;
            set enable_bitmapscan = off;
            set tcp_keepalives_idle = 5;
            set tcp_keepalives_interval = 5;
            set tcp_keepalives_count = 3;
            set tcp_user_timeout = 20000
            """;

    private static final String LEAVE = "select pg_advisory_unlock_all(); unlisten *; reset all";
    /**
     * Numbers of a database that was set back to an earlier moment must not be drawn once more: readers would take what is
     * new for what they know. Whoever begins to lead goes ahead of all that can have been drawn until now.
     */
    private static final String GO_AHEAD =
            "select setval('outbox_seq_seq', $1) from outbox_seq_seq where last_value < $1";

    private static final String TERMINATE = "select pg_terminate_backend($1)";

    private final Pool pool;
    private final KafkaProducers producers;
    private final Duration coalesce;
    private final Duration patience;
    private final InstantSource time;
    private final Counter relayed;
    private final Counter refused;
    private final Signal signal = new Signal();
    private volatile @Nullable Instant oldest;
    private volatile boolean leading;
    private volatile boolean closing;
    private @Nullable String trouble;
    private @Nullable Thread thread;

    /** @param patience how long PostgreSQL or Kafka may take over one answer before the relay starts afresh */
    public Relay(
            Pool pool,
            KafkaProducers producers,
            @ConfigProperty(name = "tanggap.outbox.coalesce", defaultValue = "10ms") Duration coalesce,
            @ConfigProperty(name = "tanggap.outbox.patience", defaultValue = "30s") Duration patience,
            InstantSource time,
            MeterRegistry meters) {
        this.pool = pool;
        this.producers = producers;
        this.coalesce = coalesce;
        this.patience = patience;
        this.time = time;
        this.relayed = meters.counter("outbox.relayed");
        this.refused = meters.counter("outbox.refused");
        meters.gauge("outbox.lag.millis", this, relay -> relay.lagMillis(time.instant()));
        meters.gauge("outbox.leading", this, relay -> relay.leading ? 1 : 0);
    }

    public void start(@Observes StartupEvent event) {
        start();
    }

    public void stop(@Observes ShutdownEvent event) {
        stop();
    }

    public void start() {
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    /** Something was committed to the outbox. Cheap; many calls become one pass. */
    public void wake() {
        signal.raise();
    }

    boolean isLeading() {
        return leading;
    }

    public void stop() {
        closing = true;
        var running = thread;
        if (running != null) {
            running.interrupt();
            try {
                running.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        while (!closing) {
            try {
                leadOrStandBy();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                // Whatever it was, the thread has to live: nobody else publishes.
                complain(e);
                LockSupport.parkNanos(SAFETY_NET.toNanos());
            }
        }
    }

    private void leadOrStandBy() throws InterruptedException {
        var connection = connection();
        try {
            if (await(connection.preparedQuery(LEAD).execute(Tuple.of(LOCK)))
                    .iterator()
                    .next()
                    .getBoolean(0)) {
                lead(connection);
            }
            oldest = null;
        } finally {
            leading = false;
            release(connection);
        }
        calmDown();
        if (signal.await(SAFETY_NET)) {
            await(pool.query("notify outbox").execute());
        }
    }

    /** A connection that comes too late goes back to the pool: one kept by nobody would be lost to everybody. */
    private SqlConnection connection() throws InterruptedException {
        var connecting = pool.getConnection().subscribeAsCompletionStage();
        var taken = false;
        try {
            var connection = connecting.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            taken = true;
            return connection;
        } catch (ExecutionException | TimeoutException e) {
            throw new CompletionException(e);
        } finally {
            if (!taken) {
                connecting.thenAccept(SqlConnection::closeAndForget);
            }
        }
    }

    /**
     * Gives lock and subscription back before the connection, which others use next. A connection that does not answer
     * is not given back: its session is ended from another one, whereupon the pool drops it.
     */
    private void release(SqlConnection connection) {
        var session = PgConnection.cast(connection).processId();
        connection
                .query(LEAVE)
                .execute()
                .ifNoItem()
                .after(FAREWELL)
                .fail()
                .chain(connection::close)
                .onFailure(io.smallrye.mutiny.TimeoutException.class)
                .recoverWithUni(() ->
                        pool.preparedQuery(TERMINATE).execute(Tuple.of(session)).replaceWithVoid())
                .onFailure()
                .recoverWithUni(connection::close)
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("The relay's connection was gone: %s", Cause.of(failure)));
    }

    private void lead(SqlConnection connection) throws InterruptedException {
        LOG.debug("Leading the outbox");
        attend(connection);
        leading = true;
        var backlog = new Backlog(connection, time);
        Uni<List<Row>> ahead = null;
        while (!closing) {
            var rows = await(ahead == null ? backlog.next() : ahead);
            oldest = rows.isEmpty() ? null : time(rows.getFirst());
            ahead = rows.isEmpty() ? null : publish(backlog, rows);
            calmDown();
            if (ahead == null) {
                oldest = null;
                rest();
            }
        }
    }

    private void attend(SqlConnection connection) {
        PgConnection.cast(connection).notificationHandler(notification -> signal.raise());
        await(connection.query(ATTEND).execute());
        await(connection
                .preparedQuery(GO_AHEAD)
                .execute(Tuple.of(ChronoUnit.MICROS.between(Instant.EPOCH, time.instant()))));
    }

    private static Instant time(Row row) {
        return row.getOffsetDateTime("time").toInstant();
    }

    /** The next rows, which are read while these are on their way; null when these were the last. */
    private @Nullable Uni<List<Row>> publish(Backlog backlog, List<Row> rows) throws InterruptedException {
        var producer = producers.get();
        var publication = Publication.of(producer, rows);
        var ahead = rows.size() < Backlog.BATCH
                ? null
                : Uni.createFrom().completionStage(backlog.next().subscribeAsCompletionStage());
        settle(publication, backlog, producer);
        return ahead;
    }

    private void rest() throws InterruptedException {
        if (signal.await(SAFETY_NET)) {
            LockSupport.parkNanos(coalesce.toNanos());
            signal.clear();
        }
    }

    private void settle(Publication publication, Backlog backlog, Producer<String, byte[]> producer)
            throws InterruptedException {
        publication.await(patience);
        publication.refused().forEach((number, cause) -> refuse(backlog, number, cause));
        var unavailable = publication.unavailable();
        if (unavailable != null) {
            // A new producer next time: this one may be broken for good, and what it still holds will be read again.
            producers.discard(producer);
        }
        await(backlog.delete(publication.acknowledged()));
        relayed.increment(publication.acknowledged().size());
        if (unavailable != null) {
            throw unavailable;
        }
    }

    private void refuse(Backlog backlog, Long number, String cause) {
        LOG.errorf("The broker refuses outbox row %d: %s", number, cause);
        await(backlog.refuse(number, cause));
        refused.increment();
    }

    private <T> T await(Uni<T> uni) {
        return uni.await().atMost(patience);
    }

    private long lagMillis(Instant now) {
        var since = oldest;
        return since == null ? 0 : Duration.between(since, now).toMillis();
    }

    /** Says once what holds the outbox up, not once a second. */
    private void complain(Throwable failure) {
        var cause = Cause.of(failure);
        if (!closing && !cause.equals(trouble)) {
            LOG.warnf("The outbox waits: %s", cause);
            trouble = cause;
        }
    }

    private void calmDown() {
        if (trouble != null) {
            LOG.info("The outbox flows again");
            trouble = null;
        }
    }
}
