package id.tanggap.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tanggap.messaging.outbox.OutgoingEvent;
import id.tanggap.testkit.Platform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A new topic of three partitions, and everything that was ever written to it. */
public final class Topic implements AutoCloseable {
    private static final int PARTITIONS = 3;

    private final String name;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();
    private final KafkaConsumer<String, byte[]> consumer;

    public Topic() {
        this("t-" + UUID.randomUUID(), Map.of());
    }

    public Topic(String name, Map<String, String> settings) {
        this.name = name;
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", Platform.kafka().address()))) {
            admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1).configs(settings)))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Platform.kafka().address(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(name, partition))
                .toList());
    }

    public String name() {
        return name;
    }

    public List<ConsumerRecord<String, byte[]>> poll() {
        consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
        return seen;
    }

    /** Waits for at least so many records. */
    public List<ConsumerRecord<String, byte[]>> records(int count) {
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(poll()).hasSizeGreaterThanOrEqualTo(count));
        return List.copyOf(seen);
    }

    /** Waits until each of the events was seen at least once. */
    public void receives(Collection<OutgoingEvent> events) {
        var expected = new HashSet<String>();
        events.forEach(event -> expected.add(event.envelope().id().toString()));
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            poll();
            var missing = new HashSet<>(expected);
            missing.removeAll(ids());
            assertThat(missing.size()).as("events that have not arrived").isZero();
        });
        assertThat(ids()).isEqualTo(expected);
    }

    public Set<String> ids() {
        var ids = new HashSet<String>();
        seen.forEach(record -> ids.add(header(record, "ce_id")));
        return ids;
    }

    /** How many records repeat one that came before. */
    public int repeated() {
        return seen.size() - ids().size();
    }

    /** For each key the ids in the order in which they were first seen. */
    public Map<String, List<String>> firstSeen() {
        var met = new HashSet<String>();
        var byKey = new HashMap<String, List<String>>();
        for (var record : seen) {
            var id = header(record, "ce_id");
            if (met.add(id)) {
                byKey.computeIfAbsent(record.key(), key -> new ArrayList<>()).add(id);
            }
        }
        return byKey;
    }

    /** For each key the ids in the order in which they were written. */
    public static Map<String, List<String>> written(List<OutgoingEvent> events) {
        var byKey = new LinkedHashMap<String, List<String>>();
        for (var event : events) {
            byKey.computeIfAbsent(event.envelope().subject().toString(), key -> new ArrayList<>())
                    .add(event.envelope().id().toString());
        }
        return byKey;
    }

    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
