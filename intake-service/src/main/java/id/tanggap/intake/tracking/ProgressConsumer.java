package id.tanggap.intake.tracking;

import id.tanggap.messaging.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what became of the complaints. */
@ApplicationScoped
class ProgressConsumer {
    private final Inbox inbox;
    private final Progress progress;

    ProgressConsumer(Inbox inbox, Progress progress) {
        this.inbox = inbox;
        this.progress = progress;
    }

    @Incoming("routing-in")
    Uni<Void> routing(ConsumerRecords<String, byte[]> records) {
        return inbox.receive(records, Progress.INTEREST, progress::record);
    }

    @Incoming("response-in")
    Uni<Void> response(ConsumerRecords<String, byte[]> records) {
        return inbox.receive(records, Progress.INTEREST, progress::record);
    }
}
