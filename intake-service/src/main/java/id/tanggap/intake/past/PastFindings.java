package id.tanggap.intake.past;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.intake.past.mapping.LabelKind;
import id.tanggap.intake.past.reading.Batch.Told;
import id.tanggap.messaging.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What is to be said of the rows of a file. */
@ApplicationScoped
class PastFindings {
    private static final Rows<Told> ROWS = Rows.of(Told.class)
            .number("row_no", Told::row)
            .text("column_name", told -> told.finding().column())
            .text("reason", told -> told.finding().reason())
            .flag("fault", told -> told.finding().fault())
            .text("value", told -> told.finding().value())
            .text("label", told -> label(told.finding().label()))
            .text("sheet", told -> told.finding().row().sheet())
            .number("sheet_row", told -> told.finding().row().number())
            .from(2);
    private static final String TELL = """
            insert into past_finding (import_id, %s)
            select $1, %s from %s
            on conflict do nothing
            """.formatted(ROWS.names(), ROWS.names(), ROWS.as("told"));
    private static final String PAGE = """
            select row_no, column_name, reason, fault, value, sheet, sheet_row from past_finding
            where import_id = $1 and (row_no, column_name, reason) > ($2, $3, $4) and (fault or not $5)
            order by row_no, column_name, reason limit $6
            """;
    private static final String KINDS = """
            select column_name, reason, fault, value, label, count(*)::int as rows from past_finding
            where import_id = $1
            group by column_name, reason, fault, value, label
            order by fault desc, rows desc, column_name, reason, value
            limit 1000
            """;

    private final Pool pool;

    PastFindings(Pool pool) {
        this.pool = pool;
    }

    /** In the transaction of what is done with the rows. */
    Uni<Void> tell(SqlClient transaction, UUID file, List<Told> told) {
        return told.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(TELL)
                        .execute(ROWS.addTo(Tuple.of(file), told))
                        .replaceWithVoid();
    }

    /** In the order of the file. */
    Uni<List<FindingView>> page(UUID file, FindingKey after, boolean faultsAlone, int limit) {
        return list(
                PAGE,
                Tuple.of(file, after.row(), after.column(), after.reason(), faultsAlone, limit),
                row -> new FindingView(
                        row.getInteger("row_no"),
                        row.getString("sheet"),
                        row.getInteger("sheet_row"),
                        row.getString("column_name"),
                        row.getString("reason"),
                        row.getString("value"),
                        row.getBoolean("fault")));
    }

    /** How often what is said, and of which label, faults first; a thousand at most. */
    Uni<List<FindingKind>> kinds(UUID file) {
        return list(
                KINDS,
                Tuple.of(file),
                row -> new FindingKind(
                        row.getString("column_name"),
                        row.getString("reason"),
                        row.getString("value"),
                        kind(row.getString("label")),
                        row.getBoolean("fault"),
                        row.getInteger("rows")));
    }

    private <T> Uni<List<T>> list(String sql, Tuple values, Function<Row, T> view) {
        return pool.preparedQuery(sql)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(view)
                        .toList());
    }

    private static @Nullable String label(@Nullable LabelKind kind) {
        return kind == null ? null : kind.name();
    }

    private static @Nullable LabelKind kind(@Nullable String label) {
        return label == null ? null : LabelKind.valueOf(label);
    }

    /**
     * @param column empty when it is about rows as a whole
     * @param value the label that is not known here, masked
     * @param label of what it is one, when an officer may say what it means
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FindingKind(
            String column,
            String reason,
            @Nullable String value,
            @Nullable LabelKind label,
            boolean fault,
            int rows) {}

    record FindingKey(int row, String column, String reason) {
        static final FindingKey START = new FindingKey(0, "", "");
    }

    /**
     * @param no the row of the table, counted from 1 over all sheets
     * @param sheet null in a text file
     * @param row as a spreadsheet counts them
     * @param column empty when it is about the row as a whole
     * @param value the label that is not known here, masked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FindingView(
            int no,
            @Nullable String sheet,
            int row,
            String column,
            String reason,
            @Nullable String value,
            boolean fault) {}
}
