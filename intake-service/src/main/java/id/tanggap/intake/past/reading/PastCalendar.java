package id.tanggap.intake.past.reading;

import id.tanggap.intake.past.reading.PastDate.Order;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The days that a file of the past can tell of. A new one for each file: it remembers how days and months stand there. */
final class PastCalendar {
    private static final String WANTED = "Bukan tanggal antara 2000 dan hari ini; tulis misalnya 5 Mar 2024.";
    private static final String MONTH_FIRST = "Di berkas ini bulan tampaknya mendahului tanggal, sehingga 3/2 terbaca 3"
            + " Februari; ubah kolomnya menjadi tanggal/bulan/tahun, lalu kirim lagi.";

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final ZoneId zone;
    private final LocalDate today;
    private final Set<Order> seen = EnumSet.noneOf(Order.class);

    /** @param zone the government's own clock */
    PastCalendar(ZoneId zone, LocalDate today) {
        this.zone = zone;
        this.today = today;
    }

    /** Takes in how days and months stand in a column of the rows that are read next. */
    void look(List<PastRow> ahead, String column) {
        ahead.stream()
                .flatMap(row -> Stream.ofNullable(row.cell(column)))
                .map(PastDate::order)
                .filter(Objects::nonNull)
                .forEach(seen::add);
    }

    /** Null for what is no date of those years, or as likely another one. */
    @Nullable
    LocalDate day(String cell) {
        var day = isDoubtful(cell) ? null : PastDate.read(cell);
        return day == null || day.isBefore(EARLIEST) || day.isAfter(today) ? null : day;
    }

    /** Null when the row is at fault by its want of such a date. */
    @Nullable
    LocalDate needed(PastRow row, String column) {
        var cell = row.cell(column);
        var day = cell == null ? null : day(cell);
        if (day == null) {
            row.unreadable(column, cell == null ? WANTED : wanted(cell));
        }
        return day;
    }

    private String wanted(String cell) {
        return isDoubtful(cell) || PastDate.order(cell) == Order.MONTH_FIRST ? MONTH_FIRST : WANTED;
    }

    /** Where months stand first and no day does: a single one that does not fit is a slip of the pen. */
    private boolean isDoubtful(String cell) {
        return seen.contains(Order.MONTH_FIRST)
                && !seen.contains(Order.DAY_FIRST)
                && PastDate.order(cell) == Order.EITHER;
    }

    Instant instant(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    Instant midnight(LocalDate day) {
        return instant(day, LocalTime.MIDNIGHT);
    }
}
