package id.tanggap.reporting.document.figure;

import java.time.ZoneId;
import java.util.List;

/**
 * A table of a recap.
 *
 * @param name of its sheet in the workbook
 * @param figures the columns of the sheet
 * @param printed the columns on paper
 */
public record FigureTable<R>(
        String name, Ending ending, List<R> rows, List<Figure<R>> figures, List<Figure<R>> printed) {

    /** What stands below the rows in the workbook, unless there are none. */
    public enum Ending {
        NOTHING,
        /** Of all that is counted. */
        SUMS,
        /** Of the last column's means. */
        INDEX
    }

    static <R> FigureTable<R> of(String name, Ending ending, List<R> rows, List<Figure<R>> figures) {
        var printed =
                figures.stream().filter(figure -> figure.printed() != null).toList();
        return new FigureTable<>(name, ending, rows, figures, printed);
    }

    public List<String> headings() {
        return printed.stream().map(Figure::headingOnPaper).toList();
    }

    /** How many columns on paper, from the first on, hold words. */
    public int wordy() {
        return (int)
                printed.stream().takeWhile(figure -> figure.value().isWord()).count();
    }

    public List<List<String>> lines(ZoneId zone) {
        return rows.stream().map(row -> line(row, zone)).toList();
    }

    public List<String> line(R row, ZoneId zone) {
        return printed.stream().map(figure -> figure.print(row, zone)).toList();
    }
}
