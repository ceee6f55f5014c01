package id.tanggap.intake.past;

import static java.util.Objects.requireNonNull;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.ImportEvent.ComplaintTakenBack;
import id.tanggap.contracts.event.ImportEvent.TakeBackEnded;
import id.tanggap.messaging.Rows;
import id.tanggap.messaging.Watch;
import id.tanggap.messaging.Watch.Pace;
import id.tanggap.messaging.outbox.EventWriter;
import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.messaging.outbox.OutgoingEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Takes imports back, some complaints in each transaction: each goes back to what the last of the other imports told of it, or
 * is forgotten. After a crash it goes on with those that are left; of two replicas one is at an import.
 */
@ApplicationScoped
class TakeBackWork {
    private static final Pace PACE = new Pace(Duration.ofMinutes(1), Duration.ofSeconds(10));
    private static final int BATCH = 200;

    /**
     * Of each complaint that an import told of: whether that is what was told last, and what would hold without it.
     *
     * <p>{@code by} is the last of the other imports that told of it, null when none did; {@code alike} whether it told the
     * same; {@code known} whether it was kept what.
     */
    static final String OUTLOOK = """
            select mine.complaint_id, complaint.import_id = mine.import_id as stands, complaint.unkept, other.import_id as by,
                   other.content, other.content = mine.content as alike,
                   case when other.import_id is not null then version.told is not null end as known, version.told
            from past_telling as mine
            join past_complaint as complaint using (complaint_id)
            left join lateral (select import_id, content from past_telling as told
                               where told.complaint_id = mine.complaint_id and told.import_id <> mine.import_id
                               order by no desc limit 1) as other on true
            left join past_version as version
                   on version.complaint_id = mine.complaint_id and version.content = other.content
            where mine.import_id = $1""";

    private static final String NEXT = """
            select import_id, government from past_take_back join past_import on id = import_id
            where past_take_back.state = 'UNDER_WAY'
            order by asked_at limit 1 for update of past_take_back skip locked
            """;
    /** In the order in which they are taken over. */
    private static final String HOLD = """
            select complaint_id from past_complaint
            where complaint_id in (select complaint_id from past_telling where import_id = $1
                                   order by complaint_id limit %d)
            order by source_id collate "C" for update
            """.formatted(BATCH);

    private static final String LEFT = OUTLOOK + " and mine.complaint_id = any($2)";

    private static final String FORGET = "delete from past_complaint where complaint_id = any($1)";
    private static final Rows<Left> RESTORED = Rows.of(Left.class)
            .uuid("complaint_id", Left::complaint)
            .uuid("import_id", Left::by)
            .bytes("content", Left::content);
    private static final String RESTORE = """
            update past_complaint as known
            set content = told.content, import_id = told.import_id, told = null, told_key = null
            from %s where known.complaint_id = told.complaint_id
            """.formatted(RESTORED.as("told"));
    private static final String UNTELL = "delete from past_telling where import_id = $1 and complaint_id = any($2)";
    /** What nobody tells any more. */
    private static final String FORGET_VERSIONS = """
            delete from past_version as version
            where complaint_id = any($1)
              and not exists (select from past_telling as told
                              where told.complaint_id = version.complaint_id and told.content = version.content)
              and not exists (select from past_complaint as known
                              where known.complaint_id = version.complaint_id and known.content = version.content)
            """;

    private static final String ADVANCE = """
            update past_take_back set gone = gone + $2, restored = restored + $3, stayed = stayed + $4, undone = undone + $5
            where import_id = $1
            """;
    private static final String END = """
            update past_take_back set state = 'DONE', total = gone + restored + stayed, ended_at = $2 where import_id = $1
            returning undone
            """;

    private final PastTellings tellings;
    private final Outbox outbox;
    private final EventWriter events;
    private final InstantSource time;
    private final Watch watch;

    TakeBackWork(PastTellings tellings, Outbox outbox, EventWriter events, InstantSource time, Vertx vertx) {
        this.tellings = tellings;
        this.outbox = outbox;
        this.events = events;
        this.time = time;
        this.watch = new Watch("Imports that are taken back", vertx, PACE, this::look);
    }

    private record Import(UUID id, String government) {}

    /** @param told by the last of the other imports; null when it was not kept, or there is none */
    private record Left(
            UUID complaint,
            Fate fate,
            boolean undone,
            @Nullable UUID by,
            byte @Nullable [] content,
            byte @Nullable [] told) {

        static Left of(Row row) {
            var fate = Fate.of(row);
            return new Left(
                    row.getUUID("complaint_id"),
                    fate,
                    row.getBoolean("stands") && (fate != Fate.STAYED || row.getBuffer("told") != null),
                    row.getUUID("by"),
                    bytes(row.getBuffer("content")),
                    bytes(row.getBuffer("told")));
        }

        private static byte @Nullable [] bytes(@Nullable Buffer buffer) {
            return buffer == null ? null : buffer.getBytes();
        }
    }

    private enum Fate {
        GONE,
        RESTORED,
        STAYED;

        static Fate of(Row row) {
            if (!row.getBoolean("stands")) {
                return STAYED;
            }
            if (row.getUUID("by") == null) {
                return row.getBoolean("unkept") ? STAYED : GONE;
            }
            return row.getBoolean("known") && !row.getBoolean("alike") ? RESTORED : STAYED;
        }
    }

    void start(@Observes StartupEvent event) {
        watch.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        watch.stop();
    }

    /** After a commit that may have allowed one. */
    void wake() {
        watch.wake();
    }

    private Uni<Duration> look() {
        return next().map(more -> more ? Duration.ZERO : PACE.longestSleep());
    }

    /** @return whether there was something to do */
    Uni<Boolean> next() {
        return outbox.inTransaction(turn -> turn.query(NEXT).execute().chain(rows -> {
            if (rows.size() == 0) {
                return Uni.createFrom().item(false);
            }
            var row = rows.iterator().next();
            return goOn(turn, new Import(row.getUUID("import_id"), row.getString("government")))
                    .replaceWith(true);
        }));
    }

    private Uni<Void> goOn(SqlConnection turn, Import file) {
        return turn.preparedQuery(HOLD)
                .execute(Tuple.of(file.id()))
                .chain(rows -> rows.size() == 0 ? end(turn, file) : left(turn, file, ids(rows)));
    }

    private static UUID[] ids(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID("complaint_id"))
                .toArray(UUID[]::new);
    }

    private Uni<Void> left(SqlConnection turn, Import file, UUID[] complaints) {
        return turn.preparedQuery(LEFT)
                .execute(Tuple.of(file.id(), complaints))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Left::of)
                        .toList())
                .chain(left -> takeBack(turn, file, left)
                        .chain(() -> turn.preparedQuery(UNTELL).execute(Tuple.of(file.id(), complaints)))
                        .chain(() -> turn.preparedQuery(FORGET_VERSIONS)
                                .execute(Tuple.tuple().addArrayOfUUID(complaints)))
                        .chain(() -> advance(turn, file, left)));
    }

    private Uni<Void> takeBack(SqlConnection turn, Import file, List<Left> left) {
        var gone = left.stream().filter(one -> one.fate() == Fate.GONE).map(Left::complaint);
        var restored =
                left.stream().filter(one -> one.undone() && one.told() != null).toList();
        return turn.preparedQuery(FORGET)
                .execute(Tuple.tuple().addArrayOfUUID(gone.toArray(UUID[]::new)))
                .chain(() -> turn.preparedQuery(RESTORE).execute(RESTORED.tuple(restored)))
                .chain(() -> outbox.append(turn, events(file, left)));
    }

    private List<OutgoingEvent> events(Import file, List<Left> left) {
        var now = time.instant();
        var told = new ArrayList<OutgoingEvent>();
        for (var one : left) {
            if (one.undone()) {
                afterwards(file, one, now)
                        .map(event -> events.write(event, one.complaint(), file.government(), null))
                        .forEach(told::add);
            }
        }
        return told;
    }

    private Stream<Event> afterwards(Import file, Left one, Instant now) {
        Event takenBack = new ComplaintTakenBack(file.id(), now);
        return one.told() == null
                ? Stream.of(takenBack)
                : Stream.of(takenBack, tellings.read(one.told()).by(requireNonNull(one.by())));
    }

    private static Uni<Void> advance(SqlConnection turn, Import file, List<Left> left) {
        return turn.preparedQuery(ADVANCE)
                .execute(Tuple.of(
                        file.id(), count(left, Fate.GONE), count(left, Fate.RESTORED), count(left, Fate.STAYED), (int)
                                left.stream().filter(Left::undone).count()))
                .replaceWithVoid();
    }

    private static int count(List<Left> left, Fate fate) {
        return (int) left.stream().filter(one -> one.fate() == fate).count();
    }

    private Uni<Void> end(SqlConnection turn, Import file) {
        var now = time.instant();
        return turn.preparedQuery(END)
                .execute(Tuple.of(file.id(), now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getInteger("undone"))
                .chain(undone -> outbox.append(
                        turn,
                        List.of(events.write(new TakeBackEnded(undone, now), file.id(), file.government(), null))));
    }
}
