package id.tanggap.intake.term;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.RoutingEvent.ClockMoved;
import id.tanggap.contracts.event.RoutingEvent.ClockPaused;
import id.tanggap.contracts.event.RoutingEvent.ClockResumed;
import id.tanggap.contracts.event.RoutingEvent.ClockStarted;
import id.tanggap.contracts.vocabulary.ClockKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an event says of when a clock falls due.
 *
 * @param rule the id of the deadline; null in events older than the SOP files
 */
public record Due(ClockKind clock, @Nullable String rule, Instant at) {

    /** Null when the event says nothing of it. */
    public static @Nullable Due toldBy(Event event) {
        return switch (event) {
            case ClockStarted it -> new Due(it.clock(), it.rule(), it.dueAt());
            case ClockPaused it -> new Due(it.clock(), it.rule(), it.dueAt());
            case ClockResumed it -> new Due(it.clock(), it.rule(), it.dueAt());
            case ClockMoved it -> new Due(it.clock(), it.rule(), it.to());
            default -> null;
        };
    }

    public boolean isThePromise() {
        return clock == ClockKind.PROMISE;
    }
}
