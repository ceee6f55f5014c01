package id.tanggap.routing.cases;

import id.tanggap.clock.Clock;
import id.tanggap.messaging.Rows;
import id.tanggap.routing.sop.Handbook;
import id.tanggap.routing.sop.Handbook.SopKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where cases are kept, many at a time. Whoever loads a case holds its row until the transaction ends. */
@ApplicationScoped
public class CaseBook {
    private static final String LOCK =
            "select * from cases where complaint_id = any($1) order by complaint_id for update";
    private static final String FIND = "select * from cases where complaint_id = any($1)";
    /** Steps that are done take no further part; all others may. */
    private static final String LIVE_CLOCKS =
            "select * from clock where complaint_id = any($1) and (met_at is null or kind <> 'STEP') order by started_at";

    private static final String ALL_CLOCKS =
            "select * from clock where complaint_id = any($1) order by started_at, due_at, rule";

    /** Read forwards: what has rung lies dead at the head of the index for as long as any snapshot may see it. */
    private static final String DUE = """
            select *, next_alarm_at as due_at from cases where next_alarm_at between $3 and $1
            order by next_alarm_at limit $2 for update skip locked
            """;

    /** Timers of an earlier version. The case is locked before its timers, as by everybody else, and comes with the claim. */
    private static final String CLAIM = """
            with due as (
                select timer.rule as timer_rule, timer.started_at as timer_started_at, timer.due_at, cases.*
                from timer join cases on cases.complaint_id = timer.complaint_id
                where timer.due_at <= $1 order by timer.due_at limit $2
                for update of cases skip locked
            )
            delete from timer using due
            where timer.complaint_id = due.complaint_id and timer.rule = due.timer_rule
              and timer.started_at = due.timer_started_at
            returning due.*
            """;

    private static final String PUT_OFF = """
            update cases set next_alarm_at = $1::timestamptz + interval '1 hour'
            where complaint_id = (
                select complaint_id from cases where next_alarm_at between $2 and $1
                order by next_alarm_at limit 1 for update skip locked
            )
            returning complaint_id
            """;

    private static final String PUT_OFF_TIMER = """
            with first as (
                select timer.* from timer join cases on cases.complaint_id = timer.complaint_id
                where timer.due_at <= $1 order by timer.due_at limit 1
                for update of cases skip locked
            )
            update timer set due_at = $1::timestamptz + interval '1 hour' from first
            where timer.complaint_id = first.complaint_id and timer.rule = first.rule
              and timer.started_at = first.started_at
            returning timer.complaint_id
            """;

    private static final String SAVE_CASES =
            CaseRow.ROWS.insertInto("cases") + CaseRow.ROWS.overwritingBy("complaint_id");
    private static final String SAVE_CLOCKS =
            ClockRow.ROWS.insertInto("clock") + ClockRow.ROWS.overwritingBy("complaint_id", "rule", "started_at");
    private static final Rows<Moved> MOVES = Rows.of(Moved.class)
            .uuid("complaint_id", it -> it.memory().id)
            .text("government", it -> it.memory().government)
            .number("hop", it -> it.move().hop())
            .text("from_agency", it -> it.move().from())
            .text("to_agency", it -> it.move().to())
            .text("reason", it -> it.move().reason().name())
            .time("moved_at", it -> it.move().at());
    private static final String SAVE_MOVES = MOVES.insertInto("redelegation");
    private static final Rows<ToDivision> DISPOSITIONS = Rows.of(ToDivision.class)
            .uuid("complaint_id", it -> it.memory().id)
            .text("agency", it -> it.given().agency())
            .text("division", it -> it.given().division());
    private static final String SAVE_DISPOSITIONS = DISPOSITIONS.insertInto("disposition") + " on conflict do nothing";

    private final Handbook handbook;

    CaseBook(Handbook handbook) {
        this.handbook = handbook;
    }

    /** Cases by their ids, for change; ids without a case are left out. */
    public Uni<Map<UUID, Case>> lock(SqlConnection transaction, Collection<UUID> ids) {
        return load(transaction, ids, LOCK, LIVE_CLOCKS);
    }

    /** A case with all clocks that ever ran for it, to be looked at only; null when there is none. */
    Uni<@Nullable Case> find(SqlConnection connection, UUID id) {
        return load(connection, List.of(id), FIND, ALL_CLOCKS).map(cases -> cases.get(id));
    }

    /**
     * Cases of which a clock is due to ring, for change.
     *
     * @param upTo when the last of them was due; null when there are none
     */
    public record Due(Collection<Case> cases, @Nullable Instant upTo) {}

    /**
     * Locks what is due; nothing while others hold it all.
     *
     * @param from what was due before it is left out
     * @param limit of cases
     */
    public Uni<Due> lockDue(SqlConnection transaction, Instant from, Instant now, int limit) {
        var byCase = transaction.preparedQuery(DUE).execute(Tuple.of(utc(now), limit, utc(from)));
        var byTimer = transaction.preparedQuery(CLAIM).execute(Tuple.of(utc(now), limit));
        return inTwoWays(byCase, byTimer).chain(found -> {
            // A case with several timers that are due comes once for each.
            var rows = new HashMap<UUID, Row>();
            found.forEach(row -> rows.put(row.getUUID("complaint_id"), row));
            return withClocks(transaction, rows.values(), LIVE_CLOCKS)
                    .map(cases -> new Due(cases.values(), lastDue(rows.values())));
        });
    }

    private static @Nullable Instant lastDue(Collection<Row> rows) {
        return rows.stream()
                .map(row -> row.getOffsetDateTime("due_at").toInstant())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * Puts off by an hour what is due first, and says of which complaint it is.
     *
     * @param from what was due before it is left out
     */
    public Uni<UUID> putOffFirst(SqlConnection transaction, Instant from, Instant now) {
        var byCase = transaction.preparedQuery(PUT_OFF).execute(Tuple.of(utc(now), utc(from)));
        var byTimer = transaction.preparedQuery(PUT_OFF_TIMER).execute(Tuple.of(utc(now)));
        return inTwoWays(byCase, byTimer)
                .map(rows -> rows.size() == 0
                        ? new UUID(0, 0)
                        : rows.iterator().next().getUUID(0));
    }

    /** When nothing is due by the case itself, a timer of an earlier version may be. */
    private static Uni<RowSet<Row>> inTwoWays(Uni<RowSet<Row>> byCase, Uni<RowSet<Row>> byTimer) {
        return byCase.chain(rows -> rows.size() > 0 ? Uni.createFrom().item(rows) : byTimer);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** Keeps what has changed of these cases, and says when the first of their clocks will ring; null when none will. */
    public Uni<@Nullable Instant> save(SqlConnection transaction, Collection<Case> cases) {
        var moved = cases.stream().filter(Case::hasMoved).map(Case::memory).toList();
        var clocks = cases.stream().flatMap(CaseBook::changed).toList();
        var moves = cases.stream().flatMap(CaseBook::moves).toList();
        var dispositions = cases.stream().flatMap(CaseBook::dispositions).toList();
        return write(transaction, SAVE_CASES, CaseRow.ROWS, moved)
                .chain(() -> write(transaction, SAVE_CLOCKS, ClockRow.ROWS, clocks))
                .chain(() -> write(transaction, SAVE_MOVES, MOVES, moves))
                .chain(() -> write(transaction, SAVE_DISPOSITIONS, DISPOSITIONS, dispositions))
                .map(_ -> moved.stream()
                        .map(it -> it.nextAlarmAt)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static Stream<ClockRow> changed(Case it) {
        return it.clocks().stream().filter(Clock::hasChanged).map(clock -> new ClockRow(it.memory(), clock));
    }

    private static Stream<Moved> moves(Case it) {
        return it.memory().redelegations.stream().map(move -> new Moved(it.memory(), move));
    }

    private static Stream<ToDivision> dispositions(Case it) {
        return it.memory().given.stream().map(given -> new ToDivision(it.memory(), given));
    }

    private static <T> Uni<Void> write(SqlConnection transaction, String sql, Rows<T> rows, Collection<T> values) {
        return values.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(sql).execute(rows.tuple(values)).replaceWithVoid();
    }

    private Uni<Map<UUID, Case>> load(SqlConnection connection, Collection<UUID> ids, String caseSql, String clockSql) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : connection
                        .preparedQuery(caseSql)
                        .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                        .chain(rows -> {
                            var found = new ArrayList<Row>(rows.size());
                            rows.forEach(found::add);
                            return withClocks(connection, found, clockSql);
                        });
    }

    private Uni<Map<UUID, Case>> withClocks(SqlConnection connection, Collection<Row> cases, String clockSql) {
        if (cases.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var procedures = new HashSet<SopKey>();
        cases.forEach(row -> procedures.add(new SopKey(row.getString("government"), row.getString("sop"))));
        var ids = cases.stream().map(row -> row.getUUID("complaint_id")).toArray(UUID[]::new);
        return handbook.recall(connection, procedures)
                .chain(() ->
                        connection.preparedQuery(clockSql).execute(Tuple.tuple().addArrayOfUUID(ids)))
                .map(clocks -> cases(cases, clocks));
    }

    private Map<UUID, Case> cases(Collection<Row> cases, RowSet<Row> clocks) {
        var clocksOf = new HashMap<UUID, List<Row>>();
        clocks.forEach(row -> clocksOf.computeIfAbsent(row.getUUID("complaint_id"), _ -> new ArrayList<>())
                .add(row));
        var found = new TreeMap<UUID, Case>();
        for (var row : cases) {
            var memory = CaseRow.read(row);
            var home = handbook.of(memory.government);
            var sop = handbook.sop(memory.government, memory.sop);
            var running = clocksOf.getOrDefault(memory.id, List.of()).stream()
                    .map(clock -> ClockRow.read(clock, home, sop))
                    .filter(Objects::nonNull)
                    .toList();
            found.put(memory.id, new Case(home, sop, memory, running));
        }
        return found;
    }

    /** Whether the same request was granted before. */
    public Uni<Boolean> isDecided(SqlConnection transaction, @Nullable UUID request) {
        return request == null
                ? Uni.createFrom().item(false)
                : transaction
                        .preparedQuery("select from decision where request = $1")
                        .execute(Tuple.of(request))
                        .map(rows -> rows.size() > 0);
    }

    public Uni<Void> decided(SqlConnection transaction, @Nullable UUID request, UUID complaint, Instant now) {
        return request == null
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery("insert into decision (request, complaint_id, decided_at) values ($1, $2, $3)")
                        .execute(Tuple.of(request, complaint, utc(now)))
                        .replaceWithVoid();
    }

    private record ToDivision(CaseMemory memory, CaseMemory.Given given) {}

    private record Moved(CaseMemory memory, Redelegation move) {}
}
