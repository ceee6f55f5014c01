package id.tanggap.response.projection;

import id.tanggap.contracts.event.RoutingEvent.Redelegated;
import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.contracts.wire.Envelope;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.response.desk.Lifecycle;
import id.tanggap.response.desk.Lifecycle.Turn;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What it means for the desk's own work that something was told. Done once, when it is heard, and by no rebuild. */
final class Consequences {
    private static final Set<DeskStatus> ENDS =
            Set.of(DeskStatus.CLOSED, DeskStatus.WITHDRAWN, DeskStatus.MERGED, DeskStatus.REFERRED);

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

    static Uni<Void> of(SqlConnection transaction, List<ReceivedEvent> events) {
        return forget(transaction, events).chain(() -> turn(transaction, events));
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

    /** In one flight and in their order, since two of the same case build on each other. */
    private static Uni<Void> turn(SqlConnection transaction, List<ReceivedEvent> events) {
        var turns = events.stream().flatMap(Consequences::turn).toList();
        return turns.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(TURN).executeBatch(turns).replaceWithVoid();
    }

    private static Stream<Tuple> turn(ReceivedEvent told) {
        var turn = Lifecycle.turnOf(told.event().getClass());
        return turn == null ? Stream.empty() : Stream.of(turn(told.envelope(), turn));
    }

    private static Tuple turn(Envelope about, Turn turn) {
        return Tuple.tuple()
                .addUUID(about.subject())
                .addArrayOfString(turn.from().stream().map(Enum::name).toArray(String[]::new))
                .addString(turn.to() == null ? null : turn.to().name())
                .addOffsetDateTime(about.time().atOffset(ZoneOffset.UTC))
                .addBoolean(turn.to() != null && ENDS.contains(turn.to()));
    }

    private Consequences() {}
}
