package id.tanggap.routing.work;

import id.tanggap.messaging.inbox.Inbox;
import id.tanggap.routing.destination.Learning;
import id.tanggap.routing.work.CaseWork.Heard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what citizens and agencies do. */
@ApplicationScoped
class CaseConsumer {
    private final Inbox inbox;
    private final CaseWork work;
    private final DeadlineWatch watch;
    private final Learning learning;

    CaseConsumer(Inbox inbox, CaseWork work, DeadlineWatch watch, Learning learning) {
        this.inbox = inbox;
        this.work = work;
        this.watch = watch;
        this.learning = learning;
    }

    @Incoming("intake-in")
    Uni<Void> intake(ConsumerRecords<String, byte[]> records) {
        return hear(records);
    }

    @Incoming("response-in")
    Uni<Void> response(ConsumerRecords<String, byte[]> records) {
        return hear(records);
    }

    /** Whether an answer is with its citizen. */
    @Incoming("notification-in")
    Uni<Void> notification(ConsumerRecords<String, byte[]> records) {
        return hear(records);
    }

    /**
     * After the commit the watch hears of the next alarm, which may be nearer than the one it waits for, and what was
     * confirmed is learned. A batch may come in parts.
     */
    private Uni<Void> hear(ConsumerRecords<String, byte[]> records) {
        var parts = new ConcurrentLinkedQueue<Heard>();
        return inbox.receive(
                        records,
                        CaseWork.INTEREST,
                        (transaction, events) -> work.hear(transaction, events)
                                .invoke(parts::add)
                                .replaceWithVoid())
                .invoke(() -> parts.forEach(part -> {
                    watch.expect(part.nextAlarm());
                    learning.look(part.confirmed());
                }));
    }
}
