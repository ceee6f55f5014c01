package id.tanggap.testkit;

import java.util.List;
import org.testcontainers.kafka.KafkaContainer;

/** Kafka from the official image, on a fixed host port so that the address outlives a restart. */
final class ContainerKafka implements Server {
    private final int port = EmbeddedPostgres.freePort();
    private final KafkaContainer container = new KafkaContainer("apache/kafka:4.1.1")
            .withEnv("KAFKA_NUM_PARTITIONS", "3")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");

    ContainerKafka() {
        container.setPortBindings(List.of(port + ":9092"));
    }

    @Override
    public String address() {
        return container.getHost() + ":" + port;
    }

    @Override
    public void start() {
        Containers.start(container);
    }

    @Override
    public void stop() {
        Containers.stop(container);
    }
}
