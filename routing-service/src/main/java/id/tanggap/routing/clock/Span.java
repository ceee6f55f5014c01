package id.tanggap.routing.clock;

import java.time.Instant;

/** A stretch of time; {@code to} is no longer in it. */
public record Span(Instant from, Instant to) {}
