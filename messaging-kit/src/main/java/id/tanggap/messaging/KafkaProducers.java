package id.tanggap.messaging;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The service's one Kafka producer, made when first needed: while Kafka's name does not resolve it cannot be made. */
@ApplicationScoped
public class KafkaProducers {
    private final String bootstrapServers;
    private @Nullable Producer<String, byte[]> producer;

    public KafkaProducers(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** @throws org.apache.kafka.common.KafkaException while no broker's name can be resolved; to be tried again */
    public synchronized Producer<String, byte[]> get() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of(
                            "bootstrap.servers", bootstrapServers,
                            "acks", "all",
                            "enable.idempotence", "true",
                            // A record never expires: an expired one would be overtaken by the next of its key.
                            "delivery.timeout.ms", Integer.MAX_VALUE,
                            "max.block.ms", "5000",
                            "linger.ms", "2",
                            // Below every topic's max.message.bytes: the client splits a batch that the broker
                            // refuses to this size, and splits for ever when that is too large still.
                            "batch.size", "65536",
                            "buffer.memory", "16777216"),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }
        return producer;
    }

    /** Forgets a producer that failed, with all it still holds; the next {@link #get()} makes a new one. */
    public synchronized void discard(Producer<String, byte[]> failed) {
        if (failed.equals(producer)) {
            close();
        }
    }

    @PreDestroy
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
