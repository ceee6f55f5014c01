package id.tanggap.response.projection;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.RoutingEvent.ClockMet;
import id.tanggap.contracts.event.RoutingEvent.ClockMoved;
import id.tanggap.contracts.event.RoutingEvent.ClockPaused;
import id.tanggap.contracts.event.RoutingEvent.ClockResumed;
import id.tanggap.contracts.event.RoutingEvent.ClockStarted;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.governments.Government;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When something falls due, as its clock told last.
 *
 * @param rule the id of the SOP's step, where it is the clock of one; null in older events
 * @param runs whether the clock runs on: not while it is paused, and not once it is met
 */
record Deadline(ClockKind clock, @Nullable String rule, Instant at, boolean runs) {
    /** What a step is called of which no more is known. */
    static final String STEP = "STEP";

    /** Null when the event is not about when something falls due. */
    static @Nullable Deadline toldBy(Event event) {
        return switch (event) {
            case ClockStarted it -> new Deadline(it.clock(), it.rule(), it.dueAt(), true);
            case ClockMoved it -> new Deadline(it.clock(), it.rule(), it.to(), true);
            case ClockPaused it -> new Deadline(it.clock(), it.rule(), it.dueAt(), false);
            case ClockResumed it -> new Deadline(it.clock(), it.rule(), it.dueAt(), true);
            case ClockMet it -> new Deadline(it.clock(), it.rule(), it.dueAt(), false);
            default -> null;
        };
    }

    boolean isThePromise() {
        return clock == ClockKind.PROMISE;
    }

    /** What the clock is called at the desk. */
    String name() {
        return isThePromise() ? ClockKind.PROMISE.name() : Objects.requireNonNullElse(rule, STEP);
    }

    /** Whether it is a step that an agency owes. One of a procedure that is no longer in force is taken to be. */
    boolean isOfAnAgency(@Nullable Government of) {
        var step = of == null || rule == null ? null : of.sop().step(rule);
        return step == null || step.role().isOfAnAgency();
    }
}
