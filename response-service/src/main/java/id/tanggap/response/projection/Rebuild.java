package id.tanggap.response.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.contracts.Topics;
import id.tanggap.messaging.ReceivedEvent;
import id.tanggap.messaging.TopicReader;
import id.tanggap.messaging.TopicReaders;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Builds what the topics told of all cases anew, beside the tables that are in use, and then puts right what differs.
 * Officers read and work meanwhile; the consumers wait for the last moment of it. What the desk itself decided is in no
 * topic alone and stays as it is.
 */
@ApplicationScoped
class Rebuild {
    private static final Logger LOG = Logger.getLogger(Rebuild.class);
    private static final List<String> TOPICS = List.of(Topics.INTAKE, Topics.ROUTING);
    private static final long NOT_YET_TAKEN_MILLIS = 500;

    /** One at a time, whichever replica is asked. */
    private static final String BEGIN = """
            insert into rebuild as known (state, done, total, corrected, started_at)
            values ('READING', 0, 0, 0, $1)
            on conflict (only_one) do update
            set state = 'READING', done = 0, total = 0, corrected = 0, started_at = $1, ended_at = null, cause = null
            where known.ended_at is not null or known.started_at < $1::timestamptz - interval '6 hours'
            returning true
            """;

    private static final String READ = "update rebuild set done = $1, total = $2";
    private static final String END = "update rebuild set state = $1, ended_at = $2, corrected = $3, cause = $4";
    private static final String STATE =
            "select state, done, total, corrected, started_at, ended_at, cause from rebuild";
    private static final String SHADOWS = """
            drop table if exists rebuilt_case, rebuilt_text;
            create table rebuilt_case (like desk_case including defaults including generated, primary key (id));
            create table rebuilt_text (like case_text including defaults, primary key (case_id))
            """;
    private static final String NO_SHADOWS = "drop table if exists rebuilt_case, rebuilt_text";

    /** Stops the consumers, which write there first, until the transaction ends. */
    private static final String HOLD = "lock table inbox in share row exclusive mode";

    private static final String TAKEN = "select event_id from inbox where event_id = any($1)";
    /** What several topics told is remembered in the order of its arrival, which may be another one now. */
    private static final String PUT_RIGHT = """
            insert into desk_case as known (id, government, number, channel, type, visibility, category, region_code,
                                            received_at, agency, agency_name, dispatch_reason, hop, dispatched_at, due_at,
                                            step_due_at, history)
            select id, government, number, channel, type, visibility, category, region_code, received_at, agency,
                   agency_name, dispatch_reason, hop, dispatched_at, due_at, step_due_at, history
            from rebuilt_case order by id
            on conflict (id) do update
            set number = excluded.number, channel = excluded.channel, type = excluded.type,
                visibility = excluded.visibility, category = excluded.category, region_code = excluded.region_code,
                received_at = excluded.received_at, agency = excluded.agency, agency_name = excluded.agency_name,
                dispatch_reason = excluded.dispatch_reason, hop = excluded.hop,
                dispatched_at = excluded.dispatched_at, due_at = excluded.due_at, step_due_at = excluded.step_due_at,
                history = excluded.history
            where (known.number, known.channel, known.type, known.visibility, known.category, known.region_code,
                   known.received_at, known.agency, known.agency_name, known.dispatch_reason, known.hop,
                   known.dispatched_at, known.due_at, known.step_due_at)
                is distinct from
                  (excluded.number, excluded.channel, excluded.type, excluded.visibility, excluded.category,
                   excluded.region_code, excluded.received_at, excluded.agency, excluded.agency_name,
                   excluded.dispatch_reason, excluded.hop, excluded.dispatched_at, excluded.due_at,
                   excluded.step_due_at)
                or not (known.history @> excluded.history and excluded.history @> known.history)
            """;

    private static final String PUT_TEXT_RIGHT = """
            insert into case_text as known select * from rebuilt_text
            on conflict (case_id) do update
            set title = excluded.title, text = excluded.text, address = excluded.address, lat = excluded.lat,
                lon = excluded.lon, words = excluded.words
            where (known.title, known.text, known.address, known.lat, known.lon, known.words)
                is distinct from
                  (excluded.title, excluded.text, excluded.address, excluded.lat, excluded.lon, excluded.words)
            """;

    private final Pool pool;
    private final DeskProjection projection;
    private final TopicReaders readers;
    private final InstantSource time;

    Rebuild(Pool pool, DeskProjection projection, TopicReaders readers, InstantSource time) {
        this.pool = pool;
        this.projection = projection;
        this.readers = readers;
        this.time = time;
    }

    enum State {
        READING,
        DONE,
        FAILED
    }

    /**
     * @param done records that were read
     * @param total records that there were when it began
     * @param corrected rows that were missing or differed
     * @param cause why it failed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Progress(
            State state,
            long done,
            long total,
            long corrected,
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
                    row.getOffsetDateTime("started_at").toInstant(),
                    ended == null ? null : ended.toInstant(),
                    row.getString("cause"));
        }
    }

    /** Begins; false when one is under way. */
    Uni<Boolean> start() {
        return pool.preparedQuery(BEGIN)
                .execute(Tuple.of(time.instant().atOffset(ZoneOffset.UTC)))
                .map(RowSet::size)
                .map(begun -> begun > 0)
                .invoke(begun -> {
                    if (begun) {
                        Infrastructure.getDefaultWorkerPool().execute(this::run);
                    }
                });
    }

    /** Null when there never was one. */
    Uni<@Nullable Progress> progress() {
        return pool.query(STATE)
                .execute()
                .map(rows ->
                        rows.size() == 0 ? null : Progress.of(rows.iterator().next()));
    }

    private void run() {
        try (var topics = readers.open(TOPICS, DeskProjection.INTEREST)) {
            pool.query(SHADOWS).execute().await().indefinitely();
            var ends = topics.ends();
            readAll(topics, ends);
            while (!readers.taken(ends)) {
                Thread.sleep(NOT_YET_TAKEN_MILLIS);
            }
            var corrected = putRight(topics);
            LOG.infof("Rebuilt from %d records, %d rows put right", topics.read(), corrected);
            end(State.DONE, corrected, null);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            end(State.FAILED, 0, "stopped");
        } catch (RuntimeException failure) {
            LOG.error("Rebuilding failed", failure);
            end(State.FAILED, 0, failure.getClass().getName());
        }
    }

    private void readAll(TopicReader topics, Map<TopicPartition, Long> ends) {
        var total = topics.total(ends);
        for (var events = topics.next(ends); events != null; events = topics.next(ends)) {
            var batch = events;
            pool.withTransaction(transaction -> projection.record(transaction, batch, DeskProjection.Tables.REBUILT))
                    .await()
                    .indefinitely();
            pool.preparedQuery(READ)
                    .execute(Tuple.of(topics.read(), total))
                    .await()
                    .indefinitely();
        }
    }

    /** What was told since is read too, as far as it was taken; the rest the consumers take afterwards. */
    private long putRight(TopicReader topics) {
        return pool.withTransaction(transaction -> transaction
                        .query(HOLD)
                        .execute()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .chain(() -> follow(transaction, topics, topics.ends()))
                        .chain(() -> rowsOf(transaction, PUT_TEXT_RIGHT))
                        .chain(texts -> rowsOf(transaction, PUT_RIGHT).map(cases -> texts + cases))
                        .call(() -> transaction.query(NO_SHADOWS).execute()))
                .await()
                .indefinitely();
    }

    private Uni<Void> follow(SqlConnection transaction, TopicReader topics, Map<TopicPartition, Long> ends) {
        var events = topics.next(ends);
        return events == null
                ? Uni.createFrom().voidItem()
                : taken(transaction, events)
                        .chain(taken -> projection.record(transaction, taken, DeskProjection.Tables.REBUILT))
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .chain(() -> follow(transaction, topics, ends));
    }

    private static Uni<List<ReceivedEvent>> taken(SqlConnection transaction, List<ReceivedEvent> events) {
        var byId = new HashMap<UUID, ReceivedEvent>();
        events.forEach(event -> byId.put(event.envelope().id(), event));
        return transaction
                .preparedQuery(TAKEN)
                .execute(Tuple.tuple().addArrayOfUUID(byId.keySet().toArray(UUID[]::new)))
                .map(rows -> {
                    Set<UUID> taken = new HashSet<>();
                    rows.forEach(row -> taken.add(row.getUUID("event_id")));
                    return events.stream()
                            .filter(event -> taken.contains(event.envelope().id()))
                            .toList();
                });
    }

    private static Uni<Long> rowsOf(SqlConnection transaction, String sql) {
        return transaction.query(sql).execute().map(rows -> (long) rows.rowCount());
    }

    private void end(State state, long corrected, @Nullable String cause) {
        pool.preparedQuery(END)
                .execute(Tuple.of(state.name(), time.instant().atOffset(ZoneOffset.UTC), corrected, cause))
                .await()
                .indefinitely();
    }
}
