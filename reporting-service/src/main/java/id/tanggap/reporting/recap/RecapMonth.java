package id.tanggap.reporting.recap;

import id.tanggap.governments.Government;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** A calendar month of a government, by its own clock. */
record RecapMonth(Government government, YearMonth month) {

    /** The one that it is now. */
    static RecapMonth at(Instant now, Government government) {
        return new RecapMonth(
                government,
                YearMonth.from(LocalDate.ofInstant(now, government.calendar().zone())));
    }

    ZoneId zone() {
        return government.calendar().zone();
    }

    RecapMonth plus(int months) {
        return new RecapMonth(government, month.plusMonths(months));
    }

    /** The first instant that is no longer in it. */
    Instant endsAt() {
        return month.plusMonths(1).atDay(1).atStartOfDay(zone()).toInstant();
    }

    /** How far its recap has come: one that nobody has asked for is due as soon as the month is over. */
    RecapState state(RecapState known, Instant now) {
        return known == RecapState.RUNNING && !isPreliminary(now) ? RecapState.DUE : known;
    }

    /** Complaints can still come into a month that is not over. */
    boolean isPreliminary(Instant now) {
        return now.isBefore(endsAt());
    }
}
