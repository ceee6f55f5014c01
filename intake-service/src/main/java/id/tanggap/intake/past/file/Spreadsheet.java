package id.tanggap.intake.past.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
    private static final int LONGEST_NAME = 100;
    private static final int MOST_DIGITS = 40;
    /** Of a part of a whole: two would look like the minutes of an hour. */
    private static final int FEWEST_DECIMALS = 3;

    /**
     * Takes as much memory and time as the file's author wanted: for a process that nobody else needs.
     *
     * @throws Unreadable when it is no table, breaks off, or holds more than an office's table
     */
    public static void read(byte[] file, Consumer<SheetRow> rows) {
        try {
            read(FileKind.of(file), file, new Bounds(rows));
        } catch (Unreadable refused) {
            throw refused;
        } catch (IOException | RuntimeException brokenOff) {
            // Whatever a reader throws at bytes of a stranger, it says that they are no such table.
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
            var format = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(Separator.of(text))
                    .setLenientEof(false)
                    .get();
            var bounded = new BoundedRecords(text);
            for (var line : format.parse(bounded)) {
                rows.accept(new SheetRow(null, Math.toIntExact(line.getRecordNumber()), cells(line)));
                bounded.next();
            }
        }
    }

    private static List<String> cells(CSVRecord line) {
        return line.toList();
    }

    private static void readWorkbook(byte[] file, Consumer<SheetRow> rows) throws IOException {
        FileKind.limit(file);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            if (workbook.isDate1904()) {
                throw new Unreadable(
                        "Buku kerja memakai sistem tanggal 1904. Simpan ulang dengan sistem tanggal 1900.");
            }
            for (Sheet sheet : workbook.getSheets().toList()) {
                var name = sheet.getName().substring(0, Math.min(sheet.getName().length(), LONGEST_NAME));
                try (var lines = sheet.openStream()) {
                    lines.forEach(line -> rows.accept(new SheetRow(name, line.getRowNum(), cells(line))));
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
        return cell.getType() == CellType.NUMBER ? text(cell.asNumber().stripTrailingZeros()) : cell.getText();
    }

    /** Written out as people do, unless that would take more digits than anything an office counts. */
    private static String text(BigDecimal number) {
        if (number.signum() > 0 && number.compareTo(BigDecimal.ONE) < 0 && number.scale() < FEWEST_DECIMALS) {
            return number.setScale(FEWEST_DECIMALS).toPlainString();
        }
        var digits = (long) number.precision() - number.scale();
        return Math.abs(digits) <= MOST_DIGITS ? number.toPlainString() : number.toString();
    }

    private Spreadsheet() {}
}
