package id.tanggap.response.projection;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.RoutingEvent.ClockMoved;
import id.tanggap.contracts.event.RoutingEvent.ClockPaused;
import id.tanggap.contracts.event.RoutingEvent.ClockResumed;
import id.tanggap.contracts.event.RoutingEvent.ClockStarted;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.governments.Government;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something falls due, as its clock told last.
 *
 * @param rule the id of the SOP's step, where it is the clock of one; null in older events
 */
record Deadline(ClockKind clock, @Nullable String rule, Instant at) {

    /** Null when the event is not about when something falls due. */
    static @Nullable Deadline toldBy(Event event) {
        return switch (event) {
            case ClockStarted it -> new Deadline(it.clock(), it.rule(), it.dueAt());
            case ClockMoved it -> new Deadline(it.clock(), it.rule(), it.to());
            case ClockPaused it -> new Deadline(it.clock(), it.rule(), it.dueAt());
            case ClockResumed it -> new Deadline(it.clock(), it.rule(), it.dueAt());
            default -> null;
        };
    }

    boolean isThePromise() {
        return clock == ClockKind.PROMISE;
    }

    /** Whether it is a step that an agency owes. One of a procedure that is no longer in force is taken to be. */
    boolean isOfAnAgency(@Nullable Government of) {
        var step = of == null || rule == null ? null : of.sop().step(rule);
        return step == null || step.role().isOfAnAgency();
    }
}
