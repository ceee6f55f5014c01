package id.tanggap.intake.past.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a file one after the other, empty ones left out. */
public final class Spreadsheet {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final int HEADING_WITHIN = 64 * 1024;

    /** @throws Unreadable when it is no table, or breaks off */
    public static void read(byte[] file, Consumer<SheetRow> rows) {
        try {
            read(FileKind.of(file), file, rows);
        } catch (IOException | UncheckedIOException brokenOff) {
            throw new Unreadable("Berkas rusak atau terpotong; simpan ulang lalu kirim lagi.");
        }
    }

    private static void read(@Nullable FileKind kind, byte[] file, Consumer<SheetRow> rows) throws IOException {
        switch (kind) {
            case null -> throw new Unreadable("Berkas ini bukan CSV dan bukan buku kerja .xlsx.");
            case CSV, CSV_GZIP -> readText(kind, file, rows);
            case WORKBOOK -> readWorkbook(file, rows);
        }
    }

    private static void readText(FileKind kind, byte[] file, Consumer<SheetRow> rows) throws IOException {
        try (var text = kind.text(file)) {
            text.mark(HEADING_WITHIN);
            var separator = separator(text.readLine());
            text.reset();
            var format = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(separator)
                    .setLenientEof(false)
                    .get();
            for (var line : format.parse(text)) {
                hand(new SheetRow(null, Math.toIntExact(line.getRecordNumber()), cells(line)), rows);
            }
        }
    }

    /** The one of which the first line has most. */
    private static char separator(@Nullable String line) {
        return SEPARATORS.stream()
                .max(Comparator.comparingLong(separator -> Objects.requireNonNullElse(line, "")
                        .chars()
                        .filter(c -> c == separator)
                        .count()))
                .orElseThrow();
    }

    private static List<String> cells(CSVRecord line) {
        return line.stream().map(String::strip).toList();
    }

    private static void readWorkbook(byte[] file, Consumer<SheetRow> rows) throws IOException {
        FileKind.limit(file);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            if (workbook.isDate1904()) {
                throw new Unreadable(
                        "Buku kerja memakai sistem tanggal 1904. Simpan ulang dengan sistem tanggal 1900.");
            }
            for (Sheet sheet : workbook.getSheets().toList()) {
                try (var lines = sheet.openStream()) {
                    lines.forEach(line -> hand(new SheetRow(sheet.getName(), line.getRowNum(), cells(line)), rows));
                }
            }
        }
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>(row.getCellCount());
        for (int column = 0; column < row.getCellCount(); column++) {
            cells.add(text(row.getCell(column)));
        }
        return cells;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getValue() == null || cell.getType() == CellType.ERROR) {
            return "";
        }
        return cell.getType() == CellType.NUMBER
                ? cell.asNumber().stripTrailingZeros().toPlainString()
                : cell.getText().strip();
    }

    private static void hand(SheetRow row, Consumer<SheetRow> rows) {
        if (!row.isEmpty()) {
            rows.accept(row);
        }
    }

    private Spreadsheet() {}
}
