package id.tanggap.reporting.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Of two tellings the earlier or the later one. */
final class Times {
    static Instant earliest(@Nullable Instant known, Instant told) {
        return known == null || told.isBefore(known) ? told : known;
    }

    static Instant latest(@Nullable Instant known, Instant told) {
        return known == null || told.isAfter(known) ? told : known;
    }

    private Times() {}
}
