package id.tanggap.reporting.facts;

import id.tanggap.contracts.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.Topics;
import id.tanggap.governments.Governments;
import id.tanggap.messaging.Inbox;
import id.tanggap.messaging.Interest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The four doors: one channel per topic, each with its own columns of the facts. */
@ApplicationScoped
class FactsConsumer {
    private final Inbox inbox;
    private final ProjectionLag lag;
    private final Governments governments;

    FactsConsumer(Inbox inbox, ProjectionLag lag, Governments governments) {
        this.inbox = inbox;
        this.lag = lag;
        this.governments = governments;
    }

    @Incoming("intake-in")
    Uni<Void> intake(ConsumerRecords<String, byte[]> records) {
        return take(
                Topics.INTAKE,
                records,
                Interest.in(List.of(ComplaintReceived.class)),
                events -> ReceiptFact.statement(events, governments));
    }

    @Incoming("routing-in")
    Uni<Void> routing(ConsumerRecords<String, byte[]> records) {
        return take(Topics.ROUTING, records, RoutingFact.INTEREST, RoutingFact::statement);
    }

    @Incoming("response-in")
    Uni<Void> response(ConsumerRecords<String, byte[]> records) {
        return take(Topics.RESPONSE, records, ResponseFact.INTEREST, ResponseFact::statement);
    }

    @Incoming("notification-in")
    Uni<Void> notification(ConsumerRecords<String, byte[]> records) {
        return take(Topics.NOTIFICATION, records, MessageFact.INTEREST, MessageFact::statement);
    }

    private Uni<Void> take(
            String topic, ConsumerRecords<String, byte[]> records, Interest interest, Upsert.Maker maker) {
        return inbox.receive(
                records,
                interest,
                (transaction, events) -> write(transaction, maker.of(events)).invoke(() -> lag.taken(topic, events)));
    }

    private static Uni<Void> write(SqlConnection transaction, Upsert upsert) {
        return upsert.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(upsert.sql())
                        .execute(upsert.columns())
                        .replaceWithVoid();
    }
}
