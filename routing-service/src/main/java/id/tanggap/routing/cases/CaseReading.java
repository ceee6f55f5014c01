package id.tanggap.routing.cases;

import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.MisroutingReason;
import id.tanggap.rest.PageKey;
import id.tanggap.routing.cases.CaseViews.CaseView;
import id.tanggap.routing.cases.CaseViews.ExplainedClock;
import id.tanggap.routing.cases.CaseViews.MisroutingRow;
import id.tanggap.routing.cases.CaseViews.Move;
import id.tanggap.routing.cases.CaseViews.Waiting;
import id.tanggap.routing.cases.CaseViews.WaitingCount;
import id.tanggap.routing.cases.CaseViews.WaitingPage;
import id.tanggap.routing.destination.KeptProposal;
import id.tanggap.search.Question;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Looks cases up. */
@ApplicationScoped
public class CaseReading {
    private static final int READ_AT_ONCE = 500;
    private static final String MOVES = "select * from redelegation where complaint_id = $1 order by hop";
    /** The states are written out so that the index of what waits serves. */
    private static final String WAITING = """
            select cases.*, case_text.title, case_text.text, case_text.category, case_text.region,
                   case_text.channel,
                   (select min(due_at) from clock
                    where clock.complaint_id = cases.complaint_id and clock.kind = 'STEP'
                      and clock.met_at is null and clock.ended_at is null) as step_due_at
            from cases left join case_text on case_text.complaint_id = cases.complaint_id
            where cases.government = $1 and state in (%s)
              and ($2::timestamptz is null or (received_at, cases.complaint_id) > ($2, $3))
            order by received_at, cases.complaint_id limit $4
            """;

    private static final String UNDECIDED = WAITING.formatted("'VERIFIED', 'REDELEGATED'");
    private static final String OFFERED = WAITING.formatted("'FORWARDED'");

    /** More than a thousand is not read as a number any more. */
    private static final String UNDECIDED_COUNT = """
            select count(*) from (
                select from cases where government = $1 and state in ('VERIFIED', 'REDELEGATED') limit %d) waiting
            """.formatted(WaitingCount.MOST);

    private static final String MATRIX = """
            select from_agency, to_agency, reason, count(*) as moves from redelegation
            where government = $1 and moved_at >= $2 and moved_at < $3
            group by from_agency, to_agency, reason order by moves desc, from_agency, to_agency, reason
            """;

    /** What was given before this was kept counts for all divisions of the agency. */
    private static final String GIVEN = """
            select from disposition where complaint_id = $1 and agency = $2 and division in ($3, '*') limit 1
            """;

    private final Pool pool;
    private final CaseBook book;

    CaseReading(Pool pool, CaseBook book) {
        this.pool = pool;
        this.book = book;
    }

    /** Null when the reader may not see such a case. */
    public Uni<@Nullable CaseView> find(UUID id, Reader reader) {
        return look(id, reader).map(seen -> seen == null ? null : CaseView.of(seen.about(), seen.moves()));
    }

    /** Null when the reader may not see such a case. */
    public Uni<@Nullable List<ExplainedClock>> clocks(UUID id, Reader reader) {
        return look(id, reader).map(seen -> seen == null ? null : explained(seen.about()));
    }

    /** For its citizen, who has been told apart from others already. Null when there is no such case. */
    public Uni<@Nullable List<ExplainedClock>> clocks(UUID id) {
        return pool.withConnection(connection -> book.find(connection, id))
                .map(about -> about == null ? null : explained(about));
    }

    private static List<ExplainedClock> explained(Case about) {
        return about.clocks().stream()
                .map(clock -> ExplainedClock.of(about, clock))
                .toList();
    }

    /** What waits for a coordinator's decision. */
    public Uni<WaitingPage> undecided(String government, int limit, @Nullable PageKey after, @Nullable Question asked) {
        return waiting(UNDECIDED, government, limit, after, asked);
    }

    public Uni<WaitingCount> countUndecided(String government) {
        return pool.preparedQuery(UNDECIDED_COUNT)
                .execute(Tuple.of(government))
                .map(rows -> new WaitingCount(rows.iterator().next().getInteger(0)));
    }

    /** What waits in the coordination group for a claim. */
    public Uni<WaitingPage> offered(String government, int limit, @Nullable PageKey after, @Nullable Question asked) {
        return waiting(OFFERED, government, limit, after, asked);
    }

    private Uni<WaitingPage> waiting(
            String sql, String government, int limit, @Nullable PageKey after, @Nullable Question asked) {
        return asked == null
                ? read(sql, government, limit + 1, after, null).map(found -> WaitingPage.of(found, limit))
                : search(sql, government, limit + 1, after, asked, List.of())
                        .map(found -> WaitingPage.of(found, limit));
    }

    /** What waits is little, and is read through from its beginning; an index of words would have to be kept for all cases. */
    private Uni<List<Waiting>> search(
            String sql, String government, int most, @Nullable PageKey after, Question asked, List<Waiting> before) {
        return read(sql, government, READ_AT_ONCE, after, asked).chain(rows -> {
            var found = Stream.concat(before.stream(), rows.stream().filter(row -> row.isMeantBy(asked)))
                    .toList();
            return rows.size() < READ_AT_ONCE || found.size() >= most
                    ? Uni.createFrom().item(found.subList(0, Math.min(most, found.size())))
                    : search(sql, government, most, rows.getLast().key(), asked, found);
        });
    }

    private Uni<List<Waiting>> read(
            String sql, String government, int most, @Nullable PageKey after, @Nullable Question asked) {
        var values = Tuple.of(
                government,
                after == null ? null : after.time().atOffset(ZoneOffset.UTC),
                after == null ? null : after.id(),
                most);
        return pool.preparedQuery(sql)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> waiting(row, asked))
                        .toList());
    }

    public Uni<List<MisroutingRow>> misrouting(String government, Instant from, Instant to) {
        return pool.preparedQuery(MATRIX)
                .execute(Tuple.of(government, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new MisroutingRow(
                                row.getString("from_agency"),
                                row.getString("to_agency"),
                                MisroutingReason.valueOf(row.getString("reason")),
                                row.getLong("moves")))
                        .toList());
    }

    private Uni<@Nullable Seen> look(UUID id, Reader reader) {
        return pool.withConnection(connection -> book.find(connection, id).chain(it -> {
            if (it == null || !it.memory().government.equals(reader.government())) {
                return Uni.createFrom().<@Nullable Seen>nullItem();
            }
            return connection
                    .preparedQuery(MOVES)
                    .execute(Tuple.of(id))
                    .map(CaseReading::moves)
                    .chain(moves -> sees(connection, reader, it.memory(), moves)
                            .map(sees -> sees ? new Seen(it, moves) : null));
        }));
    }

    private static Uni<Boolean> sees(SqlConnection connection, Reader reader, CaseMemory memory, List<Move> moves) {
        return reader.division() == null
                ? Uni.createFrom().item(reader.sees(memory, moves))
                : connection
                        .preparedQuery(GIVEN)
                        .execute(Tuple.of(memory.id, reader.agency(), reader.division()))
                        .map(given -> given.size() > 0 && Objects.equals(reader.agency(), memory.agency));
    }

    private static List<Move> moves(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(CaseReading::move)
                .toList();
    }

    private static Waiting waiting(Row row, @Nullable Question asked) {
        var reason = row.getString("return_reason");
        var dueAt = row.getOffsetDateTime("step_due_at");
        var channel = row.getString("channel");
        return new Waiting(
                row.getUUID("complaint_id"),
                row.getString("number"),
                CaseState.valueOf(row.getString("state")),
                row.getString("agency"),
                row.getInteger("hop"),
                row.getOffsetDateTime("received_at").toInstant(),
                dueAt == null ? null : dueAt.toInstant(),
                row.getString("title"),
                row.getString("text"),
                row.getString("category"),
                row.getString("region"),
                channel == null ? null : Channel.valueOf(channel),
                KeptProposal.read(row.getString("proposal")).proposal().options(),
                row.getString("target"),
                reason == null ? null : MisroutingReason.valueOf(reason),
                asked == null ? null : asked.foundIn(row.getString("title"), row.getString("text")));
    }

    private static Move move(Row row) {
        return new Move(
                row.getInteger("hop"),
                row.getString("from_agency"),
                row.getString("to_agency"),
                MisroutingReason.valueOf(row.getString("reason")),
                row.getOffsetDateTime("moved_at").toInstant());
    }

    private record Seen(Case about, List<Move> moves) {}

    /**
     * How far a person sees: what one division was given, one agency, or all of a government.
     *
     * @param agency null for all agencies
     * @param division null for all that the agency sees
     */
    public record Reader(
            String government,
            @Nullable String agency,
            @Nullable String division) {
        /** An agency sees what it holds, what it has held, and what the group is offered. */
        boolean sees(CaseMemory memory, List<Move> moves) {
            return agency == null
                    || agency.equals(memory.agency)
                    || memory.state() == CaseState.FORWARDED
                    || moves.stream().anyMatch(move -> move.from().equals(agency));
        }
    }
}
