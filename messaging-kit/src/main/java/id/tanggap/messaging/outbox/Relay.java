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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the outbox in order and deletes what the broker acknowledged.
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
    private static final int BATCH = 1000;
    private static final Duration SAFETY_NET = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private static final String LEAD = "select pg_try_advisory_lock($1)";
    /** The server ends the session, and with it the lock, of a leader whose machine is gone without a word. */
    private static final String ATTEND = """
            listen outbox;
            set tcp_keepalives_idle = 5;
            set tcp_keepalives_interval = 5;
            set tcp_keepalives_count = 3;
            set tcp_user_timeout = 20000
            """;

    private static final String LEAVE = "select pg_advisory_unlock_all(); unlisten *";
    private static final String TERMINATE = "select pg_terminate_backend($1)";
    private static final String NEXT =
            "select seq, topic, id, type, source, subject, government, time, traceparent, payload"
                    + " from outbox order by seq limit " + BATCH;
    private static final String DELETE = "delete from outbox where seq = any($1)";
    private static final String REFUSE = """
            with refused as (delete from outbox where seq = $1 returning *)
            insert into outbox_refused select refused.*, $2 from refused
            """;

    private final Pool pool;
    private final KafkaProducers producers;
    private final Duration coalesce;
    private final Duration patience;
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
        PgConnection.cast(connection).notificationHandler(notification -> signal.raise());
        await(connection.query(ATTEND).execute());
        leading = true;
        while (!closing) {
            var full = relayBatch(connection) == BATCH;
            calmDown();
            if (!full && signal.await(SAFETY_NET)) {
                LockSupport.parkNanos(coalesce.toNanos());
                signal.clear();
            }
        }
    }

    private int relayBatch(SqlConnection connection) throws InterruptedException {
        var rows = new ArrayList<Row>(BATCH);
        await(connection.preparedQuery(NEXT).execute()).forEach(rows::add);
        oldest = rows.isEmpty()
                ? null
                : rows.getFirst().getOffsetDateTime("time").toInstant();
        if (!rows.isEmpty()) {
            publish(connection, rows);
        }
        return rows.size();
    }

    private void publish(SqlConnection connection, List<Row> rows) throws InterruptedException {
        var producer = producers.get();
        var sent = send(producer, rows);
        var acknowledged = new ArrayList<Long>(sent.size());
        var unavailable = awaitAnswers(connection, rows, sent, acknowledged);
        if (unavailable != null) {
            // A new producer next time: this one may be broken for good, and what it still holds will be read again.
            producers.discard(producer);
        }
        if (!acknowledged.isEmpty()) {
            await(connection.preparedQuery(DELETE).execute(Tuple.of(acknowledged.toArray(Long[]::new))));
            relayed.increment(acknowledged.size());
        }
        if (unavailable != null) {
            throw unavailable;
        }
    }

    /** @return why not all rows are answered; null when they are */
    private @Nullable KafkaUnavailable awaitAnswers(
            SqlConnection connection, List<Row> rows, List<Future<RecordMetadata>> sent, List<Long> acknowledged)
            throws InterruptedException {
        KafkaUnavailable unavailable = sent.size() < rows.size() ? new KafkaUnavailable(null) : null;
        for (int i = 0; i < sent.size(); i++) {
            var seq = rows.get(i).getLong("seq");
            try {
                if (isTaken(connection, seq, sent.get(i))) {
                    acknowledged.add(seq);
                }
            } catch (TimeoutException e) {
                return new KafkaUnavailable(e);
            } catch (ExecutionException e) {
                unavailable = new KafkaUnavailable(e.getCause());
            }
        }
        return unavailable;
    }

    /** @return false when the broker refuses the row, which is set aside then */
    private boolean isTaken(SqlConnection connection, Long seq, Future<RecordMetadata> sent)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            sent.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException e) {
            if (!isRefusal(e.getCause())) {
                throw e;
            }
            refuse(connection, seq, Cause.of(e.getCause()));
            return false;
        }
    }

    private void refuse(SqlConnection connection, Long seq, String cause) {
        LOG.errorf("The broker refuses outbox row %d: %s", seq, cause);
        await(connection.preparedQuery(REFUSE).execute(Tuple.of(seq, cause)));
        refused.increment();
    }

    /** Hands the rows over in order, up to the first that the producer cannot take now: none may overtake it. */
    private static List<Future<RecordMetadata>> send(Producer<String, byte[]> producer, List<Row> rows) {
        var sent = new ArrayList<Future<RecordMetadata>>(rows.size());
        for (var row : rows) {
            var future = producer.send(record(row));
            if (future.state() == Future.State.FAILED && !isRefusal(future.exceptionNow())) {
                return sent;
            }
            sent.add(future);
        }
        return sent;
    }

    private static ProducerRecord<String, byte[]> record(Row row) {
        var subject = row.getUUID("subject").toString();
        var record = new ProducerRecord<>(
                row.getString("topic"), subject, row.getBuffer("payload").getBytes());
        var headers = record.headers();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", row.getUUID("id").toString());
        add(headers, "ce_type", row.getString("type"));
        add(headers, "ce_source", row.getString("source"));
        add(headers, "ce_subject", subject);
        add(headers, "ce_government", row.getString("government"));
        add(headers, "ce_time", row.getOffsetDateTime("time").toInstant().toString());
        add(headers, "content-type", "application/json");
        var traceparent = row.getString("traceparent");
        if (traceparent != null) {
            add(headers, "traceparent", traceparent);
        }
        return record;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isRefusal(@Nullable Throwable failure) {
        return failure instanceof RecordTooLargeException || failure instanceof InvalidTopicException;
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

    /** Kafka does not answer; the rows stay where they are. */
    private static final class KafkaUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        KafkaUnavailable(@Nullable Throwable cause) {
            super("Kafka takes no records now", cause);
        }
    }
}
