package id.tanggap.intake.past.reading;

import id.tanggap.contracts.event.ImportEvent.ImportSource;
import id.tanggap.intake.past.file.SheetRow;
import id.tanggap.intake.past.file.Unreadable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The row that names the columns: it tells whose table this is.
 *
 * @param columns the place of each column
 */
record Heading(ImportSource source, Map<String, Integer> columns) {
    /** Without its column of secrecy a file is not taken: what is secret could not be told from what is not. */
    private static final List<String> SP4N =
            List.of("Tracking ID", "Tanggal Laporan Masuk", "Isi Laporan Awal", "Tipe Laporan", "Status Laporan");

    private static final List<String> RECAP_SHEET = List.of("TANGGAL", "ADUAN");

    /**
     * Null when the row names no columns that are known.
     *
     * @throws Unreadable when it is that of a file in which nothing of a complaint is told
     */
    static @Nullable Heading of(SheetRow row) {
        var columns = new HashMap<String, Integer>();
        for (int place = 0; place < row.cells().size(); place++) {
            columns.putIfAbsent(name(row.cells().get(place)), place);
        }
        if (hasAll(columns, SP4N)) {
            return new Heading(ImportSource.SP4N, columns);
        }
        if (RecordBookReader.wrote(columns.keySet())) {
            return new Heading(ImportSource.RECORD_BOOK, columns);
        }
        return hasAll(columns, RECAP_SHEET) ? new Heading(ImportSource.RECAP_SHEET, columns) : null;
    }

    private static boolean hasAll(Map<String, Integer> columns, List<String> wanted) {
        return wanted.stream().map(Heading::name).allMatch(columns::containsKey);
    }

    /** A column's name in lower case, without what stands in brackets behind it. */
    static String name(String cell) {
        return cell.toLowerCase(Locale.ROOT)
                .replaceAll("\\(.*", "")
                .replaceAll("[\\p{Cc}\\p{Z}]+", " ")
                .strip();
    }
}
