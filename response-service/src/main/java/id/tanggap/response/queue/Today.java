package id.tanggap.response.queue;

import id.tanggap.governments.Government;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The moment at which somebody looks at the queue, and where the days of the government begin and end. */
record Today(Instant now, ZoneId zone) {

    static Today of(Government government, Instant now) {
        return new Today(now, government.calendar().zone());
    }

    LocalDate day() {
        return now.atZone(zone).toLocalDate();
    }

    OffsetDateTime time() {
        return now.atOffset(ZoneOffset.UTC);
    }

    /** When the day is over. */
    OffsetDateTime midnight() {
        return endOf(day());
    }

    OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
    }

    OffsetDateTime endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }
}
