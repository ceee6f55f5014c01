package id.tanggap.story;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.RoutingEvent.ClockMet;
import id.tanggap.contracts.event.RoutingEvent.ClockMoved;
import id.tanggap.contracts.event.RoutingEvent.ClockPaused;
import id.tanggap.contracts.event.RoutingEvent.ClockResumed;
import id.tanggap.contracts.event.RoutingEvent.ClockStarted;
import id.tanggap.contracts.event.RoutingEvent.DeadlineMissed;
import id.tanggap.contracts.vocabulary.ClockKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** By when an answer was promised, as it was told, and what became of that. */
final class PromiseTold {
    private final Quiet quiet;
    private @Nullable Instant dueAt;
    private boolean isMet;
    private boolean isMissed;

    private PromiseTold(Quiet quiet) {
        this.quiet = quiet;
    }

    static void check(Quiet quiet) {
        var told = new PromiseTold(quiet);
        quiet.parts().forEach(told::hear);
        told.compare();
    }

    private void hear(Event event) {
        switch (event) {
            case ClockStarted it when it.clock() == ClockKind.PROMISE -> dueAt = it.dueAt();
            case ClockPaused it when it.clock() == ClockKind.PROMISE -> dueAt = it.dueAt();
            case ClockResumed it when it.clock() == ClockKind.PROMISE -> dueAt = it.dueAt();
            case ClockMoved it when it.clock() == ClockKind.PROMISE -> dueAt = it.to();
            case ClockMet it
            when it.clock() == ClockKind.PROMISE -> {
                quiet.same("what was due when it was met", dueAt, it.dueAt());
                isMet = true;
            }
            case DeadlineMissed it
            when it.clock() == ClockKind.PROMISE -> {
                quiet.same("what was due when it was missed", dueAt, it.dueAt());
                isMissed = true;
            }
            default -> {
                // Says nothing of the promise.
            }
        }
    }

    private void compare() {
        var clock = quiet.house().routing().clocks().stream()
                .filter(it -> it.kind() == ClockKind.PROMISE)
                .findFirst()
                .orElseThrow();
        quiet.same(
                "what the citizen reads", dueAt, quiet.house().intake().page().dueAt());
        quiet.same("whether it is told that it is met", clock.metAt() != null, isMet);
        if (clock.isOpen()) {
            quiet.same("when it is due", clock.dueAt(), dueAt);
            // What was told as missed may fall due later after all: the question that stops the clock came late.
            var hasPassed = quiet.house().now().isAfter(clock.dueAt());
            quiet.same("whether it is told that it is missed", hasPassed || isMissed, isMissed);
        }
    }
}
