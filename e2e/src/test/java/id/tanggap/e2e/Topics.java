package id.tanggap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Set<String> seen = new HashSet<>();

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
            for (var records = consumer.poll(POLL); !records.isEmpty(); records = consumer.poll(POLL)) {
                for (ConsumerRecord<String, String> record : records) {
                    if (key.equals(record.key())) {
                        found.add(record);
                    }
                }
            }
            assertThat(found).as(topic).isNotEmpty();
        });
        return found;
    }

    /** Reads what comes on a topic from now on. */
    void follow(String topic) {
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
    }

    /** Counts, by complaint, the different events of a type that have come meanwhile. */
    void poll(String type, Map<String, Integer> counts) {
        for (var records = consumer.poll(POLL); !records.isEmpty(); records = consumer.poll(POLL)) {
            for (ConsumerRecord<String, String> record : records) {
                if (header(record, "ce_type").equals(type) && seen.add(header(record, "ce_id"))) {
                    counts.merge(record.key(), 1, Integer::sum);
                }
            }
        }
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
