package id.tanggap.testkit.server;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.testcontainers.kafka.KafkaContainer;

/** Kafka from the official image, on a fixed host port so that the address outlives a restart. */
final class ContainerKafka implements Server {
    private final int port = FreePort.any();
    private final KafkaContainer container = new KafkaContainer(Images.KAFKA)
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
        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(this::answers);
    }

    @Override
    public void stop() {
        Containers.stop(container);
    }

    private boolean answers() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", (Object) address()))) {
            return !admin.describeCluster().nodes().get().isEmpty();
        }
    }
}
