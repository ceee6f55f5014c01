package id.tanggap.routing.cases;

import id.tanggap.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what citizens and agencies do. */
@ApplicationScoped
class CaseConsumer {
    private final Inbox inbox;
    private final CaseWork work;
    private final DeadlineWatch watch;

    CaseConsumer(Inbox inbox, CaseWork work, DeadlineWatch watch) {
        this.inbox = inbox;
        this.work = work;
        this.watch = watch;
    }

    @Incoming("intake-in")
    Uni<Void> intake(ConsumerRecords<String, byte[]> records) {
        return hear(records);
    }

    @Incoming("response-in")
    Uni<Void> response(ConsumerRecords<String, byte[]> records) {
        return hear(records);
    }

    /** After the commit the watch looks: a new deadline may be nearer than the one it waits for. */
    private Uni<Void> hear(ConsumerRecords<String, byte[]> records) {
        return inbox.receive(records, work::hear).invoke(watch::look);
    }
}
