package id.tanggap.intake.past.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as offices write them: {@code 5 Mar 2024}, {@code Kamis, 1 Juli 2021}, {@code 01/07/21}, a spreadsheet's number. */
final class PastDate {
    private static final Pattern WORDS =
            Pattern.compile("(?:\\p{L}+[.,]?\\s+)?(\\d{1,2})[\\s.-]+(\\p{L}{3,})[.,]?[\\s-]+(\\d{2}|\\d{4})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{2}|\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:\\.\\d+)?");
    private static final Pattern CLOCK =
            Pattern.compile("(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?(?:\\s*(?:WIB|WITA|WIT))?");
    /** Where a spreadsheet's days begin, counting a day that never was. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    /** Indonesian and English, by the letters that tell them apart. */
    private static final List<List<String>> MONTHS = List.of(
            List.of("jan"),
            List.of("feb", "peb"),
            List.of("mar"),
            List.of("apr"),
            List.of("mei", "may"),
            List.of("jun"),
            List.of("jul"),
            List.of("agu", "agt", "ags", "aug"),
            List.of("sep"),
            List.of("okt", "oct"),
            List.of("nov", "nop"),
            List.of("des", "dec"));

    /** The day, whatever time stands behind it; null for what is no date. */
    static @Nullable LocalDate read(String text) {
        var date = text.replaceFirst("[T ]\\d{1,2}[:.]\\d{2}.*$", "").strip();
        try {
            var match = YEAR_FIRST.matcher(date);
            if (match.matches()) {
                return day(match.group(1), Integer.parseInt(match.group(2)), match.group(3));
            }
            match = DAY_FIRST.matcher(date);
            if (match.matches()) {
                return day(match.group(3), Integer.parseInt(match.group(2)), match.group(1));
            }
            match = WORDS.matcher(date);
            if (match.matches()) {
                return day(match.group(3), month(match.group(2)), match.group(1));
            }
            match = SERIAL.matcher(date);
            return match.matches() ? DAY_ZERO.plusDays(Long.parseLong(match.group(1))) : null;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** Null for what is no time of the day. */
    static @Nullable LocalTime readTime(String text) {
        var match = CLOCK.matcher(text.strip());
        try {
            return match.matches()
                    ? LocalTime.of(
                            Integer.parseInt(match.group(1)),
                            Integer.parseInt(match.group(2)),
                            match.group(3) == null ? 0 : Integer.parseInt(match.group(3)))
                    : null;
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    private static LocalDate day(String year, int month, String day) {
        var number = Integer.parseInt(year);
        return LocalDate.of(year.length() == 2 ? 2000 + number : number, month, Integer.parseInt(day));
    }

    /** 0, which no date has, for what is no month. */
    private static int month(String word) {
        var letters = word.substring(0, 3).toLowerCase(Locale.ROOT);
        for (int month = 0; month < MONTHS.size(); month++) {
            if (MONTHS.get(month).contains(letters)) {
                return month + 1;
            }
        }
        return 0;
    }

    private PastDate() {}
}
