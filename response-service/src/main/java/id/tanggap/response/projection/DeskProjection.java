package id.tanggap.response.projection;

import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.ComplaintWithdrawn;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsLinked;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsUnlinked;
import id.tanggap.contracts.event.IntakeEvent.Location;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.RoutingEvent.CaseClosed;
import id.tanggap.contracts.event.RoutingEvent.ClaimedFromGroup;
import id.tanggap.contracts.event.RoutingEvent.ClockMoved;
import id.tanggap.contracts.event.RoutingEvent.ClockPaused;
import id.tanggap.contracts.event.RoutingEvent.ClockResumed;
import id.tanggap.contracts.event.RoutingEvent.ClockStarted;
import id.tanggap.contracts.event.RoutingEvent.DeadlineMissed;
import id.tanggap.contracts.event.RoutingEvent.DestinationProposed;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.ForwardedToGroup;
import id.tanggap.contracts.event.RoutingEvent.GroupStayedSilent;
import id.tanggap.contracts.event.RoutingEvent.Redelegated;
import id.tanggap.contracts.event.RoutingEvent.ReferredOutside;
import id.tanggap.contracts.event.RoutingEvent.ReplyOverdue;
import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.contracts.wire.Envelope;
import id.tanggap.governments.Governments;
import id.tanggap.messaging.Columns;
import id.tanggap.messaging.inbox.Interest;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.response.desk.CaseStatus;
import id.tanggap.response.desk.HistoryEntry;
import id.tanggap.response.desk.Lifecycle;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts cases on the desk. One statement per topic and batch; each writes its own columns, so that the order in which
 * topics are read does not matter. Rows in the order of their ids, so that two channels wait for each other instead of
 * locking each other out.
 */
@ApplicationScoped
class DeskProjection {
    /** What the desk shows. */
    static final Interest INTEREST = Interest.in(List.of(
                    ComplaintReceived.class,
                    ComplainantReplied.class,
                    ComplaintWithdrawn.class,
                    ObjectionRaised.class,
                    ComplaintsLinked.class,
                    ComplaintsUnlinked.class,
                    ForwardedToGroup.class,
                    ClaimedFromGroup.class,
                    GroupStayedSilent.class,
                    DestinationProposed.class,
                    Dispatched.class,
                    ReturnedAsMisrouted.class,
                    Redelegated.class,
                    ReferredOutside.class,
                    ReplyOverdue.class,
                    CaseClosed.class))
            .and(ClockStarted.class, it -> it.clock() != ClockKind.CEILING)
            .and(ClockPaused.class, it -> it.clock() != ClockKind.CEILING)
            .and(ClockResumed.class, it -> it.clock() != ClockKind.CEILING)
            .and(ClockMoved.class, it -> it.clock() != ClockKind.CEILING)
            .and(DeadlineMissed.class, it -> it.clock() == ClockKind.PROMISE);

    private static final Set<CaseStatus> ENDS =
            Set.of(CaseStatus.CLOSED, CaseStatus.WITHDRAWN, CaseStatus.MERGED, CaseStatus.REFERRED);

    /** Where it is put: what is in use, or what is being built anew beside it. */
    enum Tables {
        IN_USE("desk_case", "case_text"),
        REBUILT("rebuilt_case", "rebuilt_text");

        private final String received;
        private final String met;
        private final String told;

        Tables(String cases, String texts) {
            this.received = in(cases, texts, DeskProjection.RECEIVED);
            this.met = in(cases, texts, DeskProjection.MET);
            this.told = in(cases, texts, DeskProjection.TOLD);
        }

        private static String in(String cases, String texts, String sql) {
            return sql.replace("desk_case", cases).replace("case_text", texts);
        }
    }

    private static final String RECEIVED = """
            with told as (
                select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                                     $8::text[], $9::timestamptz[], $10::text[], $11::text[], $12::text[],
                                     $13::float8[], $14::float8[])
                    as told (id, government, number, channel, type, visibility, category, region_code, received_at,
                             title, text, address, lat, lon)
            ),
            worded as (
                insert into case_text (case_id, government, title, text, address, lat, lon, words)
                select id, government, title, text, address, lat, lon,
                       to_tsvector('simple', number) || to_tsvector('indonesian', concat_ws(' ', title, text, address))
                from told
                on conflict (case_id) do update
                set title = excluded.title, text = excluded.text, address = excluded.address, lat = excluded.lat,
                    lon = excluded.lon, words = excluded.words
            )
            insert into desk_case (id, government, number, channel, type, visibility, category, region_code, received_at)
            select id, government, number, channel, type, visibility, category, region_code, received_at from told
            order by id
            on conflict (id) do update
            set number = excluded.number, channel = excluded.channel, type = excluded.type,
                visibility = excluded.visibility, category = excluded.category, region_code = excluded.region_code,
                received_at = excluded.received_at
            """;
    private static final String MET = """
            insert into desk_case (id, government)
            select * from unnest($1::uuid[], $2::text[]) as met (id, government) order by id
            on conflict (id) do nothing
            """;
    private static final String TOLD = """
            with held as (select id from desk_case where id = any($1) order by id for update)
            update desk_case as known set
                -- What was taken away lies on no desk until it is dispatched anew, and then in the queue.
                status = case when told.taken and known.status in ('IN_PROGRESS', 'DISPOSED', 'NEEDS_INFO', 'OBJECTED')
                              then 'DISPATCHED' else known.status end,
                agency = case when told.taken then told.agency else coalesce(told.agency, known.agency) end,
                assignee = case when not told.taken then assignee end,
                assignee_name = case when not told.taken then assignee_name end,
                division = case when not told.taken then division end,
                division_name = case when not told.taken then division_name end,
                division_due_at = case when not told.taken then division_due_at end,
                approval_requested = approval_requested and not told.taken,
                agency_name = coalesce(told.agency_name, known.agency_name),
                dispatch_reason = coalesce(told.dispatch_reason, known.dispatch_reason),
                hop = coalesce(told.hop, known.hop),
                dispatched_at = coalesce(told.dispatched_at, known.dispatched_at),
                due_at = coalesce(told.due_at, known.due_at),
                step_due_at = coalesce(told.step_due_at, known.step_due_at),
                history = known.history || told.history::jsonb
            from held join unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::integer[], $6::timestamptz[],
                                  $7::timestamptz[], $8::timestamptz[], $9::boolean[], $10::text[])
                      as told (id, agency, agency_name, dispatch_reason, hop, dispatched_at, due_at, step_due_at, taken,
                               history)
                      on told.id = held.id
            where known.id = held.id
            """;
    private static final String VOID_DISPOSITIONS = """
            update disposition set voided_at = $2
            where case_id = any($1) and answered_at is null and voided_at is null
            """;
    private static final String FORGET_DRAFTS = "delete from draft where case_id = any($1)";
    private static final String TURN = """
            update desk_case
            set status = coalesce($3, back_to, status),
                back_to = case when $3 is null then null when $5 then status else back_to end,
                ended_at = case when $5 then $4::timestamptz end
            where id = $1 and status = any($2)
            """;

    private final Governments governments;

    DeskProjection(Governments governments) {
        this.governments = governments;
    }

    Uni<Void> record(SqlConnection transaction, List<ReceivedEvent> events) {
        return record(transaction, events, Tables.IN_USE)
                .chain(() -> forget(transaction, events))
                .chain(() -> turn(transaction, events));
    }

    /** Only what was told; what that means for the desk's own work is done once, when it is heard. */
    Uni<Void> record(SqlConnection transaction, List<ReceivedEvent> events, Tables tables) {
        var received = new TreeMap<UUID, Received>();
        var told = new TreeMap<UUID, Told>();
        for (var event : events) {
            var id = event.envelope().subject();
            if (event.event() instanceof ComplaintReceived it) {
                received.put(id, new Received(id, event.envelope().government(), it));
            } else {
                told.computeIfAbsent(id, _ -> new Told(id, event.envelope().government()))
                        .hear(event, isOfAnAgency(event));
            }
        }
        return write(transaction, tables.received, received.values(), DeskProjection::received)
                .chain(() -> write(
                        transaction,
                        tables.met,
                        told.values(),
                        columns -> columns.uuids(Told::id).texts(Told::government)))
                .chain(() -> write(transaction, tables.told, told.values(), DeskProjection::told));
    }

    /** What the former agency began and did not finish. */
    private static Uni<Void> forget(SqlConnection transaction, List<ReceivedEvent> events) {
        var taken = events.stream()
                .filter(event -> event.event() instanceof ReturnedAsMisrouted || event.event() instanceof Redelegated)
                .map(ReceivedEvent::envelope)
                .toList();
        if (taken.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ids = taken.stream().map(Envelope::subject).distinct().toArray(UUID[]::new);
        var at = taken.getLast().time().atOffset(ZoneOffset.UTC);
        return transaction
                .preparedQuery(VOID_DISPOSITIONS)
                .execute(Tuple.tuple().addArrayOfUUID(ids).addOffsetDateTime(at))
                .chain(() -> transaction
                        .preparedQuery(FORGET_DRAFTS)
                        .execute(Tuple.tuple().addArrayOfUUID(ids)))
                .replaceWithVoid();
    }

    /** One after the other, since two of the same case build on each other; they are few. */
    private static Uni<Void> turn(SqlConnection transaction, List<ReceivedEvent> events) {
        var all = Uni.createFrom().voidItem();
        for (var event : events) {
            var turn = Lifecycle.turnOf(event.event());
            if (turn != null) {
                var from = turn.from().stream().map(Enum::name).toArray(String[]::new);
                var values = Tuple.tuple()
                        .addUUID(event.envelope().subject())
                        .addArrayOfString(from)
                        .addString(turn.to() == null ? null : turn.to().name())
                        .addOffsetDateTime(event.envelope().time().atOffset(ZoneOffset.UTC))
                        .addBoolean(turn.to() != null && ENDS.contains(turn.to()));
                all = all.chain(
                        () -> transaction.preparedQuery(TURN).execute(values).replaceWithVoid());
            }
        }
        return all;
    }

    /** Whether a step's clock is that of an agency. One of a procedure that is no longer in force is taken to be. */
    private boolean isOfAnAgency(ReceivedEvent event) {
        var rule =
                switch (event.event()) {
                    case ClockStarted it -> it.rule();
                    case ClockMoved it -> it.rule();
                    case ClockPaused it -> it.rule();
                    case ClockResumed it -> it.rule();
                    default -> null;
                };
        var government = governments.find(event.envelope().government());
        var step = government == null || rule == null ? null : government.sop().step(rule);
        return step == null || step.role().isOfAnAgency();
    }

    private static <T> Uni<Void> write(
            SqlConnection transaction, String sql, Collection<T> rows, Function<Columns<T>, Columns<T>> columns) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple values = columns.apply(Columns.of(rows)).tuple();
        return transaction.preparedQuery(sql).execute(values).replaceWithVoid();
    }

    private static Columns<Received> received(Columns<Received> columns) {
        return columns.uuids(Received::id)
                .texts(Received::government)
                .texts(row -> row.complaint().number())
                .texts(row -> row.complaint().channel().name())
                .texts(row -> row.complaint().type().name())
                .texts(row -> row.complaint().visibility().name())
                .texts(row -> row.complaint().category())
                .texts(row -> row.where(Location::regionCode))
                .times(row -> row.complaint().receivedAt())
                .texts(row -> row.complaint().title())
                .texts(row -> row.complaint().text())
                .texts(row -> row.where(Location::address))
                .decimals(row -> row.where(Location::lat))
                .decimals(row -> row.where(Location::lon));
    }

    private static Columns<Told> told(Columns<Told> columns) {
        return columns.uuids(Told::id)
                .texts(row -> row.dispatched(Dispatched::agency))
                .texts(row -> row.dispatched(Dispatched::agencyName))
                .texts(row -> row.dispatched(Dispatched::reason))
                .numbers(row -> row.dispatched(Dispatched::hop))
                .times(row -> row.dispatched(Dispatched::dispatchedAt))
                .times(Told::dueAt)
                .times(Told::stepDueAt)
                .flags(Told::taken)
                .texts(Told::history);
    }

    private record Received(UUID id, String government, ComplaintReceived complaint) {
        <T> @Nullable T where(Function<Location, @Nullable T> part) {
            return complaint.location() == null ? null : part.apply(complaint.location());
        }
    }

    /** What a batch told of one case; of each kind the last event counts. */
    private static final class Told {
        private final UUID id;
        private final String government;
        private final List<String> history = new ArrayList<>();
        private @Nullable Dispatched dispatched;
        private @Nullable Instant dueAt;
        private @Nullable Instant stepDueAt;
        private boolean taken;

        Told(UUID id, String government) {
            this.id = id;
            this.government = government;
        }

        /** @param ofAnAgency whether a step's clock is that of an agency */
        void hear(ReceivedEvent received, boolean ofAnAgency) {
            switch (received.event()) {
                case ClockStarted it -> due(it.clock(), it.dueAt(), ofAnAgency);
                case ClockMoved it -> due(it.clock(), it.to(), ofAnAgency);
                case ClockPaused it -> due(it.clock(), it.dueAt(), ofAnAgency);
                case ClockResumed it -> due(it.clock(), it.dueAt(), ofAnAgency);
                case Dispatched it -> {
                    dispatched = it;
                    remember(received);
                }
                case ReturnedAsMisrouted _, Redelegated _ -> {
                    taken = true;
                    dispatched = null;
                    remember(received);
                }
                default -> remember(received);
            }
        }

        private void due(ClockKind clock, Instant at, boolean ofAnAgency) {
            if (clock == ClockKind.PROMISE) {
                dueAt = at;
            } else if (ofAnAgency) {
                stepDueAt = at;
            }
        }

        private void remember(ReceivedEvent received) {
            history.add(HistoryEntry.write(received));
        }

        UUID id() {
            return id;
        }

        String government() {
            return government;
        }

        <T> @Nullable T dispatched(Function<Dispatched, T> part) {
            return dispatched == null ? null : part.apply(dispatched);
        }

        @Nullable
        Instant dueAt() {
            return dueAt;
        }

        @Nullable
        Instant stepDueAt() {
            return stepDueAt;
        }

        boolean taken() {
            return taken;
        }

        String history() {
            return history.stream().collect(Collectors.joining(",", "[", "]"));
        }
    }
}
