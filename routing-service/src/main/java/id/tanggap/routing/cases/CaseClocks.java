package id.tanggap.routing.cases;

import id.tanggap.clock.Alarm;
import id.tanggap.clock.Clock;
import id.tanggap.clock.Procedure;
import id.tanggap.clock.WorkingCalendar;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.RoutingEvent.ClockEvent;
import id.tanggap.contracts.event.RoutingEvent.ClockMet;
import id.tanggap.contracts.event.RoutingEvent.ClockMoved;
import id.tanggap.contracts.event.RoutingEvent.ClockPaused;
import id.tanggap.contracts.event.RoutingEvent.ClockResumed;
import id.tanggap.contracts.event.RoutingEvent.ClockStarted;
import id.tanggap.contracts.event.RoutingEvent.ClocksChanged;
import id.tanggap.contracts.event.RoutingEvent.DeadlineApproaching;
import id.tanggap.contracts.event.RoutingEvent.DeadlineMissed;
import id.tanggap.contracts.event.RoutingEvent.Escalated;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.contracts.vocabulary.Position;
import id.tanggap.contracts.wire.EventCodec;
import id.tanggap.governments.sop.Sop;
import id.tanggap.governments.sop.SopStep;
import id.tanggap.governments.sop.SystemAct;
import id.tanggap.routing.sop.Jurisdiction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The clocks of one case: the promise, the steps of its SOP and what the law allows. What an act does to them is told together. */
final class CaseClocks {
    private final Jurisdiction home;
    private final Sop sop;
    private final CaseMemory memory;
    private final Procedure procedure;
    private final List<ClockEvent> untold = new ArrayList<>();

    CaseClocks(Jurisdiction home, Sop sop, CaseMemory memory, List<Clock> clocks) {
        this.home = home;
        this.sop = sop;
        this.memory = memory;
        this.procedure = Procedure.ofComplaint(
                sop,
                memory.type.name(),
                LocalDate.ofInstant(memory.receivedAt, home.calendar(null).zone()),
                clocks);
    }

    List<Clock> all() {
        return procedure.clocks();
    }

    /** Those that can still take part, as they come back from where they are kept. */
    List<Clock> kept() {
        return procedure.clocks().stream()
                .filter(clock -> clock.metAt() == null || clock.kind() != ClockKind.STEP)
                .map(Clock::kept)
                .toList();
    }

    /** Starts and ends what the event starts and ends; returns the steps that begin with it. */
    List<SopStep> happened(Event event, @Nullable CaseState before, Instant at) {
        if (memory.state() == CaseState.NEEDS_INFO) {
            pause(at);
        } else if (before == CaseState.NEEDS_INFO) {
            resume(at);
        }
        return procedure.happened(EventCodec.wireName(event.getClass()), at, this::calendarOf);
    }

    private void pause(Instant at) {
        for (var clock : procedure.clocks()) {
            if (clock.pause(at)) {
                untold.add(new ClockPaused(clock.kind(), clock.rule().id(), at, clock.dueAt()));
            }
        }
    }

    private void resume(Instant at) {
        for (var clock : procedure.clocks()) {
            if (clock.resume(at)) {
                untold.add(new ClockResumed(clock.kind(), clock.rule().id(), at, clock.dueAt()));
            }
        }
    }

    void end(Instant at) {
        procedure.end(at);
    }

    /**
     * Steps that began with a move end, and what ended with it runs on: as if the agency had never lost the case.
     *
     * @param takenAt when it lost the case; null in what an earlier version kept, where all steps end
     */
    void callOffTheMove(@Nullable Instant takenAt, Instant at) {
        procedure.clocks().stream()
                .filter(clock -> clock.kind() == ClockKind.STEP && clock.isOpen())
                .filter(clock -> takenAt == null || !clock.startedAt().isBefore(takenAt))
                .forEach(clock -> clock.end(at));
        reopen(takenAt);
    }

    /** Those that ended then run on. */
    void reopen(@Nullable Instant endedAt) {
        procedure.clocks().stream()
                .filter(clock -> clock.endedAt() != null && clock.endedAt().equals(endedAt))
                .forEach(Clock::reopen);
    }

    /** Counts by the calendar in force, and tells of every due date that moved. */
    void followCalendar(Instant now) {
        for (var clock : procedure.clocks()) {
            var before = clock.dueAt();
            if (clock.follow(calendarOf(stepOf(clock)), now)) {
                untold.add(new ClockMoved(clock.kind(), clock.rule().id(), before, clock.dueAt()));
            }
        }
    }

    /** When the next of them rings; null when none will. */
    @Nullable
    Instant nextAlarmAt() {
        return procedure.clocks().stream()
                .map(Clock::nextAlarmAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The clock whose time has come first; null when there is none. */
    @Nullable
    Clock nextDue(Instant now) {
        return procedure.nextDue(now);
    }

    /**
     * Lets the clock ring. What the SOP has the system do when its time is over is returned and nothing told: that is no
     * deadline that somebody missed.
     */
    @Nullable
    SystemAct ring(Clock clock, Instant now) {
        var alarm = Objects.requireNonNull(clock.ring(now));
        var step = stepOf(clock);
        if (alarm.isDeadline() && step != null && step.overdue() != null) {
            return step.overdue();
        }
        tell(clock, alarm, now);
        return null;
    }

    private void tell(Clock clock, Alarm alarm, Instant now) {
        var rule = clock.rule().id();
        if (alarm.isWarning()) {
            untold.add(new DeadlineApproaching(clock.kind(), rule, alarm.share(), clock.dueAt(), memory.agency));
        } else if (alarm.isDeadline()) {
            clock.miss(now);
            untold.add(new DeadlineMissed(clock.kind(), rule, clock.dueAt(), memory.agency));
        }
        for (var position : positions(alarm)) {
            untold.add(new Escalated(clock.kind(), rule, alarm.share(), position, memory.agency, now));
        }
    }

    private Set<Position> positions(Alarm alarm) {
        return alarm.tells().stream().map(this::position).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What no agency holds is the coordinator's to hear. */
    private Position position(id.tanggap.governments.sop.Position rung) {
        return memory.agency == null && rung.isOfAnAgency() ? Position.COORDINATOR : Position.valueOf(rung.name());
    }

    /** What an act did to them so far; null when it did nothing that others need to know. */
    @Nullable
    ClocksChanged told() {
        var told = untold.isEmpty() ? null : ClocksChanged.of(untold);
        untold.clear();
        return told;
    }

    /** Tells of clocks that began or were met. One that is met in the moment it begins is told once. */
    void settle() {
        for (var clock : procedure.clocks()) {
            if (clock.isFresh() && clock.isOpen()) {
                untold.add(started(clock));
            } else if (clock.wasJustMet()) {
                untold.add(met(clock));
            }
        }
    }

    private static ClockStarted started(Clock clock) {
        return new ClockStarted(
                clock.kind(), clock.rule().id(), clock.rule().standard().text(), clock.startedAt(), clock.dueAt());
    }

    private ClockMet met(Clock clock) {
        return new ClockMet(
                clock.kind(),
                clock.rule().id(),
                memory.agency,
                clock.startedAt(),
                Objects.requireNonNull(clock.took()).toSeconds(),
                clock.dueAt(),
                Objects.requireNonNull(clock.metAt()),
                clock.isLate());
    }

    private WorkingCalendar calendarOf(@Nullable SopStep step) {
        return home.calendar(step, memory.agency);
    }

    private @Nullable SopStep stepOf(Clock clock) {
        return clock.kind() == ClockKind.STEP ? sop.step(clock.rule().id()) : null;
    }
}
