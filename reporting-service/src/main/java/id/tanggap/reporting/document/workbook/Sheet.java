package id.tanggap.reporting.document.workbook;

import id.tanggap.reporting.Printable;
import id.tanggap.reporting.document.figure.Figure;
import id.tanggap.reporting.document.figure.Figure.At;
import id.tanggap.reporting.document.figure.Figure.Counted;
import id.tanggap.reporting.document.figure.Figure.Mean;
import id.tanggap.reporting.document.figure.Figure.Numbered;
import id.tanggap.reporting.document.figure.Figure.Said;
import id.tanggap.reporting.document.figure.Figure.Share;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of the workbook, written line by line. Words are written as text, never as a formula, whatever they begin with.
 */
final class Sheet implements Closeable {
    private static final String COUNT = "#,##0";
    static final String MEAN = "0.00";
    private static final String SHARE = "0.0%";
    private static final String TIME = "dd/mm/yyyy hh:mm";

    private final Worksheet sheet;
    private final ZoneId zone;
    private int next;

    /** As wide as a sheet of paper when it is printed. */
    Sheet(Workbook workbook, String name, ZoneId zone) {
        this.sheet = workbook.newWorksheet(name);
        this.zone = zone;
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }

    /** @param width in characters */
    record Column(String heading, int width) {}

    /** @param expression without the sign that it begins with */
    record Formula(String expression, String format) {

        /** Of nothing it is a dash. */
        static Formula share(String part, String whole) {
            return new Formula("IF(%2$s=0,\"–\",%1$s/(%2$s))".formatted(part, whole), SHARE);
        }
    }

    /** The line that follows has this number, as formulas call it. */
    int number() {
        return next + 1;
    }

    /** Where all that is done with the sheet itself is done. */
    Worksheet worksheet() {
        return sheet;
    }

    /** A line that stays when the others are scrolled. */
    void headings(List<Column> columns) {
        for (int column = 0; column < columns.size(); column++) {
            sheet.width(column, columns.get(column).width());
            sheet.inlineString(next, column, columns.get(column).heading());
        }
        sheet.range(next, 0, next, columns.size() - 1)
                .style()
                .bold()
                .horizontalAlignment("center")
                .fillColor("E4E8EE")
                .set();
        next++;
        sheet.freezePane(0, next);
    }

    void line(@Nullable Object... cells) {
        for (int column = 0; column < cells.length; column++) {
            put(column, cells[column]);
        }
        next++;
    }

    void skip() {
        next++;
    }

    <R> void line(List<Figure<R>> figures, R row) {
        for (int column = 0; column < figures.size(); column++) {
            put(column, cell(figures, figures.get(column), row));
        }
        next++;
    }

    /** What the lines from the second on add up to, of all that is counted. */
    <R> void sums(List<Figure<R>> figures) {
        sheet.inlineString(next, 0, "Jumlah");
        for (int column = 0; column < figures.size(); column++) {
            switch (figures.get(column).value()) {
                case Counted<R> _ ->
                    put(column, new Formula("SUM(%1$s2:%1$s%2$d)".formatted(letter(column), next), COUNT));
                case Share<R> it -> put(column, share(figures, it));
                default -> {}
            }
        }
        sheet.range(next, 0, next, figures.size() - 1).style().bold().set();
        next++;
    }

    private <R> @Nullable Object cell(List<Figure<R>> figures, Figure<R> figure, R row) {
        return switch (figure.value()) {
            case Said<R> it -> it.of().apply(row);
            case Numbered<R> it -> it.of().apply(row);
            case At<R> it -> it.of().apply(row);
            case Counted<R> it -> it.of().applyAsLong(row);
            case Share<R> it -> share(figures, it);
            case Mean<R> it -> mean(figures, it);
        };
    }

    private <R> Formula share(List<Figure<R>> figures, Share<R> share) {
        var part = cell(figures.indexOf(share.part()));
        return Formula.share(part, part + "+" + cell(figures.indexOf(share.rest())));
    }

    private <R> Formula mean(List<Figure<R>> figures, Mean<R> mean) {
        var marks =
                mean.marks().stream().map(mark -> cell(figures.indexOf(mark))).toList();
        var weighed = IntStream.range(0, marks.size())
                .mapToObj(place -> (place == 0 ? "" : place + 1 + "*") + marks.get(place))
                .collect(Collectors.joining("+"));
        return new Formula("(%s)/SUM(%s:%s)".formatted(weighed, marks.getFirst(), marks.getLast()), MEAN);
    }

    /** As formulas call it, in the line that follows. */
    private String cell(int column) {
        return letter(column) + number();
    }

    static String letter(int column) {
        return String.valueOf((char) ('A' + column));
    }

    private void put(int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Number number -> {
                sheet.value(next, column, number);
                format(column, COUNT);
            }
            case Formula formula -> {
                sheet.formula(next, column, formula.expression());
                format(column, formula.format());
            }
            case Instant time -> {
                sheet.value(next, column, LocalDateTime.ofInstant(time, zone).truncatedTo(ChronoUnit.MINUTES));
                format(column, TIME);
            }
            default -> sheet.inlineString(next, column, Printable.of(value.toString()));
        }
    }

    private void format(int column, String format) {
        sheet.style(next, column).format(format).set();
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
