package id.tanggap.routing.cases;

import id.tanggap.clock.Clock;
import id.tanggap.clock.Pause;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.MisroutingReason;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.governments.sop.ClockRule;
import id.tanggap.governments.sop.Sop;
import id.tanggap.messaging.Columns;
import id.tanggap.routing.destination.KeptProposal;
import id.tanggap.routing.sop.Handbook;
import id.tanggap.routing.sop.Handbook.SopKey;
import id.tanggap.routing.sop.Jurisdiction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where cases are kept, many at a time. Whoever loads a case holds its row until the transaction ends. */
@ApplicationScoped
class CaseBook {
    private static final String LOCK =
            "select * from cases where complaint_id = any($1) order by complaint_id for update";
    private static final String FIND = "select * from cases where complaint_id = any($1)";
    /** Steps that are done take no further part; all others may. */
    private static final String LIVE_CLOCKS =
            "select * from clock where complaint_id = any($1) and (met_at is null or kind <> 'STEP') order by started_at";

    private static final String ALL_CLOCKS =
            "select * from clock where complaint_id = any($1) order by started_at, due_at, rule";

    /** The case is locked before its timers, as by everybody else, and comes with the claim. */
    private static final String CLAIM = """
            with due as (
                select timer.rule as timer_rule, timer.started_at as timer_started_at, cases.*
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
            with first as (select * from timer where due_at <= $1 order by due_at limit 1)
            update timer set due_at = $1::timestamptz + interval '1 hour' from first
            where timer.complaint_id = first.complaint_id and timer.rule = first.rule
              and timer.started_at = first.started_at
            returning timer.complaint_id
            """;

    private static final String SAVE_CASES = """
            insert into cases (complaint_id, government, number, type, visibility, sop, received_at, proposal, state,
                               prior, agency, rule, reason, hop, dispatched_at, answered_at, replied_at, objected_at,
                               ended_at, target, return_reason, forwarded_at, sure_of, confirmed_at)
            select id, government, number, type, visibility, sop, received_at, proposal, state, prior, agency,
                   rule, reason, hop, dispatched_at, answered_at, replied_at, objected_at, ended_at, target, return_reason,
                   forwarded_at, sure_of, confirmed_at
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[],
                        $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::int[],
                        $15::timestamptz[], $16::timestamptz[], $17::timestamptz[], $18::timestamptz[], $19::timestamptz[],
                        $20::text[], $21::text[], $22::timestamptz[], $23::text[], $24::timestamptz[])
                as kept (id, government, number, type, visibility, sop, received_at, proposal, state, prior, agency,
                         rule, reason, hop, dispatched_at, answered_at, replied_at, objected_at, ended_at, target,
                         return_reason, forwarded_at, sure_of, confirmed_at)
            on conflict (complaint_id) do update set
                state = excluded.state, prior = excluded.prior, agency = excluded.agency, rule = excluded.rule,
                reason = excluded.reason, hop = excluded.hop, dispatched_at = excluded.dispatched_at,
                answered_at = excluded.answered_at, replied_at = excluded.replied_at,
                objected_at = excluded.objected_at, ended_at = excluded.ended_at, target = excluded.target,
                return_reason = excluded.return_reason, forwarded_at = excluded.forwarded_at,
                confirmed_at = excluded.confirmed_at
            """;
    private static final String SAVE_CLOCKS = """
            insert into clock (complaint_id, government, kind, rule, standard, agency, started_at, due_at, pauses, rung,
                               missed_at, met_at, ended_at, took_seconds)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                                 $7::timestamptz[], $8::timestamptz[], $9::text[], $10::int[], $11::timestamptz[],
                                 $12::timestamptz[], $13::timestamptz[], $14::int[])
            on conflict (complaint_id, rule, started_at) do update set
                agency = excluded.agency, due_at = excluded.due_at, pauses = excluded.pauses, rung = excluded.rung,
                missed_at = excluded.missed_at, met_at = excluded.met_at, ended_at = excluded.ended_at,
                took_seconds = excluded.took_seconds
            """;
    private static final String ARM = """
            insert into timer (complaint_id, rule, started_at, due_at)
            select * from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::timestamptz[])
            on conflict (complaint_id, rule, started_at) do update set due_at = excluded.due_at
            """;
    private static final String DISARM = """
            delete from timer using unnest($1::uuid[], $2::text[], $3::timestamptz[]) as gone (id, rule, started_at)
            where timer.complaint_id = gone.id and timer.rule = gone.rule and timer.started_at = gone.started_at
            """;
    private static final String SAVE_MOVES = """
            insert into redelegation (complaint_id, hop, government, from_agency, to_agency, reason, moved_at)
            select * from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[],
                                 $7::timestamptz[])
            """;

    private final Handbook handbook;

    CaseBook(Handbook handbook) {
        this.handbook = handbook;
    }

    /** Cases by their ids, for change; ids without a case are left out. */
    Uni<Map<UUID, Case>> lock(SqlConnection transaction, Collection<UUID> ids) {
        return load(transaction, ids, LOCK, LIVE_CLOCKS);
    }

    /** A case with all clocks that ever ran for it, to be looked at only; null when there is none. */
    Uni<@Nullable Case> find(SqlConnection connection, UUID id) {
        return load(connection, List.of(id), FIND, ALL_CLOCKS).map(cases -> cases.get(id));
    }

    /** Claims timers that are due, at most so many, and returns their cases for change. */
    Uni<Collection<Case>> lockDue(SqlConnection transaction, Instant now, int limit) {
        return transaction
                .preparedQuery(CLAIM)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), limit))
                .chain(claimed -> {
                    // A case with several timers that are due comes once for each.
                    var rows = new HashMap<UUID, Row>();
                    claimed.forEach(row -> rows.put(row.getUUID("complaint_id"), row));
                    return withClocks(transaction, rows.values(), LIVE_CLOCKS).map(cases -> {
                        // Their timers are gone; what does not ring after all must be armed again.
                        claimed.forEach(row -> Objects.requireNonNull(cases.get(row.getUUID("complaint_id")))
                                .rearm(row.getString("timer_rule"), instant(row, "timer_started_at")));
                        return cases.values();
                    });
                });
    }

    /** Puts off by an hour what is due first, and says of which complaint it is. */
    Uni<UUID> putOffFirst(SqlConnection transaction, Instant now) {
        return transaction
                .preparedQuery(PUT_OFF)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.size() == 0
                        ? new UUID(0, 0)
                        : rows.iterator().next().getUUID(0));
    }

    /** Keeps what has changed of these cases. */
    Uni<Void> save(SqlConnection transaction, Collection<Case> cases) {
        var clocks = new ArrayList<Ticking>();
        var moves = new ArrayList<Moved>();
        for (var it : cases) {
            for (var clock : it.clocks()) {
                if (clock.hasChanged()) {
                    clocks.add(new Ticking(it.memory(), clock, clock.nextAlarmAt()));
                }
            }
            it.memory().redelegations.forEach(move -> moves.add(new Moved(it.memory(), move)));
        }
        var armed =
                clocks.stream().filter(ticking -> ticking.nextAlarmAt() != null).toList();
        var disarmed = clocks.stream()
                .filter(ticking ->
                        ticking.nextAlarmAt() == null && !ticking.clock().isFresh())
                .toList();
        var movedCases = cases.stream().filter(Case::hasMoved).toList();
        return write(transaction, SAVE_CASES, movedCases, this::columns)
                .chain(() -> write(transaction, SAVE_CLOCKS, clocks, CaseBook::clockColumns))
                .chain(() -> write(transaction, DISARM, disarmed, CaseBook::key))
                .chain(() ->
                        write(transaction, ARM, armed, columns -> key(columns).times(Ticking::nextAlarmAt)))
                .chain(() -> write(transaction, SAVE_MOVES, moves, CaseBook::moveColumns));
    }

    private static <T> Uni<Void> write(
            SqlConnection transaction, String sql, Collection<T> rows, Function<Columns<T>, Columns<T>> columns) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(sql)
                        .execute(columns.apply(Columns.of(rows)).tuple())
                        .replaceWithVoid();
    }

    private Columns<Case> columns(Columns<Case> cases) {
        return cases.uuids(it -> it.memory().id)
                .texts(it -> it.memory().government)
                .texts(it -> it.memory().number)
                .texts(it -> it.memory().type.name())
                .texts(it -> it.memory().visibility.name())
                .texts(it -> it.memory().sop)
                .times(it -> it.memory().receivedAt)
                .texts(it -> it.memory().proposal.text())
                .texts(it -> it.memory().state().name())
                .texts(it -> name(it.memory().prior()))
                .texts(it -> it.memory().agency)
                .texts(it -> it.memory().rule)
                .texts(it -> it.memory().reason)
                .numbers(it -> it.memory().hop)
                .times(it -> it.memory().dispatchedAt)
                .times(it -> it.memory().answeredAt)
                .times(it -> it.memory().repliedAt)
                .times(it -> it.memory().objectedAt)
                .times(it -> it.memory().endedAt)
                .texts(it -> it.memory().target)
                .texts(it -> name(it.memory().returnReason))
                .times(it -> it.memory().forwardedAt)
                .texts(it -> it.memory().sureOf)
                .times(it -> it.memory().confirmedAt);
    }

    private static Columns<Ticking> clockColumns(Columns<Ticking> clocks) {
        return clocks.uuids(it -> it.memory().id)
                .texts(it -> it.memory().government)
                .texts(it -> it.clock().kind().name())
                .texts(it -> it.clock().rule().id())
                .texts(it -> it.clock().rule().standard().text())
                .texts(it -> it.memory().agency)
                .times(it -> it.clock().startedAt())
                .times(it -> it.clock().dueAt())
                .texts(it -> Pause.write(it.clock().memory().pauses()))
                .numbers(it -> it.clock().memory().rung())
                .times(it -> it.clock().missedAt())
                .times(it -> it.clock().metAt())
                .times(it -> it.clock().endedAt())
                .numbers(it -> seconds(it.clock().took()));
    }

    private static Columns<Ticking> key(Columns<Ticking> clocks) {
        return clocks.uuids(it -> it.memory().id)
                .texts(it -> it.clock().rule().id())
                .times(it -> it.clock().startedAt());
    }

    private static Columns<Moved> moveColumns(Columns<Moved> moves) {
        return moves.uuids(it -> it.memory().id)
                .numbers(it -> it.move().hop())
                .texts(it -> it.memory().government)
                .texts(it -> it.move().from())
                .texts(it -> it.move().to())
                .texts(it -> it.move().reason().name())
                .times(it -> it.move().at());
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
            var memory = memory(row);
            var home = handbook.of(memory.government);
            var sop = handbook.sop(memory.government, memory.sop);
            var running = clocksOf.getOrDefault(memory.id, List.of()).stream()
                    .map(clock -> clock(clock, home, sop))
                    .filter(Objects::nonNull)
                    .toList();
            found.put(memory.id, new Case(home, sop, memory, running));
        }
        return found;
    }

    private CaseMemory memory(Row row) {
        var memory = new CaseMemory(
                        row.getUUID("complaint_id"),
                        row.getString("government"),
                        row.getString("number"),
                        ComplaintType.valueOf(row.getString("type")),
                        Visibility.ofName(row.getString("visibility")),
                        row.getString("sop"),
                        instant(row, "received_at"),
                        KeptProposal.read(row.getString("proposal")),
                        row.getString("sure_of"))
                .in(CaseState.valueOf(row.getString("state")), value(row, "prior", CaseState::valueOf));
        memory.agency = row.getString("agency");
        memory.rule = row.getString("rule");
        memory.reason = row.getString("reason");
        memory.hop = row.getInteger("hop");
        memory.dispatchedAt = instantOrNull(row, "dispatched_at");
        memory.answeredAt = instantOrNull(row, "answered_at");
        memory.forwardedAt = instantOrNull(row, "forwarded_at");
        memory.confirmedAt = instantOrNull(row, "confirmed_at");
        memory.repliedAt = instantOrNull(row, "replied_at");
        memory.objectedAt = instantOrNull(row, "objected_at");
        memory.endedAt = instantOrNull(row, "ended_at");
        memory.target = row.getString("target");
        memory.returnReason = value(row, "return_reason", MisroutingReason::valueOf);
        return memory;
    }

    /** Null for a clock whose rule the procedure does not know, which only one from before there were any can be. */
    private static @Nullable Clock clock(Row row, Jurisdiction home, Sop sop) {
        var kind = ClockKind.valueOf(row.getString("kind"));
        var rule = rule(sop, kind, row.getString("rule"));
        return rule == null
                ? null
                : new Clock(
                        kind,
                        rule,
                        sop.policy().longestPause(),
                        home.calendar(kind == ClockKind.STEP ? sop.step(rule.id()) : null, row.getString("agency")),
                        new Clock.Memory(
                                instant(row, "started_at"),
                                instant(row, "due_at"),
                                Pause.read(row.getString("pauses")),
                                row.getInteger("rung"),
                                instantOrNull(row, "missed_at"),
                                instantOrNull(row, "met_at"),
                                instantOrNull(row, "ended_at")));
    }

    private static @Nullable ClockRule rule(Sop sop, ClockKind kind, String id) {
        return switch (kind) {
            case PROMISE -> sop.promise();
            case STEP -> {
                var step = sop.step(id);
                yield step == null ? null : step.clock();
            }
            case CEILING ->
                sop.ceilings().stream()
                        .map(ceiling -> ceiling.clock())
                        .filter(rule -> rule.id().equals(id))
                        .findFirst()
                        .orElse(null);
        };
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    private static @Nullable Instant instantOrNull(Row row, String column) {
        var value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }

    private static <T> @Nullable T value(Row row, String column, Function<String, T> of) {
        var text = row.getString(column);
        return text == null ? null : of.apply(text);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable Integer seconds(@Nullable Duration duration) {
        return duration == null ? null : (int) Math.min(Integer.MAX_VALUE, duration.toSeconds());
    }

    private record Ticking(
            CaseMemory memory, Clock clock, @Nullable Instant nextAlarmAt) {}

    private record Moved(CaseMemory memory, Redelegation move) {}
}
