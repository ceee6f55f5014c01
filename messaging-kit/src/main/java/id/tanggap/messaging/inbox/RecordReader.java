package id.tanggap.messaging.inbox;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.wire.Envelope;
import id.tanggap.contracts.wire.EventCodec;
import id.tanggap.messaging.Poison;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads CloudEvents in Kafka's binary mode. Types and fields that this version does not know are skipped and counted. */
@ApplicationScoped
public class RecordReader {
    private final MeterRegistry meters;
    private final EventCodec codec;

    public RecordReader(MeterRegistry meters) {
        this.meters = meters;
        this.codec = new EventCodec((event, field) ->
                meters.counter("events.unknown.field", "field", field).increment());
    }

    /** @return null when the type is unknown, or nobody wants it */
    @Nullable
    public ReceivedEvent read(ConsumerRecord<String, byte[]> record, Predicate<Class<? extends Event>> wanted)
            throws Poison {
        var type = required(record, "ce_type");
        var known = EventCodec.types().get(type);
        if (known == null) {
            meters.counter("events.unknown.type", "topic", record.topic()).increment();
            return null;
        }
        return wanted.test(known) ? read(record, type) : null;
    }

    private @Nullable ReceivedEvent read(ConsumerRecord<String, byte[]> record, String type) throws Poison {
        var payload = record.value();
        if (payload == null) {
            throw new Poison("The record has no payload", null);
        }
        try {
            var event = codec.read(type, payload);
            return event == null ? null : new ReceivedEvent(envelope(record, type), event, payload);
        } catch (IOException e) {
            throw new Poison("The payload is not a " + type, e);
        }
    }

    private static Envelope envelope(ConsumerRecord<String, byte[]> record, String type) throws Poison {
        try {
            return new Envelope(
                    UUID.fromString(required(record, "ce_id")),
                    type,
                    required(record, "ce_source"),
                    UUID.fromString(required(record, "ce_subject")),
                    required(record, "ce_government"),
                    Instant.parse(required(record, "ce_time")),
                    header(record, "traceparent"));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Poison("A CloudEvents header is malformed", e);
        }
    }

    private static String required(ConsumerRecord<String, byte[]> record, String name) throws Poison {
        var value = header(record, name);
        if (value == null) {
            throw new Poison("The header " + name + " is missing", null);
        }
        return value;
    }

    static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
