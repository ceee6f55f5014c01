package id.tanggap.messaging.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.messaging.Alone;
import id.tanggap.messaging.Cause;
import id.tanggap.messaging.inbox.Interest;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.messaging.inbox.Taken;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Builds what the topics told anew, beside the tables that are in use, and then puts right what differs. Everybody reads
 * and works meanwhile; the consumers wait for the last moment of it. A service keeps its state in a table {@code
 * rebuild} of one row.
 */
public final class Rebuild {
    private static final Logger LOG = Logger.getLogger(Rebuild.class);
    private static final long NOT_YET_TAKEN_MILLIS = 500;

    /** A begun one has ended with its process: whoever begins has made sure that nobody is at it. */
    private static final String BEGIN = """
            insert into rebuild as known (state, done, total, corrected, started_at, request)
            values ('READING', 0, 0, 0, $1, $2)
            on conflict (only_one) do update
            set state = 'READING', done = 0, total = 0, corrected = 0, left_alone = 0, started_at = $1, ended_at = null,
                cause = null, request = $2
            where known.ended_at is null or (known.request = $2) is not true
            returning true
            """;

    private static final String BEGUN_FOR = "select from rebuild where request = $1";

    /** Ids that were read: a relay that starts afresh publishes again what it did not see acknowledged. */
    private static final String READ_NOTHING =
            "drop table if exists rebuilt_event; create unlogged table rebuilt_event (id uuid primary key)";

    private static final String READ_ONCE = """
            insert into rebuilt_event select distinct unnest($1::uuid[]) order by 1
            on conflict do nothing returning id
            """;

    private static final String FORGET = "drop table rebuilt_event";

    private static final String READ = "update rebuild set done = $1, total = $2";
    private static final String END =
            "update rebuild set state = $1, ended_at = $2, corrected = $3, left_alone = $4, cause = $5";
    private static final String STATE = """
            select case when died then 'FAILED' else state end as state, done, total, corrected, left_alone, started_at, ended_at,
                   case when died then 'its process ended' else cause end as cause
            from (select *, state = 'READING' and not %s as died from rebuild) as known
            """.formatted(Alone.isUnderWay("'rebuild'"));

    private final Pool pool;
    private final Shadow shadow;
    private final TopicReaders readers;
    private final InstantSource time;

    public Rebuild(Pool pool, Shadow shadow, TopicReaders readers, InstantSource time) {
        this.pool = pool;
        this.shadow = shadow;
        this.readers = readers;
        this.time = time;
    }

    /** What a service builds anew: tables of its own, beside those that are in use. */
    public interface Shadow {
        List<String> topics();

        Interest interest();

        /** The statement that makes its empty tables. */
        String begin();

        /** Writes what the events tell into its tables. */
        Uni<Void> record(SqlConnection transaction, List<ReceivedEvent> events);

        /**
         * Puts right what differs in the tables that are in use, and drops its own. Nothing is written there meanwhile. What
         * the topics do not tell from its first event on is left as it is: half a story would make the truth poorer.
         */
        Uni<Outcome> putRight(SqlConnection transaction);
    }

    /**
     * @param corrected rows that were missing or differed
     * @param leftAlone complaints of which the topics no longer tell from their first event on
     */
    public record Outcome(long corrected, long leftAlone) {
        private static final Outcome NONE = new Outcome(0, 0);
    }

    public enum State {
        READING,
        DONE,
        FAILED
    }

    /**
     * @param done records that were read
     * @param total records that there were when it began
     * @param corrected rows that were missing or differed
     * @param leftAlone complaints of which the topics no longer tell from their first event on: they stay as they are
     * @param cause why it failed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Progress(
            State state,
            long done,
            long total,
            long corrected,
            long leftAlone,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String cause) {
        static Progress of(Row row) {
            var ended = row.getOffsetDateTime("ended_at");
            return new Progress(
                    State.valueOf(row.getString("state")),
                    row.getLong("done"),
                    row.getLong("total"),
                    row.getLong("corrected"),
                    row.getLong("left_alone"),
                    row.getOffsetDateTime("started_at").toInstant(),
                    ended == null ? null : ended.toInstant(),
                    row.getString("cause"));
        }
    }

    /**
     * Begins, unless it did at the same request.
     *
     * @param request by which it is known should it come again; null when it cannot be
     * @return false when one is under way that another request began
     */
    public Uni<Boolean> start(@Nullable UUID request) {
        return Alone.begin(pool, "rebuild", connection -> begin(connection, request), this::run)
                .chain(begun -> begun == Alone.Begun.BY_ANOTHER
                        ? isBegunFor(request)
                        : Uni.createFrom().item(true));
    }

    private Uni<Boolean> begin(SqlConnection alone, @Nullable UUID request) {
        return alone.preparedQuery(BEGIN)
                .execute(Tuple.of(time.instant().atOffset(ZoneOffset.UTC), request))
                .map(begun -> begun.size() > 0);
    }

    private Uni<Boolean> isBegunFor(@Nullable UUID request) {
        return pool.preparedQuery(BEGUN_FOR).execute(Tuple.of(request)).map(rows -> rows.size() > 0);
    }

    /** Null when there never was one. */
    public Uni<@Nullable Progress> progress() {
        return pool.query(STATE)
                .execute()
                .map(rows ->
                        rows.size() == 0 ? null : Progress.of(rows.iterator().next()));
    }

    private record End(
            State state, Outcome outcome, @Nullable String cause) {}

    private void run(SqlConnection alone) {
        var end = readTopics(alone);
        Alone.last(
                        alone,
                        () -> alone.preparedQuery(END)
                                .execute(Tuple.of(
                                        end.state().name(),
                                        time.instant().atOffset(ZoneOffset.UTC),
                                        end.outcome().corrected(),
                                        end.outcome().leftAlone(),
                                        end.cause())))
                .await()
                .indefinitely();
    }

    private End readTopics(SqlConnection alone) {
        try (var topics = readers.open(shadow.topics(), shadow.interest())) {
            return new End(State.DONE, rebuild(alone, topics), null);
        } catch (InterruptedException stopped) {
            return new End(State.FAILED, Outcome.NONE, "stopped");
        } catch (RuntimeException failure) {
            LOG.errorf("Rebuilding failed: %s", Cause.of(failure));
            return new End(State.FAILED, Outcome.NONE, failure.getClass().getName());
        }
    }

    private Outcome rebuild(SqlConnection alone, TopicReader topics) throws InterruptedException {
        alone.query(READ_NOTHING).execute().await().indefinitely();
        alone.query(shadow.begin()).execute().await().indefinitely();
        var ends = topics.ends();
        readAll(alone, topics, ends);
        while (!readers.taken(ends)) {
            Thread.sleep(NOT_YET_TAKEN_MILLIS);
        }
        var outcome = putRight(alone, topics);
        LOG.infof(
                "Rebuilt from %d records: %d rows put right, %d complaints left alone",
                topics.read(), outcome.corrected(), outcome.leftAlone());
        return outcome;
    }

    private void readAll(SqlConnection alone, TopicReader topics, Map<TopicPartition, Long> ends) {
        var total = topics.total(ends);
        for (var events = topics.next(ends); events != null; events = topics.next(ends)) {
            var batch = events;
            Alone.inTransaction(
                            alone,
                            () -> record(alone, batch)
                                    .chain(() -> alone.preparedQuery(READ).execute(Tuple.of(topics.read(), total))))
                    .await()
                    .indefinitely();
        }
    }

    /**
     * What was told since is read too, as far as it was taken; the rest the consumers, which are stopped meanwhile, take
     * afterwards.
     */
    private Outcome putRight(SqlConnection alone, TopicReader topics) {
        return Alone.inTransaction(
                        alone,
                        () -> Taken.stop(alone)
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .chain(() -> follow(alone, topics, topics.ends()))
                                .chain(() -> shadow.putRight(alone))
                                .call(() -> alone.query(FORGET).execute()))
                .await()
                .indefinitely();
    }

    private Uni<Void> follow(SqlConnection transaction, TopicReader topics, Map<TopicPartition, Long> ends) {
        var events = topics.next(ends);
        return events == null
                ? Uni.createFrom().voidItem()
                : taken(transaction, events)
                        .chain(taken -> record(transaction, taken))
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .chain(() -> follow(transaction, topics, ends));
    }

    /** Each event once, as the inbox takes it; all that is heard of one has its id. */
    private Uni<Void> record(SqlConnection transaction, List<ReceivedEvent> events) {
        var ids = events.stream().map(event -> event.envelope().id()).toArray(UUID[]::new);
        return transaction.preparedQuery(READ_ONCE).execute(Tuple.of(ids)).chain(rows -> {
            var fresh = new HashSet<UUID>();
            rows.forEach(row -> fresh.add(row.getUUID("id")));
            return shadow.record(transaction, those(events, fresh));
        });
    }

    private static Uni<List<ReceivedEvent>> taken(SqlConnection transaction, List<ReceivedEvent> events) {
        var ids = events.stream().map(event -> event.envelope().id()).toList();
        return Taken.among(transaction, ids).map(taken -> those(events, taken));
    }

    private static List<ReceivedEvent> those(List<ReceivedEvent> events, Set<UUID> ids) {
        return events.stream()
                .filter(event -> ids.contains(event.envelope().id()))
                .toList();
    }
}
