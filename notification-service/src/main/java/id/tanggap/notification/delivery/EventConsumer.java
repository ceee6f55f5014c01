package id.tanggap.notification.delivery;

import id.tanggap.messaging.inbox.Inbox;
import id.tanggap.messaging.inbox.Once;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of complaints, questions, answers, referrals and what was screened out; of conversations and of reports. */
@ApplicationScoped
class EventConsumer {
    private final Inbox inbox;
    private final DeliveryPlanning planning;
    private final Conversations conversations;
    private final Dispatcher dispatcher;

    EventConsumer(Inbox inbox, DeliveryPlanning planning, Conversations conversations, Dispatcher dispatcher) {
        this.inbox = inbox;
        this.conversations = conversations;
        this.planning = planning;
        this.dispatcher = dispatcher;
    }

    @Incoming("intake-in")
    Uni<Void> hearIntake(ConsumerRecords<String, byte[]> records) {
        return plan(records);
    }

    @Incoming("response-in")
    Uni<Void> hearResponse(ConsumerRecords<String, byte[]> records) {
        return plan(records);
    }

    @Incoming("routing-in")
    Uni<Void> hearRouting(ConsumerRecords<String, byte[]> records) {
        return plan(records);
    }

    /** A reply is a row of the ledger under its own id, and a report leads forwards or nowhere: twice is as good as once. */
    @Incoming("conversation-in")
    Uni<Void> hearConversation(ConsumerRecords<String, byte[]> records) {
        return inbox.receive(records, Conversations.INTEREST, Once.BY_ID, conversations::hear)
                .invoke(dispatcher::wake);
    }

    /** What an event calls for is a row of the ledger, known by complaint, message and moment: it is there or it is not. */
    private Uni<Void> plan(ConsumerRecords<String, byte[]> records) {
        var due = new AtomicBoolean();
        return inbox.receive(
                        records,
                        Notice.INTEREST,
                        Once.BY_EFFECT,
                        (transaction, events) -> planning.plan(transaction, events)
                                .invoke(any -> due.compareAndSet(false, any))
                                .replaceWithVoid())
                .invoke(() -> {
                    if (due.get()) {
                        dispatcher.wake();
                    }
                });
    }
}
