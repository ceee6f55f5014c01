package id.tanggap.messaging.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/**
 * What a consumer does with events, in the order in which they came. All effects go through {@code transaction}; the
 * handler may be called again with the same events when the transaction was rolled back.
 */
@FunctionalInterface
public interface BatchHandler {
    Uni<Void> handle(SqlConnection transaction, List<ReceivedEvent> events);
}
