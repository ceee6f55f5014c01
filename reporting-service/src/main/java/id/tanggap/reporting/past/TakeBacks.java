package id.tanggap.reporting.past;

import static java.util.stream.Collectors.toSet;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.ImportEvent.ComplaintImported;
import id.tanggap.contracts.event.ImportEvent.ComplaintTakenBack;
import id.tanggap.contracts.event.ImportEvent.TakeBackAsked;
import id.tanggap.contracts.event.ImportEvent.TakeBackEnded;
import id.tanggap.contracts.event.RecapEvent;
import id.tanggap.contracts.event.RecapEvent.TakeBackAllowed;
import id.tanggap.contracts.event.RecapEvent.TakeBackRefused;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.messaging.Rows;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.messaging.outbox.EventWriter;
import id.tanggap.messaging.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Says whether an import may be taken back: not when a compiled recap counts what it told. Who may has its months held, so
 * that no recap counts half of it, until of all complaints is known that it holds no more.
 */
@ApplicationScoped
public class TakeBacks {
    private static final Rows<Telling> ROWS = Rows.of(Telling.class)
            .uuid("import_id", Telling::by)
            .uuid("complaint_id", Telling::complaint)
            .uuid("event_id", Telling::event);
    /** The first one counts: what was restored is still what the import told then. */
    private static final String TELL = """
            insert into import_telling (import_id, complaint_id, seq)
            select told.import_id, told.complaint_id, link.seq
            from %s join ledger as link on link.complaint_id = told.complaint_id
                                       and link.topic = '%s' and link.event_id = told.event_id
            on conflict (import_id, complaint_id) do nothing
            """.formatted(ROWS.as("told"), Topics.IMPORT);

    private static final String UNDO = """
            insert into import_telling (import_id, complaint_id, seq, undone)
            select import_id, complaint_id, 0, true from %s
            on conflict (import_id, complaint_id) do update set undone = true
            """.formatted(ROWS.as("told"));

    private static final String HOLD = """
            insert into import_take_back (import_id, government, months) values ($1, $2, $3::date[])
            on conflict (import_id) do nothing
            """;
    private static final String LET_GO = "delete from import_take_back where import_id = $1";
    /** Whose chain was already as long as with the import's telling. */
    private static final String COMPILED = """
            select distinct recap.month
            from import_telling as told
            join recap_entry as entry using (complaint_id)
            join recap_version as compiled using (recap_id, version)
            join monthly_recap as recap on recap.id = recap_id
            where told.import_id = $1 and compiled.state = 'COMPILED'
              and coalesce((entry.entry::json -> 'chains' ->> '%s')::bigint, 0) >= told.seq
            order by month
            """.formatted(Topics.IMPORT);

    private static final String END = "update import_take_back set complaints = $2 where import_id = $1";
    /** Of two batches that undo the last of it the later one sees what the earlier one did. */
    private static final String TAKE_TURNS =
            "select from import_take_back where import_id = any($1) order by import_id for update";

    private static final String LET_GO_ENDED = """
            with ended as (
                delete from import_take_back as held
                where import_id = any($1) and complaints is not null
                  and complaints <= (select count(*) from import_telling as told
                                     where told.import_id = held.import_id and told.undone)
                returning import_id)
            delete from import_telling where import_id in (select import_id from ended)
            """;

    private final Outbox outbox;
    private final EventWriter events;
    private final InstantSource time;

    TakeBacks(Outbox outbox, EventWriter events, InstantSource time) {
        this.outbox = outbox;
        this.events = events;
        this.time = time;
    }

    /** That an import told of a complaint, or holds no more of it. */
    private record Telling(UUID by, UUID complaint, UUID event) {
        static <E extends Event> List<Telling> in(
                List<ReceivedEvent> events, Class<E> kind, Function<E, @Nullable UUID> by) {
            return events.stream()
                    .filter(received -> kind.isInstance(received.event()))
                    .flatMap(received -> Stream.ofNullable(by.apply(kind.cast(received.event())))
                            .map(it -> new Telling(
                                    it,
                                    received.envelope().subject(),
                                    received.envelope().id())))
                    .toList();
        }
    }

    /** In the transaction that took them, once they are links of their chains, and as the last that it does. */
    public Uni<Void> hear(SqlConnection transaction, List<ReceivedEvent> events) {
        var undone = Telling.in(events, ComplaintTakenBack.class, ComplaintTakenBack::importId);
        return write(transaction, TELL, Telling.in(events, ComplaintImported.class, ComplaintImported::importId))
                .chain(() -> write(transaction, UNDO, undone))
                .chain(() -> each(events, TakeBackAsked.class, event -> answer(transaction, event)))
                .chain(() -> each(events, TakeBackEnded.class, event -> end(transaction, event)))
                .chain(() -> letGo(
                        transaction,
                        Stream.concat(
                                        undone.stream().map(Telling::by),
                                        events.stream()
                                                .filter(event -> event.event() instanceof TakeBackEnded)
                                                .map(event -> event.envelope().subject()))
                                .collect(toSet())));
    }

    private static Uni<Void> write(SqlConnection transaction, String sql, List<Telling> tellings) {
        return tellings.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(sql).execute(ROWS.tuple(tellings)).replaceWithVoid();
    }

    private static Uni<Void> each(
            List<ReceivedEvent> events, Class<? extends Event> kind, Function<ReceivedEvent, Uni<Void>> work) {
        return events.stream()
                .filter(event -> kind.isInstance(event.event()))
                .reduce(
                        Uni.createFrom().voidItem(),
                        (done, event) -> done.chain(() -> work.apply(event)),
                        (one, next) -> one.chain(() -> next));
    }

    /** Held first, then looked: what is compiled later waits, and what was compiled before is seen. */
    private Uni<Void> answer(SqlConnection transaction, ReceivedEvent asked) {
        var id = asked.envelope().subject();
        var months = ((TakeBackAsked) asked.event())
                .months().stream().map(month -> YearMonth.parse(month).atDay(1)).toArray(LocalDate[]::new);
        return transaction
                .preparedQuery(HOLD)
                .execute(Tuple.of(id, asked.envelope().government(), months))
                .chain(() -> transaction.preparedQuery(COMPILED).execute(Tuple.of(id)))
                .chain(compiled -> compiled.size() == 0
                        ? tell(transaction, asked, new TakeBackAllowed(time.instant()))
                        : transaction
                                .preparedQuery(LET_GO)
                                .execute(Tuple.of(id))
                                .chain(() -> tell(
                                        transaction, asked, new TakeBackRefused(months(compiled), time.instant()))));
    }

    private static List<String> months(RowSet<Row> compiled) {
        return StreamSupport.stream(compiled.spliterator(), false)
                .map(row -> YearMonth.from(row.getLocalDate("month")).toString())
                .toList();
    }

    private Uni<Void> tell(SqlConnection transaction, ReceivedEvent asked, RecapEvent answer) {
        return outbox.append(transaction, List.of(events.write(answer, asked.envelope())));
    }

    private static Uni<Void> end(SqlConnection transaction, ReceivedEvent ended) {
        return transaction
                .preparedQuery(END)
                .execute(Tuple.of(ended.envelope().subject(), ((TakeBackEnded) ended.event()).complaints()))
                .replaceWithVoid();
    }

    private static Uni<Void> letGo(SqlConnection transaction, Set<UUID> imports) {
        var which = Tuple.tuple().addArrayOfUUID(imports.toArray(UUID[]::new));
        return imports.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(TAKE_TURNS)
                        .execute(which)
                        .chain(() -> transaction.preparedQuery(LET_GO_ENDED).execute(which))
                        .replaceWithVoid();
    }
}
