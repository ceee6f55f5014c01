package id.tanggap.reporting;

import com.github.f4b6a3.uuid.UuidCreator;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.wire.Envelope;
import id.tanggap.contracts.wire.EventCodec;
import id.tanggap.contracts.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** An event as it lies in its topic. */
public record Told(UUID id, UUID complaint, String government, Instant time, Event event) {
    private static final EventCodec CODEC = new EventCodec();

    public static Told of(UUID complaint, String government, Instant time, Event event) {
        return new Told(UuidCreator.getTimeOrderedEpoch(), complaint, government, time, event);
    }

    public String topic() {
        return Topics.of(event);
    }

    public String type() {
        return EventCodec.wireName(event.getClass());
    }

    public Envelope envelope() {
        return new Envelope(id, type(), "/tanggap/test", complaint, government, time, null);
    }

    public ProducerRecord<String, byte[]> toProduce() {
        var record = new ProducerRecord<>(topic(), complaint.toString(), CODEC.write(event));
        address(record.headers());
        return record;
    }

    public ConsumerRecord<String, byte[]> consumed() {
        var record = new ConsumerRecord<>(topic(), 0, 0, complaint.toString(), CODEC.write(event));
        address(record.headers());
        return record;
    }

    private void address(Headers headers) {
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", id.toString());
        add(headers, "ce_type", type());
        add(headers, "ce_source", "/tanggap/test");
        add(headers, "ce_subject", complaint.toString());
        add(headers, "ce_government", government);
        add(headers, "ce_time", time.toString());
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
