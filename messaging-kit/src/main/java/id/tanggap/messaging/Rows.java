package id.tanggap.messaging;

import static java.util.stream.Collectors.joining;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many rows at once go into one statement: each column has its name, its type and where its value comes from, told in
 * one place. The statement takes them by name from {@link #as}, and {@link #tuple} are its parameters. Immutable.
 */
public final class Rows<T> {
    private final List<Column<T, ?>> columns;
    /** How many of the columns never change. */
    private final int fixed;
    /** The number of the first parameter. */
    private final int first;

    /**
     * @param type of one value in SQL; the parameter is an array of such
     * @param sql what the column takes of the value that stands under its name
     */
    private record Column<T, V>(
            String name, String type, Function<T, ? extends @Nullable V> value, IntFunction<V[]> array, String sql) {

        Column(String name, String type, Function<T, ? extends @Nullable V> value, IntFunction<V[]> array) {
            this(name, type, value, array, name);
        }

        V[] of(Collection<? extends T> rows) {
            return rows.stream().map(value).toArray(array);
        }
    }

    private Rows(List<Column<T, ?>> columns, int fixed, int first) {
        this.columns = columns;
        this.fixed = fixed;
        this.first = first;
    }

    /** Without a column yet. */
    public static <T> Rows<T> of(Class<T> row) {
        return new Rows<>(List.of(), 0, 1);
    }

    /** The same columns with parameters that begin at this number, because others stand before them. */
    public Rows<T> from(int parameter) {
        return new Rows<>(columns, fixed, parameter);
    }

    /** What is named so far stays as it was written first. */
    public Rows<T> fixed() {
        return new Rows<>(columns, columns.size(), first);
    }

    /** The same columns with parameters that stand behind these others. */
    public Rows<T> after(Rows<?> others) {
        return from(others.first + others.columns.size());
    }

    public Rows<T> uuid(String name, Function<T, @Nullable UUID> value) {
        return with(new Column<>(name, "uuid", value, UUID[]::new));
    }

    public Rows<T> text(String name, Function<T, @Nullable String> value) {
        return with(new Column<>(name, "text", value, String[]::new));
    }

    public Rows<T> time(String name, Function<T, @Nullable Instant> value) {
        return with(new Column<>(name, "timestamptz", row -> utc(value.apply(row)), OffsetDateTime[]::new));
    }

    public Rows<T> date(String name, Function<T, @Nullable LocalDate> value) {
        return with(new Column<>(name, "date", value, LocalDate[]::new));
    }

    public Rows<T> number(String name, Function<T, @Nullable Integer> value) {
        return with(new Column<>(name, "integer", value, Integer[]::new));
    }

    public Rows<T> decimal(String name, Function<T, @Nullable Double> value) {
        return with(new Column<>(name, "float8", value, Double[]::new));
    }

    public Rows<T> flag(String name, Function<T, @Nullable Boolean> value) {
        return with(new Column<>(name, "boolean", value, Boolean[]::new));
    }

    public Rows<T> bytes(String name, Function<T, byte @Nullable []> value) {
        return with(new Column<>(name, "bytea", row -> buffer(value.apply(row)), Buffer[]::new));
    }

    /** Of a column that is an array. Its elements have no comma: no parameter has elements that are arrays. */
    public Rows<T> texts(String name, Function<T, Collection<?>> values) {
        return with(list(name, values, "string_to_array(%s, ',')"));
    }

    /** Of a column that is an array, too. */
    public Rows<T> numbers(String name, Function<T, Collection<?>> values) {
        return with(list(name, values, "string_to_array(%s, ',')::int[]"));
    }

    /** All names, as they stand after {@code insert into}, or {@code select} where none is a list. */
    public String names() {
        return columns.stream().map(Column::name).collect(joining(", "));
    }

    /** All values under their names, as they stand after {@code select}. */
    public String values() {
        return columns.stream().map(Column::sql).collect(joining(", "));
    }

    /** The rows for a {@code from}, with their names under this alias. */
    public String as(String alias) {
        var parameters = IntStream.range(0, columns.size())
                .mapToObj(i -> "$%d::%s[]".formatted(first + i, columns.get(i).type()))
                .collect(joining(", "));
        return "unnest(%s) as %s (%s)".formatted(parameters, alias, names());
    }

    /** The statement that inserts them all; what is to happen on a conflict may follow. */
    public String insertInto(String table) {
        return "insert into %s (%s) select %s from %s ".formatted(table, names(), values(), as("told"));
    }

    /**
     * What may follow {@link #insertInto}: a row that is known by these columns takes all others over that are not
     * {@linkplain #fixed() fixed}.
     */
    public String overwritingBy(String... key) {
        return onConflict(List.of(key), name -> "excluded." + name);
    }

    /** The same, but what is null leaves what the table knows. */
    public String supplementingBy(String table, String... key) {
        return onConflict(List.of(key), name -> "coalesce(excluded.%s, %s.%s)".formatted(name, table, name));
    }

    private String onConflict(List<String> key, UnaryOperator<String> value) {
        return columns.stream()
                .skip(fixed)
                .map(Column::name)
                .filter(name -> !key.contains(name))
                .map(name -> name + " = " + value.apply(name))
                .collect(joining(", ", "on conflict (" + String.join(", ", key) + ") do update set ", ""));
    }

    /** The parameters; values that are the same for all rows may be added. */
    public Tuple tuple(Collection<? extends T> rows) {
        return addTo(Tuple.tuple(), rows);
    }

    /** Adds the parameters to those that stand before them. */
    public Tuple addTo(Tuple parameters, Collection<? extends T> rows) {
        columns.forEach(column -> parameters.addValue(column.of(rows)));
        return parameters;
    }

    private Rows<T> with(Column<T, ?> column) {
        return new Rows<>(Stream.concat(columns.stream(), Stream.of(column)).toList(), fixed, first);
    }

    private static <T> Column<T, String> list(String name, Function<T, Collection<?>> values, String sql) {
        Function<T, String> joined =
                row -> values.apply(row).stream().map(String::valueOf).collect(joining(","));
        return new Column<>(name, "text", joined, String[]::new, sql.formatted(name) + " as " + name);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Buffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }
}
