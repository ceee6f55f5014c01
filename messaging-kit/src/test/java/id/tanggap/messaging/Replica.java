package id.tanggap.messaging;

import id.tanggap.messaging.inbox.DeadLetters;
import id.tanggap.messaging.inbox.Inbox;
import id.tanggap.messaging.inbox.RecordReader;
import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.messaging.outbox.OutgoingEvent;
import id.tanggap.messaging.outbox.Relay;
import id.tanggap.testkit.Platform;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** One process of a service, as far as messages go: its pool, producer, relay, outbox and inbox. */
public final class Replica implements AutoCloseable {
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final Pool pool;
    public final KafkaProducers producers = new KafkaProducers(Platform.kafka().address());
    public final Relay relay;
    public final Outbox outbox;
    public final Inbox inbox;

    public Replica(Pool pool) {
        this(pool, Duration.ofSeconds(30));
    }

    public Replica(Pool pool, Duration patience) {
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

    public Replica started() {
        relay.start();
        return this;
    }

    public void commit(List<OutgoingEvent> events) {
        Database.await(outbox.inTransaction(transaction -> outbox.append(transaction, events)));
    }

    public double metric(String name) {
        return meters.get(name).meter().measure().iterator().next().getValue();
    }

    @Override
    public void close() {
        relay.stop();
        producers.close();
    }
}
