package id.tanggap.messaging;

import id.tanggap.testkit.Platform;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** One process of a service, as far as messages go: its pool, producer, relay, outbox and inbox. */
final class Replica implements AutoCloseable {
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Pool pool;
    final KafkaProducers producers = new KafkaProducers(Platform.kafka().address());
    final Relay relay;
    final Outbox outbox;
    final Inbox inbox;

    Replica(Pool pool) {
        this(pool, Duration.ofSeconds(30));
    }

    Replica(Pool pool, Duration patience) {
        this.pool = pool;
        var time = InstantSource.system();
        relay = new Relay(pool, producers, Duration.ofMillis(10), patience, time, meters);
        outbox = new Outbox(pool, relay);
        inbox = new Inbox(
                pool,
                relay,
                new RecordReader(meters),
                new DeadLetters(producers, "routing-service", time, meters),
                meters);
    }

    Replica started() {
        relay.start();
        return this;
    }

    void commit(List<OutgoingEvent> events) {
        Database.await(outbox.inTransaction(transaction -> outbox.append(transaction, events)));
    }

    double metric(String name) {
        return meters.get(name).meter().measure().iterator().next().getValue();
    }

    @Override
    public void close() {
        relay.stop();
        producers.close();
    }
}
