package id.tanggap.messaging;

import id.tanggap.messaging.outbox.OutgoingEvent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** What a poll returns. */
public final class Batch {
    public static ConsumerRecords<String, byte[]> of(List<ConsumerRecord<String, byte[]>> records) {
        return new ConsumerRecords<>(
                records.stream()
                        .collect(Collectors.groupingBy(
                                record -> new TopicPartition(record.topic(), record.partition()),
                                LinkedHashMap::new,
                                Collectors.toList())),
                Map.of());
    }

    public static ConsumerRecords<String, byte[]> ofEvents(List<OutgoingEvent> events) {
        return of(IntStream.range(0, events.size())
                .mapToObj(offset -> record(events.get(offset), offset))
                .toList());
    }

    public static ConsumerRecord<String, byte[]> record(OutgoingEvent event, long offset) {
        return record(event, offset, event.payload());
    }

    /** The event's record with another payload. */
    public static ConsumerRecord<String, byte[]> record(OutgoingEvent event, long offset, byte[] payload) {
        var envelope = event.envelope();
        var record = new ConsumerRecord<>(
                event.topic(), 0, offset, envelope.subject().toString(), payload);
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", envelope.id().toString(),
                        "ce_type", envelope.type(),
                        "ce_source", envelope.source(),
                        "ce_subject", envelope.subject().toString(),
                        "ce_government", envelope.government(),
                        "ce_time", envelope.time().toString(),
                        "content-type", "application/json",
                        "traceparent", Events.TRACEPARENT)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private Batch() {}
}
