package id.tanggap.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics, a file of JSON lines for each that has records, and how far each group of consumers has read. */
final class KeptTopics implements AutoCloseable {
    private static final String SUFFIX = ".jsonl";
    private static final String GROUPS = "topics/groups.json";
    private static final Duration POLL = Duration.ofMillis(500);

    private final KeptSet set;
    private final Map<String, Object> settings;
    private final Admin admin;

    KeptTopics(KeptSet set, RunningPlatform platform) {
        this.set = set;
        settings = Map.of("bootstrap.servers", platform.kafka());
        admin = Admin.create(settings);
    }

    void keep() throws IOException, InterruptedException, ExecutionException {
        Files.createDirectories(set.file("topics"));
        for (String topic : admin.listTopics().names().get()) {
            List<String> lines = read(topic).stream().map(KeptTopics::line).toList();
            if (!lines.isEmpty()) {
                Files.write(set.file("topics").resolve(topic + SUFFIX), lines);
            }
        }
        ObjectNode groups = FrontDoor.JSON.createObjectNode();
        for (GroupListing group : admin.listGroups().all().get()) {
            ObjectNode offsets = groups.putObject(group.groupId());
            byName(group.groupId()).forEach(offsets::put);
        }
        set.write(GROUPS, groups);
    }

    /** Onto empty topics; each record gets the offset that it had, or the set is not whole. */
    void restore() throws IOException, InterruptedException, ExecutionException {
        for (Path file : files()) {
            send(file);
        }
        for (Map.Entry<String, JsonNode> group : set.json(GROUPS).properties()) {
            Map<TopicPartition, OffsetAndMetadata> offsets = new TreeMap<>(Comparator.comparing(Object::toString));
            group.getValue()
                    .properties()
                    .forEach(one -> offsets.put(
                            partition(one.getKey()),
                            new OffsetAndMetadata(one.getValue().asLong())));
            admin.alterConsumerGroupOffsets(group.getKey(), offsets).all().get();
        }
    }

    /** The records of a set, without a broker. */
    static List<JsonNode> records(KeptSet set) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        try (Stream<Path> files = Files.list(set.file("topics"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                for (String line : Files.readAllLines(file)) {
                    records.add(FrontDoor.JSON.readTree(line));
                }
            }
        }
        return records;
    }

    @Override
    public void close() {
        admin.close();
    }

    private List<ConsumerRecord<String, String>> read(String topic) {
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(POLL).forEach(found::add);
            }
        }
        found.sort(Comparator.comparingInt((ConsumerRecord<String, String> record) -> record.partition())
                .thenComparingLong(ConsumerRecord::offset));
        return found;
    }

    /** The value stays the text that it is: a proof is over its bytes. */
    private static String line(ConsumerRecord<String, String> record) {
        ObjectNode line = FrontDoor.JSON.createObjectNode();
        line.put("partition", record.partition())
                .put("offset", record.offset())
                .put("timestamp", record.timestamp())
                .put("key", record.key());
        ObjectNode headers = line.putObject("headers");
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return line.put("value", record.value()).toString();
    }

    private void send(Path file) throws IOException, InterruptedException, ExecutionException {
        String topic = file.getFileName().toString().replace(SUFFIX, "");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            Map<JsonNode, Future<RecordMetadata>> sent = new LinkedHashMap<>();
            for (String line : Files.readAllLines(file)) {
                JsonNode record = FrontDoor.JSON.readTree(line);
                sent.put(record, producer.send(record(topic, record)));
            }
            for (var one : sent.entrySet()) {
                if (one.getValue().get().offset() != one.getKey().path("offset").asLong()) {
                    throw new IOException("another offset than " + one.getKey());
                }
            }
        }
    }

    private static ProducerRecord<String, String> record(String topic, JsonNode line) {
        ProducerRecord<String, String> record = new ProducerRecord<>(
                topic,
                line.path("partition").asInt(),
                line.path("timestamp").asLong(),
                line.path("key").textValue(),
                line.path("value").textValue());
        line.path("headers")
                .properties()
                .forEach(header -> record.headers()
                        .add(header.getKey(), header.getValue().asText().getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private Map<String, Long> byName(String group) throws InterruptedException, ExecutionException {
        Map<String, Long> offsets = new TreeMap<>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> offsets.put(partition.toString(), offset.offset()));
        return offsets;
    }

    private static TopicPartition partition(String name) {
        int dash = name.lastIndexOf('-');
        return new TopicPartition(name.substring(0, dash), Integer.parseInt(name.substring(dash + 1)));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(set.file("topics"))) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }
}
