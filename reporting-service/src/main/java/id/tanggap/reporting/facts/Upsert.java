package id.tanggap.reporting.facts;

import id.tanggap.messaging.ReceivedEvent;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One statement for all rows of a batch: each parameter is a column. */
record Upsert(String sql, Tuple columns, boolean isEmpty) {

    /** Makes the statement of one topic. */
    @FunctionalInterface
    interface Maker {
        Upsert of(List<ReceivedEvent> events);
    }

    /** @param rows sorted by complaint, which is the order in which their locks are taken */
    static <T> Rows<T> of(SortedMap<UUID, T> rows) {
        return new Rows<>(rows.values());
    }

    /** Gathers the columns in the order of the statement's parameters. */
    static final class Rows<T> {
        private final Collection<T> rows;
        private final Tuple columns = Tuple.tuple();

        private Rows(Collection<T> rows) {
            this.rows = rows;
        }

        Rows<T> ids(Function<T, UUID> value) {
            columns.addArrayOfUUID(column(value, UUID[]::new));
            return this;
        }

        Rows<T> texts(Function<T, @Nullable String> value) {
            columns.addArrayOfString(column(value, String[]::new));
            return this;
        }

        Rows<T> times(Function<T, @Nullable Instant> value) {
            columns.addArrayOfOffsetDateTime(column(row -> utc(value.apply(row)), OffsetDateTime[]::new));
            return this;
        }

        Rows<T> dates(Function<T, LocalDate> value) {
            columns.addArrayOfLocalDate(column(value, LocalDate[]::new));
            return this;
        }

        Rows<T> numbers(Function<T, @Nullable Integer> value) {
            columns.addArrayOfInteger(column(value, Integer[]::new));
            return this;
        }

        Rows<T> flags(Function<T, @Nullable Boolean> value) {
            columns.addArrayOfBoolean(column(value, Boolean[]::new));
            return this;
        }

        Upsert by(String sql) {
            return new Upsert(sql, columns, rows.isEmpty());
        }

        private <V> V[] column(Function<T, ? extends @Nullable V> value, IntFunction<V[]> array) {
            return rows.stream().map(value).toArray(array);
        }

        private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
            return time == null ? null : time.atOffset(ZoneOffset.UTC);
        }
    }
}
