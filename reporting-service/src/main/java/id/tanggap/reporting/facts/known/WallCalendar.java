package id.tanggap.reporting.facts.known;

import id.tanggap.contracts.event.Event;
import id.tanggap.governments.Governments;
import id.tanggap.reporting.facts.known.Columns.Telling;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Days and months by a government's own clock: what happened on the last evening counts in the month that people there
 * write on their papers.
 */
record WallCalendar(Governments governments) {

    /** Throws {@link UnknownGovernment} when it cannot be told. */
    <E extends Event> Telling<E, LocalDate> day(Telling<E, Instant> time) {
        return (told, by) -> {
            var at = time.of(told, by);
            return at == null ? null : day(by.government(), at);
        };
    }

    /** Its first day. */
    <E extends Event> Telling<E, LocalDate> month(Telling<E, Instant> time) {
        Telling<E, LocalDate> day = day(time);
        return (told, by) -> {
            var on = day.of(told, by);
            return on == null ? null : on.withDayOfMonth(1);
        };
    }

    private LocalDate day(String government, Instant at) {
        var known = governments.find(government);
        if (known == null) {
            throw new UnknownGovernment();
        }
        return LocalDate.ofInstant(at, known.calendar().zone());
    }

    /** The event becomes a dead letter, to be replayed once the government is added to the installation. */
    static final class UnknownGovernment extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnknownGovernment() {
            super("The installation has no such government");
        }
    }
}
