package id.tanggap.intake.past.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The days that a file of the past can tell of.
 *
 * @param zone the government's own clock
 */
record PastCalendar(ZoneId zone, LocalDate today) {
    static final String WANTED = "Bukan tanggal antara 2000 dan hari ini; tulis misalnya 5 Mar 2024.";
    static final String MONTH_FIRST =
            "Bulan mendahului tanggal, sehingga baris lain mungkin terbaca terbalik (3/2 sebagai 3"
                    + " Februari); ubah kolomnya menjadi tanggal/bulan/tahun, lalu kirim lagi.";

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    /** Null for what is no date of those years. */
    @Nullable
    LocalDate day(String cell) {
        var day = PastDate.read(cell);
        return day == null || day.isBefore(EARLIEST) || day.isAfter(today) ? null : day;
    }

    /** Null when the row is at fault by its want of such a date. */
    @Nullable
    LocalDate needed(PastRow row, String column) {
        var cell = row.cell(column);
        var day = cell == null ? null : day(cell);
        if (day == null) {
            row.unreadable(column, wanted(cell));
        }
        return day;
    }

    /** What is wrong with what is no date of those years. */
    static String wanted(@Nullable String cell) {
        return cell != null && PastDate.isMonthFirst(cell) ? MONTH_FIRST : WANTED;
    }

    Instant instant(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    Instant midnight(LocalDate day) {
        return instant(day, LocalTime.MIDNIGHT);
    }
}
