package id.tanggap.clock;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time; {@code to} is no longer in it. */
public record Span(Instant from, Instant to) {
    Duration length() {
        return Duration.between(from, to);
    }
}
