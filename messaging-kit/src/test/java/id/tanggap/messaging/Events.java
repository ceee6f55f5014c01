package id.tanggap.messaging;

import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.messaging.outbox.EventWriter;
import id.tanggap.messaging.outbox.OutgoingEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Events that count up for each subject. */
public final class Events {
    public static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";
    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00.123456Z");
    private static final EventWriter WRITER = new EventWriter("routing-service", InstantSource.system());

    public static OutgoingEvent event(String topic, UUID subject, int hop) {
        return event(topic, subject, hop, "Aturan kategori");
    }

    public static OutgoingEvent event(String topic, UUID subject, int hop, String reason) {
        var written = WRITER.write(
                new Dispatched("dishub", "Dinas Perhubungan", reason, "jalan-rusak", hop, NOON),
                subject,
                "surakarta",
                TRACEPARENT);
        return new OutgoingEvent(topic, written.envelope(), written.payload());
    }

    /** So many events of one subject. */
    public static List<OutgoingEvent> of(String topic, UUID subject, int count) {
        return IntStream.range(0, count)
                .mapToObj(hop -> event(topic, subject, hop))
                .toList();
    }

    /** Events of so many subjects in turns. */
    public static List<OutgoingEvent> inTurns(String topic, int subjects, int each) {
        var keys = Stream.generate(UUID::randomUUID).limit(subjects).toList();
        return IntStream.range(0, each)
                .boxed()
                .flatMap(hop -> keys.stream().map(key -> event(topic, key, hop)))
                .toList();
    }

    private Events() {}
}
