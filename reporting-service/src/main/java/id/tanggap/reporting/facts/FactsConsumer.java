package id.tanggap.reporting.facts;

import id.tanggap.contracts.wire.Topics;
import id.tanggap.messaging.inbox.Inbox;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.reporting.ledger.Ledger;
import id.tanggap.reporting.past.TakeBacks;
import id.tanggap.reporting.rollup.Fold;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The doors, one channel per topic: each event becomes a link of the ledger, and most of them a fact. */
@ApplicationScoped
class FactsConsumer {
    private final Inbox inbox;
    private final Facts facts;
    private final Ledger ledger;
    private final TakeBacks takeBacks;
    private final Fold fold;
    private final ProjectionLag lag;
    private final Searchable searchable;

    FactsConsumer(
            Inbox inbox,
            Facts facts,
            Ledger ledger,
            TakeBacks takeBacks,
            Fold fold,
            ProjectionLag lag,
            Searchable searchable) {
        this.inbox = inbox;
        this.facts = facts;
        this.ledger = ledger;
        this.takeBacks = takeBacks;
        this.fold = fold;
        this.lag = lag;
        this.searchable = searchable;
    }

    @Incoming("intake-in")
    Uni<Void> intake(ConsumerRecords<String, byte[]> records) {
        return take(Topics.INTAKE, records);
    }

    @Incoming("routing-in")
    Uni<Void> routing(ConsumerRecords<String, byte[]> records) {
        return take(Topics.ROUTING, records);
    }

    @Incoming("response-in")
    Uni<Void> response(ConsumerRecords<String, byte[]> records) {
        return take(Topics.RESPONSE, records);
    }

    @Incoming("notification-in")
    Uni<Void> notification(ConsumerRecords<String, byte[]> records) {
        return take(Topics.NOTIFICATION, records);
    }

    @Incoming("import-in")
    Uni<Void> past(ConsumerRecords<String, byte[]> records) {
        return take(Topics.IMPORT, records);
    }

    private Uni<Void> take(String topic, ConsumerRecords<String, byte[]> records) {
        return inbox.receive(
                        records,
                        (transaction, events) -> record(transaction, events).invoke(() -> lag.taken(topic, events)))
                .invoke(fold::wake)
                .invoke(searchable::wake);
    }

    private Uni<Void> record(SqlConnection transaction, List<ReceivedEvent> events) {
        return ledger.append(transaction, events, Ledger.Tables.IN_USE)
                .chain(() -> facts.record(transaction, events, Facts.Tables.IN_USE))
                .chain(() -> takeBacks.hear(transaction, events));
    }
}
