package id.tanggap.messaging.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.wire.Envelope;
import id.tanggap.contracts.wire.EventCodec;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.messaging.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Puts an event into its envelope. */
@ApplicationScoped
public class EventWriter {
    private final EventCodec codec = new EventCodec();
    private final String source;
    private final InstantSource time;

    public EventWriter(@ConfigProperty(name = "quarkus.application.name") String application, InstantSource time) {
        this.source = "/tanggap/" + application.replace("-service", "");
        this.time = time;
    }

    /** @param traceparent of what caused the event: {@link Trace#current()} or the trace of a received event */
    public OutgoingEvent write(Event event, UUID subject, String government, @Nullable String traceparent) {
        var envelope = new Envelope(
                UuidCreator.getTimeOrderedEpoch(),
                EventCodec.wireName(event.getClass()),
                source,
                subject,
                government,
                time.instant(),
                traceparent);
        return new OutgoingEvent(Topics.of(event), envelope, codec.write(event));
    }

    /** An event that another event caused: same subject, government and trace. */
    public OutgoingEvent write(Event event, Envelope cause) {
        return write(event, cause.subject(), cause.government(), cause.traceparent());
    }
}
