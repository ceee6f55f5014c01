package id.tanggap.reporting.record;

import id.tanggap.governments.Government;
import id.tanggap.reporting.Names;
import id.tanggap.reporting.Printable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as an XLSX workbook while they come, one sheet after the other. Words are written as text, never as a
 * formula, whatever they begin with.
 */
final class RecordWorkbook implements AutoCloseable {
    /** What a sheet holds by the format, its header included. */
    static final int ROWS_OF_A_SHEET = 1_048_576;
    /** What a cell holds by the format. */
    private static final int LONGEST_TEXT = 32_767;

    private static final String CUT = " … (dipotong)";

    private final Workbook workbook;
    private final Government government;
    private final Names names;
    private final List<RecordColumn> columns;
    private final int rowsOfASheet;
    private int sheets;
    private Worksheet sheet;
    private int row;

    RecordWorkbook(OutputStream out, Government government, Audience audience) {
        this(out, government, audience, ROWS_OF_A_SHEET);
    }

    RecordWorkbook(OutputStream out, Government government, Audience audience, int rowsOfASheet) {
        this.workbook = new Workbook(out, "Tanggap", "1.0");
        this.government = government;
        this.names = new Names(government);
        this.columns = RecordColumn.of(audience);
        this.rowsOfASheet = rowsOfASheet;
        this.sheet = begin();
    }

    void add(List<RecordRow> rows) throws IOException {
        for (var each : rows) {
            if (row == rowsOfASheet) {
                sheet.close();
                sheet = begin();
            }
            for (int column = 0; column < columns.size(); column++) {
                write(column, columns.get(column).of(each, names));
            }
            row++;
        }
        sheet.flush();
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        workbook.close();
    }

    private Worksheet begin() {
        sheets++;
        var begun = workbook.newWorksheet(sheets == 1 ? "Aduan" : "Aduan " + sheets);
        for (int column = 0; column < columns.size(); column++) {
            begun.width(column, columns.get(column).width());
            begun.value(0, column, columns.get(column).header());
        }
        begun.range(0, 0, 0, columns.size() - 1).style().bold().wrapText(true).set();
        begun.freezePane(0, 1);
        row = 1;
        return begun;
    }

    private void write(int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Instant time -> {
                sheet.value(
                        row,
                        column,
                        LocalDateTime.ofInstant(time, government.calendar().zone())
                                .truncatedTo(ChronoUnit.MINUTES));
                sheet.style(row, column).format("dd/mm/yyyy hh:mm").set();
            }
            case Number number -> sheet.value(row, column, number);
            default -> sheet.inlineString(row, column, text(value.toString()));
        }
    }

    private static String text(String words) {
        var clean = Printable.of(words);
        return clean.length() <= LONGEST_TEXT ? clean : clean.substring(0, LONGEST_TEXT - CUT.length()) + CUT;
    }
}
