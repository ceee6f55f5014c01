package id.tanggap.reporting.document.workbook;

import id.tanggap.governments.Government;
import id.tanggap.reporting.document.figure.Figure;
import id.tanggap.reporting.document.figure.FigureTable;
import id.tanggap.reporting.document.figure.ListedComplaint;
import id.tanggap.reporting.document.figure.RecapTables;
import id.tanggap.reporting.document.figure.Remark;
import id.tanggap.reporting.document.figure.Words;
import id.tanggap.reporting.document.workbook.Sheet.Column;
import id.tanggap.reporting.document.workbook.Sheet.Formula;
import id.tanggap.reporting.recap.compilation.CompiledRecaps.CompiledRecap;
import id.tanggap.reporting.recap.figures.Figures.Part;
import id.tanggap.reporting.rollup.Totals;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * The recap as an XLSX workbook: a sheet for each table, then the complaints, written while they come. Sums and shares
 * are formulas.
 */
public final class RecapWorkbook implements AutoCloseable {
    private static final String CHANGE = "+#,##0;-#,##0;0";
    private static final String INDEX = "Indeks (× 25)";
    /** Of a column, in characters. */
    private static final int WORDS = 100;
    /** In points. */
    private static final double LINE = 15;

    private static final double HIGHEST = 409;
    private static final List<Column> REMARK =
            List.of(new Column("Hal", 12), new Column("Oleh", 30), new Column("Tanggal", 17), new Column("Isi", WORDS));

    private final Workbook workbook;
    private final CompiledRecap recap;
    private final ZoneId zone;
    private final FigureTable<ListedComplaint> listed;
    private final Sheet complaints;

    public RecapWorkbook(OutputStream out, CompiledRecap recap, Government government) throws IOException {
        this.workbook = new Workbook(out, "Tanggap", "1.0");
        this.recap = recap;
        this.zone = government.calendar().zone();
        var tables = RecapTables.of(recap.head().figures(), government);
        summary(tables.totals());
        for (var table : tables.all()) {
            table(table);
        }
        remarks();
        this.listed = tables.complaints();
        this.complaints = begin(listed.name(), columns(listed));
    }

    /** More complaints, in their order. */
    public void add(List<ListedComplaint> more) throws IOException {
        more.forEach(complaint -> complaints.line(listed.figures(), complaint));
        complaints.worksheet().flush();
    }

    @Override
    public void close() throws IOException {
        complaints
                .worksheet()
                .setAutoFilter(0, 0, complaints.number() - 2, listed.figures().size() - 1);
        complaints.close();
        workbook.close();
    }

    private void summary(List<Figure<Part>> counted) throws IOException {
        var head = recap.head();
        try (var sheet = new Sheet(workbook, "Ringkasan", zone)) {
            sheet.line(head.governmentName());
            sheet.line("Rekapitulasi aduan warga bulan " + Words.month(recap.month()));
            sheet.line("Versi %d, keadaan %s%s"
                    .formatted(
                            head.version(),
                            Words.moment(head.asOf(), zone),
                            head.preliminary() ? " (SEMENTARA: bulan ini belum berakhir)" : ""));
            sheet.worksheet().range(0, 0, 1, 0).style().bold().fontSize(13).set();
            sheet.skip();
            sheet.headings(List.of(
                    new Column("Uraian", 34),
                    new Column(Words.month(recap.month()), 18),
                    new Column("Bagian", 12),
                    new Column(Words.month(recap.month().minusMonths(1)), 18),
                    new Column("Selisih", 11),
                    new Column(Words.month(recap.month().minusYears(1)), 18),
                    new Column("Selisih", 11)));
            totals(sheet, counted);
            sheet.skip();
            answerTime(sheet);
            sheet.line("Akar rekap", Words.groups(recap.root()));
        }
    }

    /** Each also as its share of the first one, which is all that came in. */
    private void totals(Sheet sheet, List<Figure<Part>> counted) {
        var figures = recap.head().figures();
        var earlier = figures.earlier();
        var received = "B" + sheet.number();
        for (var figure : counted) {
            var line = sheet.number();
            sheet.line(
                    figure.name(),
                    count(figure, figures.totals()),
                    Formula.share("B" + line, received),
                    count(figure, earlier.monthBefore()),
                    change(earlier.monthBefore(), "B%1$d-D%1$d".formatted(line)),
                    count(figure, earlier.yearBefore()),
                    change(earlier.yearBefore(), "B%1$d-F%1$d".formatted(line)));
        }
    }

    private static @Nullable Long count(Figure<Part> figure, @Nullable Totals totals) {
        return totals == null ? null : figure.count(Part.ofAll(totals));
    }

    private static @Nullable Formula change(@Nullable Totals since, String expression) {
        return since == null ? null : new Formula(expression, CHANGE);
    }

    private void answerTime(Sheet sheet) {
        var time = recap.head().figures().handling().answerTime();
        if (time != null) {
            sheet.line("Waktu jawab, median", Words.duration(time.median()));
            sheet.line("Waktu jawab, 90 %", Words.duration(time.p90()));
        }
    }

    private <R> void table(FigureTable<R> table) throws IOException {
        try (var sheet = begin(table.name(), columns(table))) {
            table.rows().forEach(row -> sheet.line(table.figures(), row));
            if (!table.rows().isEmpty()) {
                end(sheet, table);
            }
        }
    }

    private static <R> void end(Sheet sheet, FigureTable<R> table) {
        switch (table.ending()) {
            case NOTHING -> {}
            case SUMS -> sheet.sums(table.figures());
            case INDEX -> index(sheet, table.figures().size() - 1);
        }
    }

    /** Of all means, under their column. */
    private static void index(Sheet sheet, int column) {
        var cells = new @Nullable Object[column + 1];
        cells[1] = INDEX;
        cells[column] = new Formula(
                "25*AVERAGE(%1$s2:%1$s%2$d)".formatted(Sheet.letter(column), sheet.number() - 1), Sheet.MEAN);
        sheet.line(cells);
    }

    private void remarks() throws IOException {
        try (var sheet = begin("Evaluasi dan disposisi", REMARK)) {
            for (var remark : Remark.values()) {
                var deed = remark.on(recap);
                if (deed != null) {
                    var line = sheet.number() - 1;
                    var by = deed.by() == null ? null : deed.by().name();
                    sheet.line(remark.title(), by, deed.at(), deed.text());
                    sheet.worksheet().rowHeight(line, height(deed.text()));
                    sheet.worksheet()
                            .range(line, 0, line, REMARK.size() - 1)
                            .style()
                            .wrapText(true)
                            .verticalAlignment("top")
                            .set();
                }
            }
        }
    }

    /** Of a row in points, so that all words are seen, as far as the format allows. */
    private static double height(@Nullable String text) {
        var lines = text == null
                ? 1
                : text.lines().mapToInt(line -> 1 + line.length() / WORDS).sum();
        return Math.min(HIGHEST, LINE * Math.max(1, lines));
    }

    private Sheet begin(String name, List<Column> columns) {
        var sheet = new Sheet(workbook, name, zone);
        sheet.headings(columns);
        sheet.worksheet().repeatRows(0);
        return sheet;
    }

    private static List<Column> columns(FigureTable<?> table) {
        return table.figures().stream()
                .map(figure -> new Column(figure.heading(), figure.width()))
                .toList();
    }
}
