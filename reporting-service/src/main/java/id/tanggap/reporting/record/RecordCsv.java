package id.tanggap.reporting.record;

import id.tanggap.governments.Government;
import id.tanggap.reporting.Names;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes rows after RFC 4180, with a byte-order mark, without which spreadsheets take UTF-8 for something else. */
final class RecordCsv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Names names;
    private final List<RecordColumn> columns;
    private final DateTimeFormatter times;

    RecordCsv(Government government, Audience audience) {
        this.names = new Names(government);
        this.columns = RecordColumn.of(audience);
        this.times = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT)
                .withZone(government.calendar().zone());
    }

    byte[] headerAndLines(List<RecordRow> rows) {
        var header =
                columns.stream().map(RecordColumn::header).collect(Collectors.joining(",", BYTE_ORDER_MARK, "\r\n"));
        return bytes(header + text(rows));
    }

    byte[] lines(List<RecordRow> rows) {
        return bytes(text(rows));
    }

    private String text(List<RecordRow> rows) {
        return rows.stream().map(this::line).collect(Collectors.joining());
    }

    private String line(RecordRow row) {
        return columns.stream()
                .map(column -> field(column.of(row, names)))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private String field(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Instant time -> times.format(time);
            case Number number -> number.toString();
            default -> quoted(harmless(value.toString()));
        };
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    /** A spreadsheet runs a cell that begins so as a formula, and the words are a stranger's. */
    private static String harmless(String text) {
        return text.isEmpty() || "=+-@\t\r\n".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
