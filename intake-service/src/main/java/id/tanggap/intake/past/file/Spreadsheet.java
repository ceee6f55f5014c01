package id.tanggap.intake.past.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
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
    private static final int LONGEST_NAME = 100;
    /** That a spreadsheet keeps of a number: what stands behind them is made up. */
    private static final int MOST_DIGITS = 15;
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
            case null -> throw new Unreadable(Stranger.of(file).told());
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
            var lines = format.parse(bounded).iterator();
            for (var line = next(lines, 1); line != null; line = next(lines, line.getRecordNumber() + 1)) {
                rows.accept(new SheetRow(null, Math.toIntExact(line.getRecordNumber()), line.toList()));
                bounded.next();
            }
        }
    }

    /** Null behind the last one. */
    private static @Nullable CSVRecord next(Iterator<CSVRecord> lines, long number) {
        try {
            return lines.hasNext() ? lines.next() : null;
        } catch (UncheckedIOException | IllegalStateException otherQuotes) {
            throw new Unreadable("Baris " + number + " rusak atau terpotong: tanda kutip di dalam sel harus ditulis dua"
                    + " kali, dan yang membuka sel harus ditutup. Betulkan atau simpan ulang, lalu kirim lagi.");
        }
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
        if (cell == null) {
            return "";
        }
        if (cell.getType() == CellType.ERROR) {
            return Objects.requireNonNullElse(cell.getRawValue(), "");
        }
        if (cell.getValue() == null) {
            return "";
        }
        return cell.getType() == CellType.NUMBER ? text(cell.asNumber().stripTrailingZeros()) : cell.getText();
    }

    /** Written out as people do, unless it has more digits than are kept of it. */
    private static String text(BigDecimal number) {
        if (number.signum() > 0 && number.compareTo(BigDecimal.ONE) < 0 && number.scale() < FEWEST_DECIMALS) {
            return number.setScale(FEWEST_DECIMALS).toPlainString();
        }
        var digits = (long) number.precision() - number.scale();
        return Math.abs(digits) <= MOST_DIGITS ? number.toPlainString() : shortened(number);
    }

    private static String shortened(BigDecimal number) {
        var power = (long) number.precision() - number.scale() - 1;
        return new BigDecimal(number.unscaledValue(), number.precision() - 1).toPlainString() + "E" + power;
    }

    private Spreadsheet() {}
}
