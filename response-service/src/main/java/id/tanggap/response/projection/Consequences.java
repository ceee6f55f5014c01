package id.tanggap.response.projection;

import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.contracts.wire.Envelope;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.response.life.Standing;
import id.tanggap.response.life.Whereabouts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What it means for the desk's own work that something was told. Done once, when it is heard, and by no rebuild. */
final class Consequences {
    private static final Set<DeskStatus> ENDS =
            Set.of(DeskStatus.CLOSED, DeskStatus.WITHDRAWN, DeskStatus.MERGED, DeskStatus.REFERRED);

    private static final String VOID_DISPOSITIONS = """
            update disposition set voided_at = $2
            where case_id = any($1) and answered_at is null and voided_at is null
            """;
    private static final String FORGET_DRAFTS = "delete from draft where case_id = any($1)";

    /**
     * An answer that has no effect gives way to the one before it, unless a newer one has taken its place; then that one
     * remembers what stood before both.
     */
    private static final String REFUSE = """
            with refused as (
                update deed set refused_at = $2, refused_because = $3 where act_id = $1
                returning id, case_id, action, former
            ),
            newer as (
                select deed.id, refused.action, refused.former from refused
                join deed on deed.case_id = refused.case_id and deed.id > refused.id and deed.refused_at is null
                    and deed.action in ('PUBLISH', refused.action)
                where refused.action in ('PUBLISH', 'RESOLVE')
                order by deed.id limit 1
            ),
            inherited as (
                update deed set former = newer.former from newer where deed.id = newer.id and newer.action = 'PUBLISH'
            )
            update desk_case as about
            set (answer, answered_at, answered_by, follow_up, follow_up_by, follow_up_due_at, resolved_at) = (
                select answer, answered_at, answered_by, follow_up, follow_up_by, follow_up_due_at, resolved_at
                from jsonb_to_record(case when refused.action = 'PUBLISH' then coalesce(refused.former, '{}')::jsonb
                                          else to_jsonb(about) - 'resolved_at' end)
                     as former (answer text, answered_at timestamptz, answered_by text, follow_up text,
                                follow_up_by date, follow_up_due_at timestamptz, resolved_at timestamptz)
            )
            from refused
            where about.id = refused.case_id and refused.action in ('PUBLISH', 'RESOLVE') and not exists (select from newer)
            """;

    private static final String STAND =
            "select id, status, back_to, awaited_act from desk_case where id = any($1) order by id for update";
    private static final String TURN = """
            update desk_case
            set status = $2, back_to = $3, awaited_act = $4,
                ended_at = case when $5 then coalesce(ended_at, $6::timestamptz) end
            where id = $1
            """;

    static Uni<Void> of(SqlConnection transaction, List<ReceivedEvent> events) {
        return forget(transaction, events)
                .chain(() -> refuse(transaction, events))
                .chain(() -> turn(transaction, events));
    }

    /** What the former agency began and did not finish. */
    private static Uni<Void> forget(SqlConnection transaction, List<ReceivedEvent> events) {
        var taken = events.stream()
                .filter(event -> Whereabouts.isLostBy(event.event()))
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

    /** Whoever did what has no effect is told so, and finds the words again. */
    private static Uni<Void> refuse(SqlConnection transaction, List<ReceivedEvent> events) {
        var refused = events.stream()
                .map(ReceivedEvent::event)
                .filter(ActRefused.class::isInstance)
                .map(ActRefused.class::cast)
                .filter(Standing::isOfTheDesk)
                .map(it -> Tuple.of(
                        it.actId(),
                        it.refusedAt().atOffset(ZoneOffset.UTC),
                        it.reason().name()))
                .toList();
        return refused.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(REFUSE).executeBatch(refused).replaceWithVoid();
    }

    /** Event by event, since one builds on the other; what has moved is written in one flight. */
    private static Uni<Void> turn(SqlConnection transaction, List<ReceivedEvent> events) {
        var turning = events.stream()
                .filter(event -> Standing.isTurnedBy(event.event()))
                .toList();
        if (turning.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ids = turning.stream().map(it -> it.envelope().subject()).distinct().toArray(UUID[]::new);
        return transaction
                .preparedQuery(STAND)
                .execute(Tuple.tuple().addArrayOfUUID(ids))
                .map(rows -> turned(standings(rows), turning))
                .chain(turned -> turned.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : transaction.preparedQuery(TURN).executeBatch(turned).replaceWithVoid());
    }

    private static Map<UUID, Standing> standings(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .collect(Collectors.toMap(row -> row.getUUID("id"), Consequences::standing, (a, _) -> a, TreeMap::new));
    }

    private static Standing standing(Row row) {
        return new Standing(
                DeskStatus.valueOf(row.getString("status")),
                status(row.getString("back_to")),
                row.getUUID("awaited_act"));
    }

    private static @Nullable DeskStatus status(@Nullable String name) {
        return name == null ? null : DeskStatus.valueOf(name);
    }

    private static List<Tuple> turned(Map<UUID, Standing> before, List<ReceivedEvent> events) {
        var after = new TreeMap<>(before);
        var at = new TreeMap<UUID, Instant>();
        for (var told : events) {
            var about = told.envelope();
            after.computeIfPresent(about.subject(), (_, standing) -> standing.after(about.id(), told.event()));
            at.put(about.subject(), about.time());
        }
        after.entrySet().removeAll(before.entrySet());
        return after.entrySet().stream()
                .map(it -> turn(it.getKey(), it.getValue(), Objects.requireNonNull(at.get(it.getKey()))))
                .toList();
    }

    private static Tuple turn(UUID about, Standing standing, Instant at) {
        return Tuple.tuple()
                .addUUID(about)
                .addString(standing.status().name())
                .addString(standing.before() == null ? null : standing.before().name())
                .addUUID(standing.awaited())
                .addBoolean(ENDS.contains(standing.status()))
                .addOffsetDateTime(at.atOffset(ZoneOffset.UTC));
    }

    private Consequences() {}
}
