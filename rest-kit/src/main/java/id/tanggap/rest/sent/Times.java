package id.tanggap.rest.sent;

import java.time.Instant;
import java.time.LocalDate;

/** What any time of a case can be, from the year 1900 to 9999: what PostgreSQL, JSON and browsers hold alike. */
public final class Times {
    static final LocalDate EARLIEST_DAY = LocalDate.of(1900, 1, 1);

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Times() {}

    public static boolean canBe(Instant moment) {
        return !moment.isBefore(EARLIEST) && !moment.isAfter(LATEST);
    }
}
