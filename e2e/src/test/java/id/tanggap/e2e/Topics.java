package id.tanggap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** What integrators read. */
final class Topics implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> settings;
    private final KafkaConsumer<String, String> consumer;

    Topics(RunningPlatform platform) {
        settings = Map.of("bootstrap.servers", platform.kafka(), "auto.offset.reset", "earliest");
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    void send(ProducerRecord<String, String> record) throws InterruptedException {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** The records of one complaint, read from the beginning until there is one. */
    List<ConsumerRecord<String, String>> await(String topic, String key) {
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        Awaitility.await().pollInSameThread().atMost(PATIENCE).untilAsserted(() -> {
            for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
                if (key.equals(record.key())) {
                    found.add(record);
                }
            }
            assertThat(found).as(topic).isNotEmpty();
        });
        return found;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
