package id.tanggap.intake.past.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as offices write them: {@code 5 Mar 2024}, {@code Kamis, 1 Juli 2021 pukul 10.00}, {@code 01/07/21}, a
 * spreadsheet's number, whose whole is the day and whose part is the time.
 */
final class PastDate {
    private static final String HOURS =
            "(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d+)?)?\\s*([ap]m)?(?:\\s*(?:WIB|WITA|WIT|Z|[+-]\\d{2}:?\\d{2}))?";
    private static final String BEFORE_HOURS = "(?:pukul|pkl|pk|jam)?\\.?\\s*";

    /** And such words as stand before a date. */
    private static final Pattern WEEKDAY = pattern("^(?:\\p{L}[\\p{L}'’`]*(?:\\s*[.,:/]\\s*|\\s+)){1,2}(?=\\d)");

    private static final Pattern CLOCK = pattern(BEFORE_HOURS + HOURS);
    private static final Pattern CLOCK_BEHIND_A_DAY =
            pattern("(?:T|[\\s,]+(?:[-/|]\\s*)?)" + BEFORE_HOURS + HOURS + "$");
    /** An hour that was typed without its last zero, which a spreadsheet took for a number. */
    private static final Pattern SHORTENED_CLOCK = pattern("(\\d{1,2})\\.([1-5])");

    private static final Pattern SERIAL = pattern("0|(?:0|\\d{5})\\.\\d+");
    private static final Pattern DAY_BEHIND = pattern("\\s*\\(\\p{L}[\\p{L}'’`]*\\)$");

    /** What keeps a spreadsheet from reading a cell, and what ends a sentence. */
    private static final Pattern AROUND = pattern("^['’`]|[.,;]$");

    private static final Pattern NUMBERS =
            pattern("(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(?:\\d{4}|\\d{2})(?!\\d).*");

    private static final int NOON = 12;
    private static final int LONGEST_MONTH = 31;
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
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

    /** As letters are dated. */
    private static final List<String> ROMAN =
            List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");

    private static final List<Notation> NOTATIONS = List.of(
            new Notation(
                    "(\\d{4})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})",
                    it -> day(it.group(1), number(it.group(2)), it.group(3))),
            new Notation("(20\\d{2})(\\d{2})(\\d{2})", it -> day(it.group(1), number(it.group(2)), it.group(3))),
            new Notation(
                    "(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*['’]?(\\d{4}|\\d{2})",
                    it -> day(it.group(3), number(it.group(2)), it.group(1))),
            new Notation(
                    "(\\d{1,2})\\s*[\\s./-]\\s*([IVX]{1,4})\\s*[\\s./-]\\s*(\\d{4}|\\d{2})",
                    it -> day(it.group(3), ROMAN.indexOf(it.group(2).toLowerCase(Locale.ROOT)) + 1, it.group(1))),
            new Notation(
                    "(\\d{1,2})[\\s./-]*(\\p{L}{3,})[.,]?[\\s/-]*['’]?(\\d{4}|\\d{2})",
                    it -> day(it.group(3), month(it.group(2)), it.group(1))),
            new Notation(
                    "(\\p{L}{3,})\\.?\\s+(\\d{1,2}),?\\s+(\\d{4})",
                    it -> day(it.group(3), month(it.group(1)), it.group(2))),
            new Notation("\\d{5}(?:\\.\\d+)?", it -> day(it.group())));

    /** How day and month can stand in a date of numbers alone. */
    enum Order {
        DAY_FIRST,
        MONTH_FIRST,
        EITHER
    }

    private record Notation(Pattern pattern, Function<MatchResult, LocalDate> day) {
        Notation(String pattern, Function<MatchResult, LocalDate> day) {
            this(PastDate.pattern(pattern), day);
        }

        /** @throws DateTimeException when there is no such day */
        Stream<LocalDate> read(String date) {
            var match = pattern.matcher(date);
            return match.matches() ? Stream.of(day.apply(match)) : Stream.empty();
        }
    }

    /** The day, whatever time stands behind it; null for what is no date. */
    static @Nullable LocalDate read(String text) {
        var date = DAY_BEHIND.matcher(bare(text)).replaceFirst("");
        var alone = CLOCK_BEHIND_A_DAY.matcher(date).replaceFirst("");
        try {
            return Stream.of(date, alone)
                    .flatMap(it -> Stream.of(it, WEEKDAY.matcher(it).replaceFirst("")))
                    .flatMap(it -> NOTATIONS.stream().flatMap(notation -> notation.read(it)))
                    .findFirst()
                    .orElse(null);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** Null unless two numbers stand before a year. */
    static @Nullable Order order(String text) {
        var match = NUMBERS.matcher(bare(text));
        return match.matches() ? order(number(match.group(1)), number(match.group(2))) : null;
    }

    private static @Nullable Order order(int first, int second) {
        var isDayFirst = first <= LONGEST_MONTH && second <= MONTHS.size();
        var isMonthFirst = first <= MONTHS.size() && second <= LONGEST_MONTH;
        if (isDayFirst && isMonthFirst) {
            return Order.EITHER;
        }
        return isDayFirst ? Order.DAY_FIRST : isMonthFirst ? Order.MONTH_FIRST : null;
    }

    private static String bare(String text) {
        return AROUND.matcher(text.strip()).replaceAll("");
    }

    /** That stands behind a day in the same cell; null when none does. */
    static @Nullable LocalTime readTimeBehind(String date) {
        var text = bare(date);
        var match = CLOCK_BEHIND_A_DAY.matcher(text);
        return match.find() ? clock(match) : text.contains(".") ? part(text) : null;
    }

    /** Null for what is no time of the day. */
    static @Nullable LocalTime readTime(String text) {
        var time = bare(text);
        var clock = CLOCK.matcher(time);
        var shortened = SHORTENED_CLOCK.matcher(time);
        if (clock.matches()) {
            return clock(clock);
        }
        return shortened.matches() ? clock(shortened.group(1), shortened.group(2) + "0", "0") : part(time);
    }

    /** What a spreadsheet's number tells beside the whole days; the second that begins the next one is the last of this. */
    private static @Nullable LocalTime part(String number) {
        if (!SERIAL.matcher(number).matches()) {
            return null;
        }
        var within = new BigDecimal(number).remainder(BigDecimal.ONE).multiply(SECONDS_A_DAY);
        var seconds = within.setScale(0, RoundingMode.HALF_UP).longValue();
        return LocalTime.ofSecondOfDay(Math.min(seconds, LocalTime.MAX.toSecondOfDay()));
    }

    private static @Nullable LocalTime clock(MatchResult match) {
        var half = match.group(4);
        var hour = half == null ? match.group(1) : hour(number(match.group(1)), half);
        return clock(hour, match.group(2), Objects.requireNonNullElse(match.group(3), "0"));
    }

    private static String hour(int ofTwelve, String half) {
        var noon = half.toLowerCase(Locale.ROOT).equals("pm") ? NOON : 0;
        return ofTwelve > NOON ? "none" : String.valueOf(ofTwelve % NOON + noon);
    }

    private static @Nullable LocalTime clock(String hour, String minute, String second) {
        try {
            return LocalTime.of(number(hour), number(minute), number(second));
        } catch (DateTimeException | NumberFormatException noSuchTime) {
            return null;
        }
    }

    private static LocalDate day(String year, int month, String day) {
        return LocalDate.of(year.length() == 2 ? 2000 + number(year) : number(year), month, number(day));
    }

    private static LocalDate day(String serial) {
        return DAY_ZERO.plusDays(new BigDecimal(serial).longValue());
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

    private static Pattern pattern(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    private PastDate() {}
}
