package id.tanggap.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Which time counts: all of it, or that in which the offices are open. */
public sealed interface Counting permits WorkingCalendar, WallClock {

    /** The first instant by which so much time has been counted since {@code from}. */
    Instant plus(Instant from, Duration time);

    /** The time counted from {@code a} to {@code b}; negative when {@code b} is the earlier. */
    Duration between(Instant a, Instant b);

    /** The stretches that count from {@code a} to {@code b}, in their order. */
    List<Span> counted(Instant a, Instant b);
}
