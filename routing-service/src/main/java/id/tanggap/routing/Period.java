package id.tanggap.routing;

import id.tanggap.rest.Problem;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** From the beginning of one day to the end of another, in a government's zone. */
public record Period(LocalDate from, LocalDate to) {

    /** What became of two query parameters. */
    public sealed interface Read {
        record Valid(Period period) implements Read {}

        record Invalid(Response problem) implements Read {}
    }

    /** @param from and {@code to} are days such as 2026-11-01, both included */
    public static Read read(@Nullable String from, @Nullable String to) {
        var first = day(from);
        var last = day(to);
        if (first == null) {
            return new Read.Invalid(Problem.invalid("from", "Isi hari pertama, misalnya 2026-11-01."));
        }
        if (last == null || last.isBefore(first)) {
            return new Read.Invalid(
                    Problem.invalid("to", "Isi hari terakhir, tidak sebelum hari pertama, misalnya 2026-11-30."));
        }
        return new Read.Valid(new Period(first, last));
    }

    public Instant begin(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    /** No longer in it. */
    public Instant end(ZoneId zone) {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
