package id.tanggap.intake.past.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file that is not empty.
 *
 * @param sheet name of the workbook's sheet; null in a text file
 * @param number as a spreadsheet counts its rows, from 1; in a text file the number of the record
 * @param cells as text, empty ones as ""; numbers, dates and times of a workbook as the number that is
 *     stored, a part of a whole with three decimals at least
 */
public record SheetRow(@Nullable String sheet, int number, List<String> cells) {

    /** Whether it stands in a text file, which spreadsheets read as they like. */
    public boolean isOfText() {
        return sheet == null;
    }

    boolean isEmpty() {
        return cells.stream().allMatch(String::isBlank);
    }

    /** Where it stands, without what stands in it. */
    public SheetRow place() {
        return new SheetRow(sheet, number, List.of());
    }

    /** Shows where it stands and nothing of what stands in it. */
    @Override
    public String toString() {
        return (sheet == null ? "" : sheet + "!") + number;
    }
}
