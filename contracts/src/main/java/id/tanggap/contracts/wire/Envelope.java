package id.tanggap.contracts.wire;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The CloudEvents 1.0 attributes around every event, sent as Kafka headers in binary mode, beside
 * {@code ce_specversion} (1.0), {@code content-type} (application/json) and {@code ce_sequence}, which the outbox gives: 19
 * digits that grow with each event of a subject on a topic.
 *
 * @param id {@code ce_id}: UUIDv7, the same in every redelivery; consumers take an id once
 * @param type {@code ce_type}: the written wire name, such as {@code complaint.received.v1}
 * @param source {@code ce_source}: the service that owns the fact, such as {@code /tanggap/intake}
 * @param subject {@code ce_subject} and the record key: the id of the complaint, or of the recap; its events keep their order
 * @param government {@code ce_government}: the government the complaint was addressed to, or whose recap it is
 * @param time {@code ce_time}: when the fact happened, UTC
 * @param traceparent W3C trace context of the request that began it; its trace id is the correlation id in the logs
 */
public record Envelope(
        UUID id,
        String type,
        String source,
        UUID subject,
        String government,
        Instant time,
        @Nullable String traceparent) {

    /** The same around a part of the event, which has a type of its own. */
    public Envelope of(UUID partId, String part) {
        return new Envelope(partId, part, source, subject, government, time, traceparent);
    }

    /** The trace id of {@link #traceparent}, one value from the citizen's request to the last consumer. */
    public @Nullable String correlationId() {
        return correlationId(traceparent);
    }

    /** The trace id in a {@code traceparent}; null when it is none. */
    public static @Nullable String correlationId(@Nullable String traceparent) {
        return traceparent != null && traceparent.length() == 55 ? traceparent.substring(3, 35) : null;
    }
}
