package id.tanggap.messaging.rebuild;

import id.tanggap.messaging.Poison;
import id.tanggap.messaging.inbox.Interest;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.messaging.inbox.RecordReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads topics from their beginning, beside the consumers and without moving them. It blocks; it is for a thread that
 * may. What cannot be read is left out: it is a dead letter already.
 */
public final class TopicReader implements AutoCloseable {
    private static final Duration WAIT = Duration.ofMillis(200);

    private final RecordReader reader;
    private final Interest interest;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final Map<TopicPartition, Long> begin;

    TopicReader(RecordReader reader, String bootstrapServers, Collection<String> topics, Interest interest) {
        this.reader = reader;
        this.interest = interest;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        "reader-" + UUID.randomUUID(),
                        "enable.auto.commit",
                        "false",
                        "max.poll.records",
                        "2000"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        topics.forEach(topic -> consumer.partitionsFor(topic)
                .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition()))));
        consumer.assign(partitions);
        begin = consumer.beginningOffsets(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Where the topics end now. */
    public Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions);
    }

    /** How many records were passed so far, whether they were of interest or not. */
    public long read() {
        return partitions.stream()
                .mapToLong(partition -> consumer.position(partition) - begin.getOrDefault(partition, 0L))
                .sum();
    }

    /** How many records lie before these ends. */
    public long total(Map<TopicPartition, Long> ends) {
        return partitions.stream()
                .mapToLong(partition -> ends.getOrDefault(partition, 0L) - begin.getOrDefault(partition, 0L))
                .sum();
    }

    /** The next events before these ends, each once, in the order of their partitions; null when there are no more. */
    public @Nullable List<ReceivedEvent> next(Map<TopicPartition, Long> ends) {
        var open = partitions.stream()
                .filter(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))
                .toList();
        if (open.isEmpty()) {
            return null;
        }
        consumer.pause(partitions);
        consumer.resume(open);
        return before(ends, consumer.poll(WAIT));
    }

    /** What lies behind the ends is for the next time. */
    private List<ReceivedEvent> before(Map<TopicPartition, Long> ends, ConsumerRecords<String, byte[]> records) {
        var events = new LinkedHashMap<UUID, List<ReceivedEvent>>();
        var passed = new HashMap<TopicPartition, Long>();
        for (var record : records) {
            var partition = new TopicPartition(record.topic(), record.partition());
            if (record.offset() < ends.getOrDefault(partition, 0L)) {
                take(record, events);
            } else {
                passed.merge(partition, record.offset(), Math::min);
            }
        }
        passed.forEach(consumer::seek);
        return events.values().stream().flatMap(List::stream).toList();
    }

    /** A record that repeats another tells nothing more. */
    private void take(ConsumerRecord<String, byte[]> record, Map<UUID, List<ReceivedEvent>> events) {
        try {
            var event = reader.read(record, interest::in);
            var heard = event == null
                    ? List.<ReceivedEvent>of()
                    : interest.heardIn(event).toList();
            if (!heard.isEmpty()) {
                events.putIfAbsent(heard.getFirst().envelope().id(), heard);
            }
        } catch (Poison alreadyBuried) {
            // A dead letter.
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
