package id.tanggap.response.projection;

import id.tanggap.messaging.inbox.BatchHandler;
import id.tanggap.messaging.inbox.Inbox;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.response.desk.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of complaints and of where they are sent. */
@ApplicationScoped
class DeskConsumer {
    private final Inbox inbox;
    private final DeskProjection projection;
    private final Changes changes;

    DeskConsumer(Inbox inbox, DeskProjection projection, Changes changes) {
        this.inbox = inbox;
        this.projection = projection;
        this.changes = changes;
    }

    @Incoming("intake-in")
    Uni<Void> intake(ConsumerRecords<String, byte[]> records) {
        return receive(records);
    }

    @Incoming("routing-in")
    Uni<Void> routing(ConsumerRecords<String, byte[]> records) {
        return receive(records);
    }

    private Uni<Void> receive(ConsumerRecords<String, byte[]> records) {
        var changed = new HashSet<UUID>();
        BatchHandler handler = (transaction, events) -> projection
                .record(transaction, events)
                .invoke(() -> events.stream()
                        .map(ReceivedEvent::envelope)
                        .forEach(envelope -> changed.add(envelope.subject())));
        return inbox.receive(records, DeskProjection.INTEREST, handler).invoke(() -> changed.forEach(changes::of));
    }
}
