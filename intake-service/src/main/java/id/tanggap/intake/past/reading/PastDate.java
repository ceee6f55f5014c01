package id.tanggap.intake.past.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Dates as offices write them: {@code 5 Mar 2024}, {@code Kamis, 1 Juli 2021}, {@code 01/07/21}, a spreadsheet's number. */
final class PastDate {
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

    private static final List<Notation> NOTATIONS = List.of(
            new Notation("(\\d{4})-(\\d{1,2})-(\\d{1,2})", it -> day(it.group(1), number(it.group(2)), it.group(3))),
            new Notation(
                    "(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{2}|\\d{4})",
                    it -> day(it.group(3), number(it.group(2)), it.group(1))),
            new Notation(
                    "(?:\\p{L}+[.,]?\\s+)?(\\d{1,2})[\\s.-]+(\\p{L}{3,})[.,]?[\\s-]+(\\d{2}|\\d{4})",
                    it -> day(it.group(3), month(it.group(2)), it.group(1))),
            new Notation("(\\d{5})(?:\\.\\d+)?", it -> DAY_ZERO.plusDays(number(it.group(1)))));

    private record Notation(Pattern pattern, Function<MatchResult, LocalDate> day) {
        Notation(String pattern, Function<MatchResult, LocalDate> day) {
            this(Pattern.compile(pattern), day);
        }

        /** @throws DateTimeException when there is no such day */
        Stream<LocalDate> read(String date) {
            var match = pattern.matcher(date);
            return match.matches() ? Stream.of(day.apply(match)) : Stream.empty();
        }
    }

    /** The day, whatever time stands behind it; null for what is no date. */
    static @Nullable LocalDate read(String text) {
        var date = text.replaceFirst("[T ]\\d{1,2}[:.]\\d{2}.*$", "").strip();
        try {
            return NOTATIONS.stream()
                    .flatMap(notation -> notation.read(date))
                    .findFirst()
                    .orElse(null);
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
                            number(match.group(1)),
                            number(match.group(2)),
                            match.group(3) == null ? 0 : number(match.group(3)))
                    : null;
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    private static LocalDate day(String year, int month, String day) {
        return LocalDate.of(year.length() == 2 ? 2000 + number(year) : number(year), month, number(day));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
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
