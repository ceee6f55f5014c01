package id.tanggap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
    private static final ObjectMapper JSON = new ObjectMapper();

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

    /** Counts, by complaint, the deadlines that different events have told as missed meanwhile. */
    void countMissed(Map<String, Integer> counts) throws IOException {
        for (var records = consumer.poll(POLL); !records.isEmpty(); records = consumer.poll(POLL)) {
            for (ConsumerRecord<String, String> record : records) {
                if (header(record, "ce_type").equals("complaint.clocks-changed.v1")
                        && seen.add(header(record, "ce_id"))) {
                    int missed = JSON.readTree(record.value()).path("missed").size();
                    counts.merge(record.key(), missed, Integer::sum);
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
