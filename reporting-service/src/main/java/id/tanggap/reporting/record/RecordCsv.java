package id.tanggap.reporting.record;

import id.tanggap.contracts.book.BookCsv;
import id.tanggap.contracts.book.BookCsv.Separator;
import id.tanggap.governments.Government;
import id.tanggap.reporting.Names;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes rows of the record book as lines of a CSV. */
final class RecordCsv {
    private final Government government;
    private final Names names;
    private final List<RecordColumn> columns;
    private final BookCsv csv;

    RecordCsv(Government government, Audience audience, Separator separator) {
        this.government = government;
        this.names = new Names(government);
        this.columns = RecordColumn.of(audience);
        this.csv = new BookCsv(separator);
    }

    byte[] headerAndLines(List<RecordRow> rows) {
        var header = csv.line(columns.stream().map(RecordColumn::header).toList());
        return bytes(BookCsv.BYTE_ORDER_MARK + header + text(rows));
    }

    byte[] lines(List<RecordRow> rows) {
        return bytes(text(rows));
    }

    private String text(List<RecordRow> rows) {
        return rows.stream().map(this::line).collect(Collectors.joining());
    }

    private String line(RecordRow row) {
        var values = new ArrayList<@Nullable Object>(columns.size());
        columns.forEach(column -> values.add(byTheirClock(column.of(row, names))));
        return csv.line(values);
    }

    private @Nullable Object byTheirClock(@Nullable Object value) {
        return value instanceof Instant time
                ? LocalDateTime.ofInstant(time, government.calendar().zone())
                : value;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
