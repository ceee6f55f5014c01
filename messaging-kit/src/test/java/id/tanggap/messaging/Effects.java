package id.tanggap.messaging;

import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.messaging.inbox.BatchHandler;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.messaging.outbox.OutgoingEvent;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An effect that shows itself: a row per event, without a constraint that would hide a second one. */
public final class Effects {
    public static final BatchHandler RECORDED = (transaction, events) -> transaction
            .preparedQuery("insert into effect (event, subject, hop) values ($1, $2, $3)")
            .executeBatch(events.stream()
                    .map(received -> Tuple.of(
                            received.envelope().id(), received.envelope().subject(), hop(received)))
                    .toList())
            .replaceWithVoid();

    static int hop(ReceivedEvent received) {
        return ((Dispatched) received.event()).hop();
    }

    /** For each subject the ids in the order in which they took effect. */
    public static Map<String, List<String>> of(Database database) {
        var bySubject = new LinkedHashMap<String, List<String>>();
        for (var row : database.strings("select subject || ' ' || event from effect order by n")) {
            var parts = row.split(" ", -1);
            bySubject.computeIfAbsent(parts[0], subject -> new ArrayList<>()).add(parts[1]);
        }
        return bySubject;
    }

    public static Map<String, List<String>> expected(List<OutgoingEvent> events) {
        return Topic.written(events);
    }

    private Effects() {}
}
