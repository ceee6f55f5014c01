package id.tanggap.intake.tracking;

import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.IntakeEvent;
import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.messaging.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

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
        var verdicts = events.stream().flatMap(Verdicts::of).toList();
        return verdicts.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(WRITE).executeBatch(verdicts).replaceWithVoid();
    }

    private static Stream<Tuple> of(ReceivedEvent told) {
        return switch (told.event()) {
            case ActRefused it
            when it.act().it() instanceof IntakeEvent ->
                Stream.of(Tuple.of(it.actId(), null, it.reason().name()));
            case Act it
            when it instanceof IntakeEvent ->
                Stream.of(Tuple.of(told.envelope().id(), it.at().atOffset(ZoneOffset.UTC), null));
            default -> Stream.empty();
        };
    }

    private Verdicts() {}
}
