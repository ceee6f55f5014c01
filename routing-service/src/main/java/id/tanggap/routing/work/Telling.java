package id.tanggap.routing.work;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.contracts.event.RoutingEvent.DeadlineMissed;
import id.tanggap.contracts.event.RoutingEvent.Escalated;
import id.tanggap.contracts.wire.Envelope;
import id.tanggap.messaging.outbox.EventWriter;
import id.tanggap.messaging.outbox.OutgoingEvent;
import id.tanggap.routing.cases.Case;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a case has to tell into its envelopes. What an act did to the clocks goes out as one event once every reader
 * knows it; until then each clock is told by itself, as versions before did (ADR 27).
 */
@ApplicationScoped
class Telling {
    private final EventWriter events;
    private final MeterRegistry meters;
    private final boolean clocksTogether;

    Telling(
            EventWriter events,
            MeterRegistry meters,
            @ConfigProperty(name = "tanggap.clocks.together") boolean clocksTogether) {
        this.events = events;
        this.meters = meters;
        this.clocksTogether = clocksTogether;
    }

    /**
     * Ends the case's piece of work.
     *
     * @param cause what was heard of it last; null when nothing was
     */
    List<OutgoingEvent> of(Case it, @Nullable Envelope cause) {
        return of(it, cause == null ? null : cause.traceparent());
    }

    /** Ends the case's piece of work, which was done in this trace. */
    List<OutgoingEvent> of(Case it, @Nullable String traceparent) {
        var told = it.finish(clocksTogether);
        told.stream().flatMap(event -> event.parts().stream()).forEach(this::count);
        return told.stream()
                .map(event -> events.write(event, it.id(), it.government(), traceparent))
                .toList();
    }

    private void count(Event event) {
        switch (event) {
            case DeadlineMissed missed ->
                meters.counter("deadlines.missed", "clock", missed.clock().name())
                        .increment();
            case Escalated escalated ->
                meters.counter(
                                "deadlines.escalated",
                                "position",
                                escalated.position().name())
                        .increment();
            case ActRefused refused ->
                meters.counter("acts.refused", "reason", refused.reason().name())
                        .increment();
            default -> {
                // Not what an operator watches.
            }
        }
    }
}
