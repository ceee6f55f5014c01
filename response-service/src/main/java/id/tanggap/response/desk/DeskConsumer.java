package id.tanggap.response.desk;

import id.tanggap.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of complaints and of where they are sent. */
@ApplicationScoped
class DeskConsumer {
    private final Inbox inbox;
    private final DeskProjection projection;

    DeskConsumer(Inbox inbox, DeskProjection projection) {
        this.inbox = inbox;
        this.projection = projection;
    }

    @Incoming("intake-in")
    Uni<Void> intake(ConsumerRecords<String, byte[]> records) {
        return inbox.receive(records, DeskProjection.INTEREST, projection::record);
    }

    @Incoming("routing-in")
    Uni<Void> routing(ConsumerRecords<String, byte[]> records) {
        return inbox.receive(records, DeskProjection.INTEREST, projection::record);
    }
}
