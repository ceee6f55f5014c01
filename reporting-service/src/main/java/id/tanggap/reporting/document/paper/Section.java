package id.tanggap.reporting.document.paper;

import id.tanggap.reporting.document.figure.FigureTable;
import io.quarkus.qute.TemplateData;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One chapter of the report.
 *
 * @param paragraphs before the tables
 * @param chart SVG; null for none
 */
@TemplateData
public record Section(
        String title, List<String> paragraphs, @Nullable String chart, List<Table> tables) {

    /**
     * @param caption what it shows
     * @param columns the first holds names, the others numbers
     * @param wordy how many columns from the first on hold words
     */
    @TemplateData
    public record Table(String caption, List<String> columns, int wordy, List<List<String>> rows) {
        static Table of(String caption, FigureTable<?> table, ZoneId zone) {
            return new Table(caption, table.headings(), table.wordy(), table.lines(zone));
        }

        public boolean isWord(int column) {
            return column < wordy;
        }
    }

    static Section of(String title, List<String> paragraphs) {
        return new Section(title, paragraphs, null, List.of());
    }

    static Section of(String title, List<String> paragraphs, Table table) {
        return new Section(title, paragraphs, null, List.of(table));
    }
}
