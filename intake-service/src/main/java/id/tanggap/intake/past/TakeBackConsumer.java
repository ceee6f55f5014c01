package id.tanggap.intake.past;

import id.tanggap.contracts.event.RecapEvent.TakeBackAllowed;
import id.tanggap.contracts.event.RecapEvent.TakeBackRefused;
import id.tanggap.messaging.inbox.Inbox;
import id.tanggap.messaging.inbox.Interest;
import id.tanggap.messaging.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears whether an import may be taken back. */
@ApplicationScoped
class TakeBackConsumer {
    private static final Interest INTEREST = Interest.in(List.of(TakeBackAllowed.class, TakeBackRefused.class));

    private final Inbox inbox;
    private final TakeBacks takeBacks;
    private final TakeBackWork work;

    TakeBackConsumer(Inbox inbox, TakeBacks takeBacks, TakeBackWork work) {
        this.inbox = inbox;
        this.takeBacks = takeBacks;
        this.work = work;
    }

    @Incoming("recap-in")
    Uni<Void> recap(ConsumerRecords<String, byte[]> records) {
        return inbox.receive(records, INTEREST, this::hear).invoke(work::wake);
    }

    private Uni<Void> hear(SqlConnection transaction, List<ReceivedEvent> events) {
        return events.stream()
                .map(event -> Uni.createFrom().deferred(() -> hear(transaction, event)))
                .reduce(Uni.createFrom().voidItem(), (done, next) -> done.chain(() -> next));
    }

    private Uni<Void> hear(SqlConnection transaction, ReceivedEvent answer) {
        var file = answer.envelope().subject();
        return answer.event() instanceof TakeBackRefused refused
                ? takeBacks.refused(transaction, file, refused.months())
                : takeBacks.allowed(transaction, file);
    }
}
