package id.tanggap.response.projection;

import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.contracts.wire.Envelope;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.response.life.Standing;
import id.tanggap.response.life.Whereabouts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
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

    private static final String STAND =
            "select id, status, back_to, awaited_act from desk_case where id = any($1) order by id for update";
    private static final String TURN = """
            update desk_case
            set status = $2, back_to = $3, awaited_act = $4,
                assignee = case when $7 then null else assignee end,
                assignee_name = case when $7 then null else assignee_name end,
                ended_at = case when $5 then coalesce(ended_at, $6::timestamptz) end
            where id = $1
            """;

    /** Their cases are locked first, as an officer locks one, and in the order of their ids. */
    static Uni<Void> of(SqlConnection transaction, List<ReceivedEvent> events) {
        var turning = events.stream()
                .filter(event -> Standing.isTurnedBy(event.event()))
                .toList();
        return turning.isEmpty()
                ? Uni.createFrom().voidItem()
                : standings(transaction, turning)
                        .chain(before -> forget(transaction, turning)
                                .chain(() -> Refusals.of(transaction, refusals(turning)))
                                .chain(() -> turn(transaction, before, turning)));
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

    private static List<ActRefused> refusals(List<ReceivedEvent> events) {
        return events.stream()
                .map(ReceivedEvent::event)
                .filter(ActRefused.class::isInstance)
                .map(ActRefused.class::cast)
                .toList();
    }

    private static Uni<Map<UUID, Standing>> standings(SqlConnection transaction, List<ReceivedEvent> turning) {
        var ids = turning.stream().map(it -> it.envelope().subject()).distinct().toArray(UUID[]::new);
        return transaction
                .preparedQuery(STAND)
                .execute(Tuple.tuple().addArrayOfUUID(ids))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getUUID("id"), Consequences::standing)));
    }

    /** Event by event, since one builds on the other; what has moved is written in one flight. */
    private static Uni<Void> turn(SqlConnection transaction, Map<UUID, Standing> before, List<ReceivedEvent> turning) {
        var turned = turned(before, turning);
        return turned.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(TURN).executeBatch(turned).replaceWithVoid();
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
        var disputed = new HashSet<UUID>();
        for (var told : events) {
            var about = told.envelope();
            after.computeIfPresent(about.subject(), (_, standing) -> standing.after(about.id(), told.event()));
            at.put(about.subject(), about.time());
            if (told.event() instanceof ObjectionRaised) {
                disputed.add(about.subject());
            }
        }
        after.entrySet().removeAll(before.entrySet());
        return after.entrySet().stream()
                .map(it -> turn(
                        it.getKey(),
                        it.getValue(),
                        Objects.requireNonNull(at.get(it.getKey())),
                        disputed.contains(it.getKey()) && it.getValue().status() == DeskStatus.OBJECTED))
                .toList();
    }

    /** @param disputed whether the citizen has just objected: it is nobody's until somebody takes it */
    private static Tuple turn(UUID about, Standing standing, Instant at, boolean disputed) {
        return Tuple.tuple()
                .addUUID(about)
                .addString(standing.status().name())
                .addString(standing.before() == null ? null : standing.before().name())
                .addUUID(standing.awaited())
                .addBoolean(ENDS.contains(standing.status()))
                .addOffsetDateTime(at.atOffset(ZoneOffset.UTC))
                .addBoolean(disputed);
    }

    private Consequences() {}
}
