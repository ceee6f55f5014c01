package id.tanggap.routing;

import id.tanggap.rest.Problem;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** From the beginning of one day to the end of another, in a government's zone. */
public record Period(LocalDate from, LocalDate to) {

    /** What became of two query parameters. */
    public sealed interface Read {
        record Valid(Period period) implements Read {}

        record Invalid(Response problem) implements Read {}
    }

    /** @param from and {@code to} are both included */
    public static Read read(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null) {
            return new Read.Invalid(Problem.invalid("from", "Isi hari pertama, misalnya 2026-11-01."));
        }
        if (to == null || to.isBefore(from)) {
            return new Read.Invalid(
                    Problem.invalid("to", "Isi hari terakhir, tidak sebelum hari pertama, misalnya 2026-11-30."));
        }
        return new Read.Valid(new Period(from, to));
    }

    public Instant begin(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    /** No longer in it. */
    public Instant end(ZoneId zone) {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
