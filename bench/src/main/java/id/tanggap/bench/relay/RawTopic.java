package id.tanggap.bench.relay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of the bench's own, and R6: what a bare producer brings into it, with acks=all and as many headers as an event. */
final class RawTopic implements AutoCloseable {
    /** Of a complaint's event. */
    static final int BYTES = 1_000;

    private static final int PARTITIONS = 12;
    private static final int HEADERS = 10;
    private static final byte[] HEADER = "01980000-0000-7000-8000-000000000000".getBytes(StandardCharsets.UTF_8);

    private final String name = "bench." + UUID.randomUUID();
    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;

    private RawTopic(Admin admin, KafkaProducer<String, byte[]> producer) {
        this.admin = admin;
        this.producer = producer;
    }

    static RawTopic at(String servers) throws InterruptedException, ExecutionException {
        var topic = new RawTopic(
                Admin.create(Map.of("bootstrap.servers", servers)),
                // As the relay's.
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", servers, "acks", "all", "linger.ms", "2", "batch.size", "65536"),
                        new StringSerializer(),
                        new ByteArraySerializer()));
        topic.admin
                .createTopics(List.of(new NewTopic(topic.name, PARTITIONS, (short) 1)))
                .all()
                .get();
        topic.begin();
        return topic;
    }

    /**
     * Each partition's first record alone. On a partition that is not quite there yet the first batch can be refused and the
     * second taken, after which the broker never takes the first.
     */
    private void begin() throws InterruptedException, ExecutionException {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            producer.send(new ProducerRecord<>(name, partition, null, new byte[BYTES]))
                    .get();
        }
    }

    String name() {
        return name;
    }

    /** Records per second, from the first that is sent until the last is acknowledged. */
    double measure(int records) throws InterruptedException, ExecutionException {
        var began = System.nanoTime();
        var sent = new ArrayList<Future<RecordMetadata>>(records);
        for (int i = 0; i < records; i++) {
            sent.add(producer.send(record()));
        }
        for (var record : sent) {
            record.get();
        }
        return records / ((System.nanoTime() - began) / 1e9);
    }

    private ProducerRecord<String, byte[]> record() {
        var record = new ProducerRecord<>(name, UUID.randomUUID().toString(), new byte[BYTES]);
        for (int i = 0; i < HEADERS; i++) {
            record.headers().add("ce_" + i, HEADER);
        }
        return record;
    }

    @Override
    public void close() {
        producer.close();
        admin.deleteTopics(List.of(name));
        admin.close();
    }
}
