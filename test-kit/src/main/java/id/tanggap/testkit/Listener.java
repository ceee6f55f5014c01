package id.tanggap.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The one consumer of the test JVM: it keeps what it has read, so that a look at a topic reads only what came since. */
final class Listener {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
            Map.of("bootstrap.servers", Platform.kafka().address(), "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    private final Map<String, List<ConsumerRecord<String, byte[]>>> kept = new HashMap<>();

    /** All records that stand on the topic now, in the order of their partitions. */
    synchronized List<ConsumerRecord<String, byte[]>> records(String topic) {
        var partitions = assigned(topic);
        var ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(this::keep);
        }
        return List.copyOf(kept.getOrDefault(topic, List.of()));
    }

    private Set<TopicPartition> assigned(String topic) {
        var partitions = new HashSet<TopicPartition>();
        consumer.partitionsFor(topic)
                .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
        var all = new HashSet<>(consumer.assignment());
        // Partitions that were assigned before keep their position.
        if (all.addAll(partitions)) {
            consumer.assign(all);
        }
        return partitions;
    }

    private void keep(ConsumerRecord<String, byte[]> record) {
        kept.computeIfAbsent(record.topic(), topic -> new ArrayList<>()).add(record);
    }
}
