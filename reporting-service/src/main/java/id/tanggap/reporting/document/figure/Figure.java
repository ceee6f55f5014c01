package id.tanggap.reporting.document.figure;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a table tells of each of its rows, told once: the report prints it in words, the workbook keeps it to be reckoned
 * with.
 *
 * @param name at length, where it stands by itself
 * @param heading of its column in the workbook
 * @param printed heading of its column on paper; null when it is not printed
 * @param width of its column in the workbook, in characters
 */
public record Figure<R>(
        String name, String heading, @Nullable String printed, int width, Value<R> value) {

    /** How it is taken from a row, and what it is, on which depends how it is shown. */
    public sealed interface Value<R> {
        /** Whether it is read, and not reckoned with. */
        default boolean isWord() {
            return this instanceof Said<R> || this instanceof Numbered<R>;
        }
    }

    public record Said<R>(Function<R, @Nullable String> of) implements Value<R> {}

    /** A number by which something is called. */
    public record Numbered<R>(Function<R, @Nullable Integer> of) implements Value<R> {}

    /** On paper the day, in the workbook to the minute. */
    public record At<R>(Function<R, @Nullable Instant> of) implements Value<R> {}

    public record Counted<R>(ToLongFunction<R> of) implements Value<R> {}

    /** What one figure is of itself and another together. */
    public record Share<R>(Figure<R> part, Figure<R> rest) implements Value<R> {}

    /**
     * Of marks from 1 on.
     *
     * @param marks how often each was given
     * @param of the mean itself, as it was compiled
     */
    public record Mean<R>(List<Figure<R>> marks, ToDoubleFunction<R> of) implements Value<R> {}

    static <R> Figure<R> of(String heading, int width, Value<R> value) {
        return new Figure<>(heading, heading, heading, width, value);
    }

    static <R> Figure<R> said(String heading, int width, Function<R, @Nullable String> of) {
        return of(heading, width, new Said<>(of));
    }

    static <R> Figure<R> at(String heading, Function<R, @Nullable Instant> of) {
        return of(heading, 17, new At<>(of));
    }

    static <R> Figure<R> counted(String heading, int width, ToLongFunction<R> of) {
        return of(heading, width, new Counted<>(of));
    }

    static <R> Figure<R> share(String heading, int width, Figure<R> part, Figure<R> rest) {
        return of(heading, width, new Share<>(part, rest));
    }

    Figure<R> named(String longer) {
        return new Figure<>(longer, heading, printed, width, value);
    }

    Figure<R> onPaper(String shorter) {
        return new Figure<>(name, heading, shorter, width, value);
    }

    Figure<R> inTheWorkbookAlone() {
        return new Figure<>(name, heading, null, width, value);
    }

    String headingOnPaper() {
        return requireNonNull(printed, heading);
    }

    /** As the report prints it; what is not there is a dash. */
    public String print(R row, ZoneId zone) {
        return switch (value) {
            case Said<R> it -> orDash(it.of().apply(row));
            case Numbered<R> it -> orDash(it.of().apply(row));
            case At<R> it -> Words.shortDay(it.of().apply(row), zone);
            case Counted<R> it -> Words.number(it.of().applyAsLong(row));
            case Share<R>(var part, var rest) -> Words.share(part.count(row), part.count(row) + rest.count(row));
            case Mean<R> it -> Words.decimal(it.of().applyAsDouble(row));
        };
    }

    /** The number itself, of what is counted. */
    public long count(R row) {
        if (value instanceof Counted<R> it) {
            return it.of().applyAsLong(row);
        }
        throw new IllegalStateException(name + " is not counted");
    }

    private static String orDash(@Nullable Object value) {
        return value == null ? "–" : value.toString();
    }
}
