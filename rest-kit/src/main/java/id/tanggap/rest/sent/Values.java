package id.tanggap.rest.sent;

import id.tanggap.rest.PageKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How each kind of value is read from text. All throw {@link Unfit}. */
final class Values {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-.{1,60}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");

    private Values() {}

    /** @return null for a kind that is not read here */
    static @Nullable Function<String, ?> reader(Class<?> kind) {
        if (kind.isEnum()) {
            return sent -> choice(kind, sent);
        }
        return switch (kind.getName()) {
            case "java.lang.String" -> Characters::readable;
            case "java.time.LocalDate" -> Values::day;
            case "java.time.Instant" -> Values::moment;
            case "int", "java.lang.Integer" -> Values::wholeNumber;
            case "boolean", "java.lang.Boolean" -> Values::truth;
            case "id.tanggap.rest.PageKey" -> Values::pageKey;
            default -> null;
        };
    }

    /** In the calendar of every day, from the year 1900 to 9999. */
    static LocalDate day(String sent) {
        var day = DAY.matcher(sent).matches() ? orNull(() -> LocalDate.parse(sent)) : null;
        if (day == null || day.isBefore(Times.EARLIEST_DAY)) {
            throw new Unfit("Tulis tanggal seperti 2026-08-17.");
        }
        return day;
    }

    /** With its zone, from the year 1900 to 9999. */
    static Instant moment(String sent) {
        var moment = MOMENT.matcher(sent).matches() ? orNull(() -> Instant.parse(sent)) : null;
        if (moment == null || !Times.canBe(moment)) {
            throw new Unfit("Tulis waktu UTC, misalnya 2026-02-03T00:00:00Z.");
        }
        return moment;
    }

    private static int wholeNumber(String sent) {
        if (!WHOLE_NUMBER.matcher(sent).matches()) {
            throw new Unfit("Tulis bilangan bulat.");
        }
        return Integer.parseInt(sent);
    }

    private static boolean truth(String sent) {
        return switch (sent) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Unfit("Isi dengan true atau false.");
        };
    }

    private static PageKey pageKey(String sent) {
        var key = PageKey.decode(sent);
        if (key == null) {
            throw new Unfit("Isi dengan nilai next dari halaman sebelumnya.");
        }
        return key;
    }

    private static Object choice(Class<?> kind, String sent) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(it -> it.toString().equals(sent))
                .findFirst()
                .orElseThrow(() -> new Unfit(Choices.among(kind)));
    }

    private static <T> @Nullable T orNull(Supplier<T> read) {
        try {
            return read.get();
        } catch (DateTimeException noneOfTheCalendar) {
            return null;
        }
    }
}
