package id.tanggap.messaging;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Many rows for one statement: each parameter is a column, which the statement unnests ({@code unnest($1::uuid[],
 * $2::text[])}). Columns stand in the order in which they are named.
 */
public final class Columns<T> {
    private final Collection<T> rows;
    private final Tuple values = Tuple.tuple();

    private Columns(Collection<T> rows) {
        this.rows = rows;
    }

    public static <T> Columns<T> of(Collection<T> rows) {
        return new Columns<>(rows);
    }

    public Columns<T> uuids(Function<T, UUID> value) {
        values.addArrayOfUUID(column(value, UUID[]::new));
        return this;
    }

    public Columns<T> texts(Function<T, @Nullable String> value) {
        values.addArrayOfString(column(value, String[]::new));
        return this;
    }

    public Columns<T> times(Function<T, @Nullable Instant> value) {
        values.addArrayOfOffsetDateTime(column(row -> utc(value.apply(row)), OffsetDateTime[]::new));
        return this;
    }

    public Columns<T> dates(Function<T, @Nullable LocalDate> value) {
        values.addArrayOfLocalDate(column(value, LocalDate[]::new));
        return this;
    }

    public Columns<T> numbers(Function<T, @Nullable Integer> value) {
        values.addArrayOfInteger(column(value, Integer[]::new));
        return this;
    }

    public Columns<T> decimals(Function<T, @Nullable Double> value) {
        values.addArrayOfDouble(column(value, Double[]::new));
        return this;
    }

    public Columns<T> flags(Function<T, @Nullable Boolean> value) {
        values.addArrayOfBoolean(column(value, Boolean[]::new));
        return this;
    }

    public Columns<T> bytes(Function<T, byte @Nullable []> value) {
        values.addValue(column(row -> buffer(value.apply(row)), Buffer[]::new));
        return this;
    }

    /** The parameters so far; values that are the same for all rows may be added to it. */
    public Tuple tuple() {
        return values;
    }

    private <V> V[] column(Function<T, ? extends @Nullable V> value, IntFunction<V[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Buffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }
}
