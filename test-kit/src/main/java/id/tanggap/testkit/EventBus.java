package id.tanggap.testkit;

import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.wire.EventCodec;
import id.tanggap.contracts.wire.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The other services, as a service under test knows them: what they say on the topics, and what they hear there. */
public final class EventBus {
    public static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

    private static final EventCodec CODEC = new EventCodec();
    private static final Listener LISTENER = new Listener();
    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", Platform.kafka().address(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    /** Says an event once and returns its id. */
    public static UUID say(String government, UUID complaint, Event event) {
        var id = UUID.randomUUID();
        say(id, government, complaint, event);
        return id;
    }

    /** Says an event under a given id, as a relay does that repeats itself. */
    public static void say(UUID id, String government, UUID complaint, Event event) {
        say(
                Topics.of(event),
                complaint.toString(),
                headers(id, EventCodec.wireName(event.getClass()), government, complaint),
                CODEC.write(event));
    }

    /** Says anything at all. */
    public static void say(String topic, String key, Map<String, String> headers, byte[] payload) {
        var record = new ProducerRecord<>(topic, key, payload);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            PRODUCER.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not take the record", e);
        }
    }

    /** Takes away all that stands on a topic now, as a retention does. */
    public static void cutShort(String topic) {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", Platform.kafka().address()))) {
            var until = new HashMap<TopicPartition, RecordsToDelete>();
            admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .values()
                    .forEach(described -> described
                            .partitions()
                            .forEach(partition -> until.put(
                                    new TopicPartition(topic, partition.partition()),
                                    RecordsToDelete.beforeOffset(-1))));
            admin.deleteRecords(until).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not cut the topic", e);
        }
    }

    public static Map<String, String> headers(UUID id, String type, String government, UUID complaint) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_type", type);
        headers.put("ce_source", "/tanggap/test");
        headers.put("ce_subject", complaint.toString());
        headers.put("ce_government", government);
        headers.put("ce_time", InstantSource.system().instant().toString());
        headers.put("traceparent", TRACEPARENT);
        return headers;
    }

    /** All that was told of one complaint on a topic until now, in its order, however it was gathered. */
    public static List<Event> heard(String topic, UUID complaint) {
        return records(topic, complaint).stream()
                .flatMap(record -> told(record))
                .toList();
    }

    /** All records of one complaint that stand on a topic now, in their order. */
    public static List<ConsumerRecord<String, byte[]>> records(String topic, UUID complaint) {
        return LISTENER.records(topic).stream()
                .filter(record -> complaint.toString().equals(record.key()))
                .toList();
    }

    /** All that was told of one kind on a topic until now, of all complaints of a government. */
    public static <E extends Event> List<E> all(String topic, String government, Class<E> type) {
        return LISTENER.records(topic).stream()
                .filter(record -> header(record, "ce_government").equals(government))
                .flatMap(record -> told(record))
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** What the record tells; an act that waits for routing as it came. */
    static Stream<Event> told(ConsumerRecord<String, byte[]> record) {
        var event = event(record);
        return event instanceof Act act && act.awaitsRouting() ? Stream.of(act) : event.parts().stream();
    }

    private static Event event(ConsumerRecord<String, byte[]> record) {
        try {
            var event = CODEC.read(header(record, "ce_type"), record.value());
            if (event == null) {
                throw new IllegalStateException("Not an event of ours: " + header(record, "ce_type"));
            }
            return event;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EventBus() {}
}
