package id.tanggap.reporting.recap;

import id.tanggap.governments.Government;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** A calendar month of a government, by its own clock. */
record RecapMonth(Government government, YearMonth month) {

    ZoneId zone() {
        return government.calendar().zone();
    }

    LocalDate firstDay() {
        return month.atDay(1);
    }

    /** Complaints can still come into a month that is not over. */
    boolean isPreliminary(Instant now) {
        return now.isBefore(month.plusMonths(1).atDay(1).atStartOfDay(zone()).toInstant());
    }
}
