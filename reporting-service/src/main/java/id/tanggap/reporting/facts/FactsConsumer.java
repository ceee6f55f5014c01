package id.tanggap.reporting.facts;

import id.tanggap.contracts.Event;
import id.tanggap.contracts.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.Topics;
import id.tanggap.governments.Governments;
import id.tanggap.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Predicate;
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
                ComplaintReceived.class::isInstance,
                events -> ReceiptFact.statement(events, governments));
    }

    @Incoming("routing-in")
    Uni<Void> routing(ConsumerRecords<String, byte[]> records) {
        return take(Topics.ROUTING, records, RoutingFact::hears, RoutingFact::statement);
    }

    @Incoming("response-in")
    Uni<Void> response(ConsumerRecords<String, byte[]> records) {
        return take(Topics.RESPONSE, records, ResponseFact::hears, ResponseFact::statement);
    }

    @Incoming("notification-in")
    Uni<Void> notification(ConsumerRecords<String, byte[]> records) {
        return take(Topics.NOTIFICATION, records, _ -> true, MessageFact::statement);
    }

    private Uni<Void> take(
            String topic, ConsumerRecords<String, byte[]> records, Predicate<Event> hears, Upsert.Maker maker) {
        return inbox.receive(
                records,
                hears,
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
