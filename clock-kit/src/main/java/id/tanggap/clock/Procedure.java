package id.tanggap.clock;

import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.governments.sop.ClockRule;
import id.tanggap.governments.sop.Sop;
import id.tanggap.governments.sop.SopStep;
import id.tanggap.governments.sop.SopStep.Subject;
import id.tanggap.governments.sop.TimeStandard;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of one complaint, or of one recap, by the rows of its SOP: events by their wire names meet, end and start
 * them. What the events mean is none of its business.
 */
public final class Procedure {
    private final List<Timed> rules;
    private final TimeStandard longestPause;
    private final List<Clock> clocks;

    /** @param step the row that it times; null for the promise and for what the law allows */
    private record Timed(
            ClockKind kind, ClockRule rule, @Nullable SopStep step) {}

    private Procedure(List<Timed> rules, TimeStandard longestPause, List<Clock> clocks) {
        this.rules = rules;
        this.longestPause = longestPause;
        this.clocks = new ArrayList<>(clocks);
    }

    /**
     * @param type the legal class, which decides on the ceilings
     * @param receivedOn the day of receipt in the government's zone: its law is that of this day
     * @param clocks those that ran before
     */
    public static Procedure ofComplaint(Sop sop, String type, LocalDate receivedOn, List<Clock> clocks) {
        var rules = new ArrayList<Timed>();
        rules.add(new Timed(ClockKind.PROMISE, sop.promise(), null));
        sop.ceilings().stream()
                .filter(ceiling -> ceiling.holds(type, receivedOn))
                .forEach(ceiling -> rules.add(new Timed(ClockKind.CEILING, ceiling.clock(), null)));
        rules.addAll(steps(sop, Subject.COMPLAINT));
        return new Procedure(rules, sop.policy().longestPause(), clocks);
    }

    /** The rows that a month's recap goes through. */
    public static Procedure ofRecap(Sop sop) {
        return new Procedure(steps(sop, Subject.RECAP), sop.policy().longestPause(), List.of());
    }

    /**
     * Meets, ends and starts the clocks that wait for this event.
     *
     * @param event its wire name
     * @param calendar by which a step counts; asked with null for promise and law
     * @return the steps that began
     */
    public List<SopStep> happened(String event, Instant at, Function<@Nullable SopStep, WorkingCalendar> calendar) {
        clocks.stream().filter(Clock::isOpen).forEach(clock -> happened(event, at, clock));
        var begun = new ArrayList<SopStep>();
        for (var timed : rules) {
            if (timed.rule().starts().contains(event) && mayStart(timed)) {
                clocks.add(Clock.start(timed.kind(), timed.rule(), longestPause, calendar.apply(timed.step()), at));
                if (timed.step() != null) {
                    begun.add(timed.step());
                }
            }
        }
        return begun;
    }

    private static void happened(String event, Instant at, Clock open) {
        if (open.rule().completes().contains(event)) {
            open.meet(at);
        } else if (open.rule().ends().contains(event)) {
            open.end(at);
        }
    }

    /** The clock whose alarm comes next among those whose time has come; null when there is none. */
    public @Nullable Clock nextDue(Instant now) {
        Clock first = null;
        Instant earliest = now;
        for (var clock : clocks) {
            var next = clock.nextAlarmAt();
            if (next != null && (next.isBefore(earliest) || (first == null && next.equals(earliest)))) {
                first = clock;
                earliest = next;
            }
        }
        return first;
    }

    /** Ends whatever runs. */
    public void end(Instant at) {
        clocks.stream().filter(Clock::isOpen).forEach(clock -> clock.end(at));
    }

    /** In the order in which they began. */
    public List<Clock> clocks() {
        return Collections.unmodifiableList(clocks);
    }

    /** A promise is given once; nothing that happens later begins it anew. */
    private boolean mayStart(Timed timed) {
        Predicate<Clock> same = clock -> clock.rule().id().equals(timed.rule().id());
        return timed.kind() == ClockKind.PROMISE
                ? clocks.stream().noneMatch(same)
                : clocks.stream().noneMatch(same.and(Clock::isOpen));
    }

    private static List<Timed> steps(Sop sop, Subject subject) {
        return sop.steps().stream()
                .filter(step -> step.subject() == subject)
                .map(step -> new Timed(ClockKind.STEP, step.clock(), step))
                .toList();
    }
}
