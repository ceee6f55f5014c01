package id.tanggap.reporting.document.workbook;

import id.tanggap.governments.Government;
import id.tanggap.reporting.Names;
import id.tanggap.reporting.Printable;
import id.tanggap.reporting.document.figure.ListedComplaint;
import id.tanggap.reporting.document.figure.Words;
import id.tanggap.reporting.recap.compilation.CompiledRecaps.CompiledRecap;
import id.tanggap.reporting.recap.figures.Figures;
import id.tanggap.reporting.recap.figures.Figures.Part;
import id.tanggap.reporting.recap.loop.Deed;
import id.tanggap.reporting.rollup.Totals;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * The recap as an XLSX workbook: a sheet for each table, then the complaints, written while they come. Sums and shares
 * are formulas; words are written as text, never as a formula, whatever they begin with.
 */
public final class RecapWorkbook implements AutoCloseable {
    private static final String COUNT = "#,##0";
    private static final String SHARE = "0.0%";
    private static final String MEAN = "0.00";
    private static final String CHANGE = "+#,##0;-#,##0;0";
    private static final String TIME = "dd/mm/yyyy hh:mm";
    /** Of a column, in characters. */
    private static final int WORDS = 100;
    /** In points. */
    private static final double LINE = 15;

    private static final double HIGHEST = 409;
    private static final List<Column> PART = Stream.of(
                    "Masuk",
                    "Dijawab",
                    "Tepat waktu",
                    "Terlambat",
                    "Belum dijawab",
                    "Lewat tenggat",
                    "Berakhir",
                    "Keberatan",
                    "Ketepatan")
            .map(header -> new Column(header, 15))
            .toList();
    private static final List<Column> COMPLAINT = List.of(
            new Column("No", 8),
            new Column("Nomor aduan", 20),
            new Column("Diterima", 17),
            new Column("Kanal", 14),
            new Column("Kategori", 30),
            new Column("Instansi", 44),
            new Column("Diteruskan", 17),
            new Column("Pindah", 10),
            new Column("Tenggat", 17),
            new Column("Dijawab", 17),
            new Column("Hasil", 16));

    private final Workbook workbook;
    private final CompiledRecap recap;
    private final Figures figures;
    private final Names names;
    private final ZoneId zone;
    private final Worksheet complaints;
    private int row;

    public RecapWorkbook(OutputStream out, CompiledRecap recap, Government government) throws IOException {
        this.workbook = new Workbook(out, "Tanggap", "1.0");
        this.recap = recap;
        this.figures = recap.head().figures();
        this.names = new Names(government);
        this.zone = government.calendar().zone();
        summary();
        parts("Instansi", figures.byAgency());
        parts("Kategori", figures.byCategory());
        parts("Klasifikasi", figures.byType());
        parts("Kanal", figures.byChannel());
        parts("Wilayah", figures.byArea());
        deadlines();
        moves();
        open();
        satisfaction();
        said();
        this.complaints = begin("Daftar aduan", COMPLAINT);
        this.row = 1;
    }

    /** @param width in characters */
    private record Column(String header, int width) {}

    /** @param expression without the sign that it begins with */
    private record Formula(String expression, String format) {}

    /** More complaints, in their order. */
    public void add(List<ListedComplaint> more) throws IOException {
        for (var complaint : more) {
            write(
                    complaints,
                    row++,
                    complaint.no(),
                    complaint.number(),
                    complaint.receivedAt(),
                    Names.channel(complaint.channel()),
                    complaint.category() == null ? null : names.category(complaint.category()),
                    complaint.agency() == null ? null : names.agency(complaint.agency(), null),
                    complaint.dispatchedAt(),
                    complaint.moves(),
                    complaint.promiseDueAt(),
                    complaint.answeredAt(),
                    complaint.outcome());
        }
        complaints.flush();
    }

    @Override
    public void close() throws IOException {
        complaints.setAutoFilter(0, 0, row - 1, COMPLAINT.size() - 1);
        complaints.close();
        workbook.close();
    }

    private void summary() throws IOException {
        var head = recap.head();
        var sheet = workbook.newWorksheet("Ringkasan");
        page(sheet);
        write(sheet, 0, head.governmentName());
        write(sheet, 1, "Rekapitulasi aduan warga bulan " + Words.month(recap.month()));
        write(
                sheet,
                2,
                "Versi %d, keadaan %s%s"
                        .formatted(
                                head.version(),
                                Words.moment(head.asOf(), zone),
                                head.preliminary() ? " (SEMENTARA: bulan ini belum berakhir)" : ""));
        sheet.range(0, 0, 1, 0).style().bold().fontSize(13).set();
        var top = 4;
        header(
                sheet,
                top,
                List.of(
                        new Column("Uraian", 34),
                        new Column(Words.month(recap.month()), 18),
                        new Column("Bagian", 12),
                        new Column(Words.month(recap.month().minusMonths(1)), 18),
                        new Column("Selisih", 11),
                        new Column(Words.month(recap.month().minusYears(1)), 18),
                        new Column("Selisih", 11)));
        sheet.freezePane(0, top + 1);
        var line = top + 1;
        total(sheet, line++, "Aduan masuk", Totals::received);
        total(sheet, line++, "Dijawab", Totals::answered);
        total(sheet, line++, "Dijawab tepat waktu", Totals::answeredInTime);
        total(sheet, line++, "Dijawab terlambat", Totals::answeredLate);
        total(sheet, line++, "Belum dijawab", Totals::open);
        total(sheet, line++, "Belum dijawab dan lewat tenggat", Totals::overdue);
        total(sheet, line++, "Berakhir tanpa jawaban", Totals::ended);
        total(sheet, line++, "Dengan keberatan warga", Totals::objected);
        line++;
        var time = figures.answerTime();
        if (time != null) {
            write(sheet, line++, "Waktu jawab, median", Words.duration(Duration.ofSeconds(time.medianSeconds())));
            write(sheet, line++, "Waktu jawab, 90 %", Words.duration(Duration.ofSeconds(time.p90Seconds())));
        }
        write(sheet, line, "Akar rekap", Words.groups(recap.root()));
        sheet.close();
    }

    private void total(Worksheet sheet, int line, String name, ToLongFunction<Totals> figure) {
        var received = 6;
        write(
                sheet,
                line,
                name,
                figure.applyAsLong(figures.totals()),
                share("B" + (line + 1), "B" + received),
                of(figures.monthBefore(), figure),
                figures.monthBefore() == null ? null : new Formula("B%1$d-D%1$d".formatted(line + 1), CHANGE),
                of(figures.yearBefore(), figure),
                figures.yearBefore() == null ? null : new Formula("B%1$d-F%1$d".formatted(line + 1), CHANGE));
    }

    private static @Nullable Long of(@Nullable Totals totals, ToLongFunction<Totals> figure) {
        return totals == null ? null : figure.applyAsLong(totals);
    }

    private void parts(String name, List<Part> parts) throws IOException {
        var sheet = begin(
                name,
                Stream.concat(Stream.of(new Column(name, 46)), PART.stream()).toList());
        var line = 1;
        for (var part : parts) {
            var totals = part.totals();
            write(
                    sheet,
                    line++,
                    part.name(),
                    totals.received(),
                    totals.answered(),
                    totals.answeredInTime(),
                    totals.answeredLate(),
                    totals.open(),
                    totals.overdue(),
                    totals.ended(),
                    totals.objected(),
                    share("D" + line, "D%1$d+E%1$d".formatted(line)));
        }
        sum(sheet, line, 1, PART.size() - 1);
        if (line > 1) {
            put(sheet, line, PART.size(), share("D" + (line + 1), "D%1$d+E%1$d".formatted(line + 1)));
            sheet.style(line, PART.size()).bold().set();
        }
        sheet.close();
    }

    private void deadlines() throws IOException {
        var sheet = begin(
                "Tenggat",
                List.of(
                        new Column("Baris SOP", 12),
                        new Column("Kegiatan", 80),
                        new Column("Tepat waktu", 15),
                        new Column("Terlewat", 12),
                        new Column("Ketepatan", 13)));
        var line = 1;
        for (var deadline : figures.deadlines()) {
            write(
                    sheet,
                    line++,
                    deadline.row(),
                    deadline.name(),
                    deadline.kept(),
                    deadline.missed(),
                    share("C" + line, "C%1$d+D%1$d".formatted(line)));
        }
        sheet.close();
    }

    private void moves() throws IOException {
        var sheet = begin(
                "Salah tujuan",
                List.of(
                        new Column("Dari", 46),
                        new Column("Ke", 46),
                        new Column("Alasan", 34),
                        new Column("Jumlah", 11)));
        var line = 1;
        for (var move : figures.moves()) {
            write(sheet, line++, move.fromName(), move.toName(), Words.misrouting(move.reason()), move.count());
        }
        sum(sheet, line, 3, 1);
        sheet.close();
    }

    private void open() throws IOException {
        var sheet = begin(
                "Belum dijawab",
                List.of(
                        new Column("Umur", 24),
                        new Column("Menunggu", 30),
                        new Column("Instansi", 46),
                        new Column("Jumlah", 11)));
        var line = 1;
        for (var open : figures.openByAge()) {
            write(
                    sheet,
                    line++,
                    Words.age(open.days()),
                    Words.position(open.owedBy()),
                    open.agencyName(),
                    open.count());
        }
        sum(sheet, line, 3, 1);
        sheet.close();
    }

    private void satisfaction() throws IOException {
        var sheet = begin(
                "Kepuasan",
                List.of(
                        new Column("Unsur", 8),
                        new Column("Nama unsur", 46),
                        new Column("Nilai 1", 10),
                        new Column("Nilai 2", 10),
                        new Column("Nilai 3", 10),
                        new Column("Nilai 4", 10),
                        new Column("Rata-rata", 12)));
        var said = figures.satisfaction();
        if (said != null) {
            var line = 1;
            for (var element : said.elements()) {
                var scores = element.scores();
                write(
                        sheet,
                        line++,
                        element.element(),
                        element.name(),
                        scores.get(0),
                        scores.get(1),
                        scores.get(2),
                        scores.get(3),
                        new Formula("(C%1$d+2*D%1$d+3*E%1$d+4*F%1$d)/SUM(C%1$d:F%1$d)".formatted(line), MEAN));
            }
            write(
                    sheet,
                    line,
                    null,
                    "Indeks (× 25)",
                    null,
                    null,
                    null,
                    null,
                    new Formula("25*AVERAGE(G2:G%d)".formatted(line), MEAN));
        }
        sheet.close();
    }

    private void said() throws IOException {
        var sheet = begin(
                "Evaluasi dan disposisi",
                List.of(
                        new Column("Hal", 12),
                        new Column("Oleh", 30),
                        new Column("Tanggal", 17),
                        new Column("Isi", WORDS)));
        var line = 1;
        for (var kind : List.of(Deed.Kind.EVALUATION_WRITTEN, Deed.Kind.DISPOSED)) {
            var deed = recap.last(kind);
            if (deed != null) {
                write(
                        sheet,
                        line,
                        kind == Deed.Kind.DISPOSED ? "Disposisi" : "Evaluasi",
                        deed.by() == null ? null : deed.by().name(),
                        deed.at(),
                        deed.text());
                sheet.rowHeight(line, height(deed.text()));
                sheet.range(line, 0, line, 3)
                        .style()
                        .wrapText(true)
                        .verticalAlignment("top")
                        .set();
                line++;
            }
        }
        sheet.close();
    }

    /** Of a row in points, so that all words are seen, as far as the format allows. */
    private static double height(@Nullable String text) {
        var lines = text == null
                ? 1
                : text.lines().mapToInt(line -> 1 + line.length() / WORDS).sum();
        return Math.min(HIGHEST, LINE * Math.max(1, lines));
    }

    private Worksheet begin(String name, List<Column> columns) {
        var sheet = workbook.newWorksheet(name);
        page(sheet);
        header(sheet, 0, columns);
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
        return sheet;
    }

    /** As wide as a sheet of paper when it is printed. */
    private static void page(Worksheet sheet) {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }

    private static void header(Worksheet sheet, int line, List<Column> columns) {
        for (int column = 0; column < columns.size(); column++) {
            sheet.width(column, columns.get(column).width());
            sheet.inlineString(line, column, columns.get(column).header());
        }
        sheet.range(line, 0, line, columns.size() - 1)
                .style()
                .bold()
                .horizontalAlignment("center")
                .fillColor("E4E8EE")
                .set();
    }

    /** Nothing under an empty table. */
    private void sum(Worksheet sheet, int line, int first, int columns) {
        if (line == 1) {
            return;
        }
        sheet.inlineString(line, 0, "Jumlah");
        for (int column = first; column < first + columns; column++) {
            put(sheet, line, column, new Formula("SUM(%1$s2:%1$s%2$d)".formatted(letter(column), line), COUNT));
        }
        sheet.range(line, 0, line, first + columns - 1).style().bold().set();
    }

    private static String letter(int column) {
        return String.valueOf((char) ('A' + column));
    }

    /** Of nothing it is a dash. */
    private static Formula share(String part, String whole) {
        return new Formula("IF(%2$s=0,\"–\",%1$s/(%2$s))".formatted(part, whole), SHARE);
    }

    private void write(Worksheet sheet, int line, @Nullable Object... cells) {
        for (int column = 0; column < cells.length; column++) {
            put(sheet, line, column, cells[column]);
        }
    }

    private void put(Worksheet sheet, int line, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Number number -> {
                sheet.value(line, column, number);
                sheet.style(line, column).format(COUNT).set();
            }
            case Formula formula -> {
                sheet.formula(line, column, formula.expression());
                sheet.style(line, column).format(formula.format()).set();
            }
            case Instant time -> {
                sheet.value(line, column, LocalDateTime.ofInstant(time, zone).truncatedTo(ChronoUnit.MINUTES));
                sheet.style(line, column).format(TIME).set();
            }
            default -> sheet.inlineString(line, column, Printable.of(value.toString()));
        }
    }
}
