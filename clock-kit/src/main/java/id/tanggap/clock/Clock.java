package id.tanggap.clock;

import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.governments.sop.ClockRule;
import id.tanggap.governments.sop.TimeStandard;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deadline that runs for one complaint, or for one recap. It remembers what happened to it; when it is due is a question to
 * {@link Deadline}.
 */
public final class Clock {
    private final ClockKind kind;
    private final ClockRule rule;
    private final TimeStandard longestPause;
    private final Instant startedAt;
    private final List<Pause> pauses;
    private final List<Alarm> alarms;
    private WorkingCalendar calendar;
    private Instant dueAt;
    private int rung;
    private @Nullable Instant missedAt;
    private @Nullable Instant metAt;
    private @Nullable Instant endedAt;
    private boolean fresh;
    private boolean justMet;
    private boolean changed;

    /**
     * What is kept of a clock.
     *
     * @param rung how many of its alarms have gone off
     * @param endedAt when it ended unmet; null while it runs and when it was met
     */
    public record Memory(
            Instant startedAt,
            Instant dueAt,
            List<Pause> pauses,
            int rung,
            @Nullable Instant missedAt,
            @Nullable Instant metAt,
            @Nullable Instant endedAt) {}

    public Clock(ClockKind kind, ClockRule rule, TimeStandard longestPause, WorkingCalendar calendar, Memory memory) {
        this.kind = kind;
        this.rule = rule;
        this.longestPause = longestPause;
        this.calendar = calendar;
        this.startedAt = memory.startedAt();
        this.dueAt = memory.dueAt();
        this.pauses = new ArrayList<>(memory.pauses());
        this.alarms = Alarm.of(rule.ladder());
        this.rung = memory.rung();
        this.missedAt = memory.missedAt();
        this.metAt = memory.metAt();
        this.endedAt = memory.endedAt();
    }

    /** A clock that begins to run. */
    public static Clock start(
            ClockKind kind, ClockRule rule, TimeStandard longestPause, WorkingCalendar calendar, Instant at) {
        var clock = new Clock(
                kind,
                rule,
                longestPause,
                calendar,
                new Memory(at, calendar.due(at, rule.standard()), List.of(), 0, null, null, null));
        clock.fresh = true;
        clock.changed = true;
        return clock;
    }

    /** What it waited for happened; where that is heard of late it may have been before the clock began, which then took no time. */
    public void meet(Instant at) {
        resume(at);
        metAt = at.isBefore(startedAt) ? startedAt : at;
        justMet = true;
        changed = true;
    }

    /** It ends unmet, since there is nothing left to wait for. */
    public void end(Instant at) {
        resume(at);
        endedAt = at;
        changed = true;
    }

    /** It runs on as if it had not ended. */
    public void reopen() {
        endedAt = null;
        changed = true;
    }

    /** It stands still. Says whether it did not before. */
    public boolean pause(Instant at) {
        if (!rule.pausable() || isPaused() || !isOpen()) {
            return false;
        }
        var last = pauses.isEmpty() ? null : pauses.getLast().to();
        pauses.add(new Pause(last != null && last.isAfter(at) ? last : at, null));
        recompute();
        return true;
    }

    /** It runs again. Says whether it stood still before. */
    public boolean resume(Instant at) {
        if (!isPaused()) {
            return false;
        }
        var from = pauses.removeLast().from();
        pauses.add(new Pause(from, at.isBefore(from) ? from : at));
        recompute();
        return true;
    }

    /**
     * Counts by another calendar from now on. A due date that would lie in the past stays where it was: nobody is late
     * by a decree that came after.
     *
     * @return whether the due date moved
     */
    public boolean follow(WorkingCalendar decreed, Instant now) {
        calendar = decreed;
        var moved = deadline().due();
        if (!isOpen() || missedAt != null || moved.equals(dueAt) || moved.isBefore(now)) {
            return false;
        }
        dueAt = moved;
        changed = true;
        return true;
    }

    /** The next alarm if its time has come; it goes off once. */
    public @Nullable Alarm ring(Instant now) {
        var next = nextAlarmAt();
        if (next == null || next.isAfter(now)) {
            return null;
        }
        changed = true;
        return alarms.get(rung++);
    }

    /** The deadline passed unmet. */
    public void miss(Instant now) {
        missedAt = now;
        changed = true;
    }

    /** When it next has to be looked at; null when it does not run or nothing more follows. */
    public @Nullable Instant nextAlarmAt() {
        if (!isOpen() || rung >= alarms.size()) {
            return null;
        }
        var alarm = alarms.get(rung);
        // The due date itself is in time still.
        return alarm.isDeadline()
                ? dueAt.plus(1, ChronoUnit.MICROS)
                : deadline().at(alarm.share());
    }

    public Deadline deadline() {
        return new Deadline(startedAt, rule.standard(), pauses, longestPause, calendar);
    }

    public Explanation explanation() {
        return Explanation.of(deadline(), dueAt);
    }

    /** The counted time from the beginning to its end; null while it runs. */
    public @Nullable Duration took() {
        return metAt == null ? null : deadline().took(metAt);
    }

    public boolean isOpen() {
        return metAt == null && endedAt == null;
    }

    public boolean isPaused() {
        return !pauses.isEmpty() && pauses.getLast().to() == null;
    }

    /** Whether it was met after it was due. */
    public boolean isLate() {
        return metAt != null && metAt.isAfter(dueAt);
    }

    /** Whether it began in this very piece of work. */
    public boolean isFresh() {
        return fresh;
    }

    /** Whether it was met in this very piece of work. */
    public boolean wasJustMet() {
        return justMet;
    }

    public boolean hasChanged() {
        return changed;
    }

    public ClockKind kind() {
        return kind;
    }

    public ClockRule rule() {
        return rule;
    }

    /** The same as it comes back from where it is kept: nothing has happened to it in this piece of work. */
    public Clock kept() {
        return new Clock(kind, rule, longestPause, calendar, memory());
    }

    public Memory memory() {
        return new Memory(startedAt, dueAt, List.copyOf(pauses), rung, missedAt, metAt, endedAt);
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** The last instant that is in time. */
    public Instant dueAt() {
        return dueAt;
    }

    public @Nullable Instant metAt() {
        return metAt;
    }

    public @Nullable Instant missedAt() {
        return missedAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    private void recompute() {
        dueAt = deadline().due();
        changed = true;
    }
}
