package id.tanggap.reporting.recap;

import id.tanggap.contracts.Channel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as Karanganyar's open-data portal keeps them: its eight columns, RFC 4180, and a byte-order mark, without
 * which spreadsheets take UTF-8 for something else.
 */
final class RecapCsv {
    private static final String COLUMNS =
            "\uFEFFNO,TANGGAL,ADUAN,DINAS,TANGGAL JAWABAN,JAWABAN,SOSIAL MEDIA,LINK ADUAN\r\n";

    private final DateTimeFormatter dates;

    /** @param zone in which the recap tells its times */
    RecapCsv(ZoneId zone) {
        this.dates =
                DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT).withZone(zone);
    }

    byte[] columnsAndLines(List<RecapRow> rows) {
        return (COLUMNS + text(rows)).getBytes(StandardCharsets.UTF_8);
    }

    byte[] lines(List<RecapRow> rows) {
        return text(rows).getBytes(StandardCharsets.UTF_8);
    }

    private String text(List<RecapRow> rows) {
        return rows.stream().map(this::line).collect(Collectors.joining());
    }

    private String line(RecapRow row) {
        return Stream.of(
                        String.valueOf(row.no()),
                        date(row.receivedAt()),
                        row.complaint(),
                        row.agencyName(),
                        date(row.answeredAt()),
                        row.answer(),
                        name(row.channel()),
                        row.link())
                .map(RecapCsv::field)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private String date(@Nullable Instant time) {
        return time == null ? "" : dates.format(time);
    }

    private static String field(@Nullable String value) {
        var text = value == null ? "" : harmless(value);
        return text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    /** A spreadsheet runs a cell that begins so as a formula, and the words are a stranger's. */
    private static String harmless(String text) {
        return text.isEmpty() || "=+-@\t\r\n".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    private static String name(Channel channel) {
        return switch (channel) {
            case WEB -> "Website";
            case MOBILE_APP -> "Aplikasi";
            case WHATSAPP -> "WhatsApp";
            case SMS -> "SMS";
            case FACEBOOK -> "Facebook";
            case X -> "X";
            case INSTAGRAM -> "Instagram";
            case TELEGRAM -> "Telegram";
            case EMAIL -> "E-mail";
            case OPEN311 -> "Open311";
            case COUNTER -> "Loket";
            case LETTER -> "Surat";
        };
    }
}
