package id.tanggap.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The clock on the wall: nights and holidays count. */
public enum WallClock implements Counting {
    WALL;

    @Override
    public Instant plus(Instant from, Duration time) {
        return from.plus(time);
    }

    @Override
    public Duration between(Instant a, Instant b) {
        return Duration.between(a, b);
    }

    @Override
    public List<Span> counted(Instant a, Instant b) {
        return a.isBefore(b) ? List.of(new Span(a, b)) : List.of();
    }
}
