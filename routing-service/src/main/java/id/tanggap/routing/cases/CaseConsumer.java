package id.tanggap.routing.cases;

import id.tanggap.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of new complaints and of answers. */
@ApplicationScoped
class CaseConsumer {
    private final Inbox inbox;
    private final Dispatching dispatching;
    private final Answers answers;

    CaseConsumer(Inbox inbox, Dispatching dispatching, Answers answers) {
        this.inbox = inbox;
        this.dispatching = dispatching;
        this.answers = answers;
    }

    @Incoming("intake-in")
    Uni<Void> intake(ConsumerRecords<String, byte[]> records) {
        return inbox.receive(records, dispatching::dispatch).invoke(dispatching::dispatched);
    }

    @Incoming("response-in")
    Uni<Void> response(ConsumerRecords<String, byte[]> records) {
        return inbox.receive(records, answers::meet);
    }
}
