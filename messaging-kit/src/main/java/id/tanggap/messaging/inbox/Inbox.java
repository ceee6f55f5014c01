package id.tanggap.messaging.inbox;

import id.tanggap.contracts.event.Event;
import id.tanggap.fault.Transience;
import id.tanggap.messaging.Cause;
import id.tanggap.messaging.LogKeys;
import id.tanggap.messaging.Poison;
import id.tanggap.messaging.outbox.Relay;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Takes batches from Kafka so that each event has its effect once.
 *
 * <p>A batch is one transaction: the ids that are new, their effects, and the events they cause. A fault that passes is
 * retried with back-off for as long as it lasts, and the topic waits. When a batch fails for good it is halved until the
 * record at fault stands alone; that one becomes a dead letter and all others are taken, in their order. Only the
 * handler's own faults and PostgreSQL's objections to its data are held against a record; whatever else goes wrong
 * around it passes.
 */
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);

    /** Whoever holds several partitions asks for them in this order, lest two lock each other out. */
    private static final Comparator<TopicPartition> ONE_ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

    private final Pool pool;
    private final Relay relay;
    private final RecordReader reader;
    private final DeadLetters deadLetters;
    private final Counter taken;
    private final Counter repeated;

    public Inbox(Pool pool, Relay relay, RecordReader reader, DeadLetters deadLetters, MeterRegistry meters) {
        this.pool = pool;
        this.relay = relay;
        this.reader = reader;
        this.deadLetters = deadLetters;
        this.taken = meters.counter("events.taken");
        this.repeated = meters.counter("events.repeated");
    }

    /** Takes every event that is known. */
    public Uni<Void> receive(ConsumerRecords<String, byte[]> records, BatchHandler handler) {
        return receive(records, _ -> true, Stream::of, Once.BY_ID, handler);
    }

    /**
     * Completes when every record of the batch has its effect in the database, or is a dead letter, or is unknown.
     *
     * @param interest what concerns the handler; anything else passes by and leaves no mark in the database
     */
    public Uni<Void> receive(ConsumerRecords<String, byte[]> records, Interest interest, BatchHandler handler) {
        return receive(records, interest, Once.BY_ID, handler);
    }

    /** The same, where something else than the event's id may keep it from having its effect twice. */
    public Uni<Void> receive(
            ConsumerRecords<String, byte[]> records, Interest interest, Once once, BatchHandler handler) {
        return receive(records, interest::in, interest::heardIn, once, handler);
    }

    private Uni<Void> receive(
            ConsumerRecords<String, byte[]> records,
            Predicate<Class<? extends Event>> wanted,
            Function<ReceivedEvent, Stream<ReceivedEvent>> heard,
            Once once,
            BatchHandler handler) {
        var readable = new ArrayList<Delivery>(records.count());
        var buried = Uni.createFrom().voidItem();
        for (var record : records) {
            try {
                var event = reader.read(record, wanted);
                var parts = event == null
                        ? List.<ReceivedEvent>of()
                        : heard.apply(event).toList();
                if (!parts.isEmpty()) {
                    readable.add(new Delivery(record, parts));
                }
            } catch (Poison poison) {
                buried = buried.chain(() -> deadLetters.bury(record, Cause.of(poison)));
            }
        }
        return buried.chain(() -> take(readable, once, handler));
    }

    private Uni<Void> take(List<Delivery> batch, Once once, BatchHandler handler) {
        if (batch.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .deferred(() -> pool.withTransaction(transaction -> effects(transaction, batch, once, handler)))
                .onFailure(Inbox::passes)
                .invoke(failure -> LOG.warnf("A batch of %d waits: %s", batch.size(), causeOf(failure)))
                .onFailure(Inbox::passes)
                .retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(5))
                .indefinitely()
                .invoke(fresh -> committed(fresh, batch.size()))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> isolate(batch, once, handler, failure));
    }

    private Uni<Void> isolate(List<Delivery> batch, Once once, BatchHandler handler, Throwable failure) {
        if (batch.size() == 1) {
            return deadLetters.bury(batch.getFirst().record(), causeOf(failure));
        }
        var middle = batch.size() / 2;
        return take(batch.subList(0, middle), once, handler)
                .chain(() -> take(batch.subList(middle, batch.size()), once, handler));
    }

    private static Uni<List<Delivery>> effects(
            SqlConnection transaction, List<Delivery> batch, Once once, BatchHandler handler) {
        return fresh(transaction, batch, once)
                .chain(fresh -> fresh.isEmpty()
                        ? Uni.createFrom().item(fresh)
                        : Uni.createFrom()
                                .deferred(() -> handler.handle(transaction, heard(fresh)))
                                .onFailure()
                                .transform(HandlerFault::new)
                                .replaceWith(fresh));
    }

    private static Uni<List<Delivery>> fresh(SqlConnection transaction, List<Delivery> batch, Once once) {
        return switch (once) {
            case BY_EFFECT -> Uni.createFrom().item(batch);
            // Removing as we go: an id that stands twice in one batch is taken once.
            case BY_ID ->
                newIds(transaction, batch)
                        .map(ids ->
                                batch.stream().filter(it -> ids.remove(it.id())).toList());
        };
    }

    private static List<ReceivedEvent> heard(List<Delivery> deliveries) {
        return deliveries.stream().flatMap(it -> it.heard().stream()).toList();
    }

    /** Both are sent at once; the second sees what others committed while the first waited. */
    private static Uni<Set<UUID>> newIds(SqlConnection transaction, List<Delivery> batch) {
        var partitions = batch.stream()
                .map(Delivery::partition)
                .distinct()
                .sorted(ONE_ORDER)
                .toList();
        var ids = batch.stream().map(Delivery::id).toList();
        return Uni.combine()
                .all()
                .unis(Taken.hold(transaction, partitions), Taken.take(transaction, ids))
                .with((_, fresh) -> fresh);
    }

    private void committed(List<Delivery> fresh, int delivered) {
        relay.wake();
        taken.increment(fresh.size());
        repeated.increment(delivered - fresh.size());
        log(fresh);
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof HandlerFault fault
                ? Transience.passes(fault.fault())
                : !Transience.isAboutTheData(failure);
    }

    private static String causeOf(Throwable failure) {
        return Cause.of(failure instanceof HandlerFault fault ? fault.fault() : failure);
    }

    private static void log(List<Delivery> deliveries) {
        if (LOG.isDebugEnabled()) {
            for (var event : heard(deliveries)) {
                try (var _ = LogKeys.of(event.envelope())) {
                    LOG.debugf("Took %s", event.envelope().type());
                }
            }
        }
    }

    /** The handler failed, not what is around it. */
    private static final class HandlerFault extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Throwable fault;

        HandlerFault(Throwable fault) {
            super(fault);
            this.fault = fault;
        }

        Throwable fault() {
            return fault;
        }
    }

    /** @param heard of its event; never empty */
    private record Delivery(ConsumerRecord<String, byte[]> record, List<ReceivedEvent> heard) {
        UUID id() {
            return heard.getFirst().envelope().id();
        }

        TopicPartition partition() {
            return new TopicPartition(record.topic(), record.partition());
        }
    }
}
