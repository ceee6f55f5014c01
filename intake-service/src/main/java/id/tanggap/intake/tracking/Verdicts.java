package id.tanggap.intake.tracking;

import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent;
import id.tanggap.contracts.event.RoutingEvent.ActRefusal;
import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.messaging.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What routing said became of what citizens added and officers screened out. */
final class Verdicts {
    /** An act stands in one of the two tables. */
    private static final String WRITE = """
            with added as (
                update addition set taken_at = $2, refused = $3 where act_id = $1
            )
            update office_statement set taken_at = $2, refused = $3 where act_id = $1
            """;

    static Uni<Void> write(SqlConnection transaction, List<ReceivedEvent> events) {
        var verdicts = events.stream()
                .map(told -> in(told.envelope().id(), told.event()))
                .filter(Objects::nonNull)
                .map(Verdict::tuple)
                .toList();
        return verdicts.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(WRITE).executeBatch(verdicts).replaceWithVoid();
    }

    /**
     * Null when the event says nothing of what was done here.
     *
     * @param id that the event has, or that of the proposal whose taking it tells
     */
    static @Nullable Verdict in(UUID id, Event event) {
        return switch (event) {
            case ActRefused it when it.act().it() instanceof IntakeEvent -> new Verdict(it.actId(), null, it.reason());
            case Act it when it instanceof IntakeEvent -> new Verdict(id, it.at(), null);
            default -> null;
        };
    }

    /**
     * @param act the id of the event that proposed it
     * @param takenAt when it has its effect; null when it has none
     * @param refused why it has none; null when it has one
     */
    record Verdict(
            UUID act, @Nullable Instant takenAt, @Nullable ActRefusal refused) {

        private Tuple tuple() {
            return Tuple.of(
                    act,
                    takenAt == null ? null : takenAt.atOffset(ZoneOffset.UTC),
                    refused == null ? null : refused.name());
        }
    }

    private Verdicts() {}
}
