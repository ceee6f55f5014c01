package id.tanggap.reporting.recap.loop;

import id.tanggap.clock.WorkingCalendar;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A calendar month of a government, by its own clock. */
public record RecapMonth(Government government, YearMonth month) {

    /** The one that it is now. */
    public static RecapMonth at(Instant now, Government government) {
        return new RecapMonth(
                government,
                YearMonth.from(LocalDate.ofInstant(now, government.calendar().zone())));
    }

    /** By its columns; of governments that are installed. */
    public static List<RecapMonth> of(RowSet<Row> rows, Governments governments) {
        var months = new ArrayList<RecapMonth>(rows.size());
        for (var row : rows) {
            var government = governments.find(row.getString("government"));
            if (government != null) {
                months.add(new RecapMonth(government, YearMonth.from(row.getLocalDate("month"))));
            }
        }
        return months;
    }

    public ZoneId zone() {
        return government.calendar().zone();
    }

    public WorkingCalendar workingCalendar() {
        return new WorkingCalendar(government.calendar());
    }

    public RecapMonth plus(int months) {
        return new RecapMonth(government, month.plusMonths(months));
    }

    /** The first instant that is no longer in it. */
    public Instant endsAt() {
        return month.plusMonths(1).atDay(1).atStartOfDay(zone()).toInstant();
    }

    /** How far its recap has come: one that nobody has asked for is due as soon as the month is over. */
    public RecapState state(RecapState known, Instant now) {
        return known == RecapState.RUNNING && !isPreliminary(now) ? RecapState.DUE : known;
    }

    /** Complaints can still come into a month that is not over. */
    public boolean isPreliminary(Instant now) {
        return now.isBefore(endsAt());
    }
}
