package id.tanggap.clock;

import id.tanggap.governments.sop.TimeStandard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When something is due: a pure function of its beginning, its standard, its pauses and the calendar. It is computed
 * from these every time, so nothing drifts, and a changed calendar needs no more than asking again.
 *
 * @param pauses in the order of time, none inside another
 * @param longestPause what all pauses together may come to; time beyond it counts
 */
public record Deadline(
        Instant startedAt,
        TimeStandard standard,
        List<Pause> pauses,
        TimeStandard longestPause,
        WorkingCalendar calendar) {

    public Deadline {
        pauses = List.copyOf(pauses);
    }

    /** The last instant that is in time. Of a pause that still lasts, it is taken that it lasts as long as it may. */
    public Instant due() {
        return pauses.isEmpty() ? calendar.due(startedAt, standard) : after(whole());
    }

    /** The instant by which this share of the standard time has passed; a share of 1 is {@link #due()}. */
    public Instant at(double share) {
        return share == 1 ? due() : after(Duration.ofMillis(Math.round(whole().toMillis() * share)));
    }

    /** The time counted from the beginning to {@code end}, pauses left out. */
    public Duration took(Instant end) {
        Duration sum = Duration.ZERO;
        for (Span running : running(end)) {
            sum = sum.plus(counting().between(running.from(), running.to()));
        }
        return sum;
    }

    /** The stretches up to {@code end} in which it ran, whether their time counts or not. */
    List<Span> running(Instant end) {
        List<Span> running = new ArrayList<>();
        Instant from = startedAt;
        for (Span still : standing()) {
            add(running, from, earlier(still.from(), end));
            from = still.to();
        }
        add(running, from, end);
        return running;
    }

    /** The pauses as far as they count. */
    List<Span> standing() {
        List<Span> standing = new ArrayList<>();
        Duration left = null;
        for (Pause pause : pauses) {
            if (left == null) {
                left = allowance().between(pause.from(), calendar.due(pause.from(), longestPause));
            }
            if (!left.isPositive()) {
                break;
            }
            Instant latest = allowance().plus(pause.from(), left);
            Instant to = pause.to() == null ? latest : earlier(pause.to(), latest);
            add(standing, pause.from(), to);
            left = left.minus(allowance().between(pause.from(), to));
        }
        return standing;
    }

    Counting counting() {
        return counting(standard);
    }

    private Counting allowance() {
        return counting(longestPause);
    }

    private Counting counting(TimeStandard unit) {
        return unit.unit().isWorkingTime() ? calendar : WallClock.WALL;
    }

    private Duration whole() {
        return counting().between(startedAt, calendar.due(startedAt, standard));
    }

    private Instant after(Duration amount) {
        Duration left = amount;
        Instant from = startedAt;
        for (Span still : standing()) {
            Duration before = counting().between(from, still.from());
            if (before.compareTo(left) >= 0) {
                return counting().plus(from, left);
            }
            left = left.minus(before);
            from = still.to();
        }
        return counting().plus(from, left);
    }

    private static void add(List<Span> spans, Instant from, Instant to) {
        if (from.isBefore(to)) {
            spans.add(new Span(from, to));
        }
    }

    private static Instant earlier(@Nullable Instant a, Instant b) {
        return a == null || b.isBefore(a) ? b : a;
    }
}
