package id.tanggap.intake.past.mapping;

import id.tanggap.intake.past.file.ReadingApart;
import id.tanggap.intake.past.file.SheetRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The first rows of each sheet of a file, among which the heading stands that an officer is to say the meaning of. */
public record Sample(List<SheetRow> rows) {
    private static final int ROWS_A_SHEET = 15;
    private static final int MOST_ROWS = 60;

    /** Blocks until they are read. */
    public static Sample of(byte[] file) {
        var rows = new ArrayList<SheetRow>();
        var bySheet = new HashMap<String, Integer>();
        try {
            ReadingApart.read(file, row -> take(row, rows, bySheet));
        } catch (Enough enough) {
            return new Sample(rows);
        }
        return new Sample(rows);
    }

    private static void take(SheetRow row, List<SheetRow> rows, Map<String, Integer> bySheet) {
        var count = bySheet.merge(Objects.requireNonNullElse(row.sheet(), ""), 1, Integer::sum);
        if (count <= ROWS_A_SHEET) {
            rows.add(row);
        }
        if (rows.size() == MOST_ROWS || (row.sheet() == null && count == ROWS_A_SHEET)) {
            throw new Enough();
        }
    }

    /** Null when it is none of these. */
    public @Nullable SheetRow at(@Nullable String sheet, int number) {
        return rows.stream()
                .filter(row -> row.number() == number && Objects.equals(row.sheet(), sheet))
                .findFirst()
                .orElse(null);
    }

    /** Which of the rows is most likely the heading: that whose cells are called as offices do. The first has number 0. */
    public int heading() {
        var best = 0;
        for (int row = 1; row < rows.size(); row++) {
            if (likelihood(rows.get(row)) > likelihood(rows.get(best))) {
                best = row;
            }
        }
        return best;
    }

    private static int likelihood(SheetRow row) {
        var filled = (int) row.cells().stream().filter(cell -> !cell.isBlank()).count();
        return likely(row).size() * row.cells().size() + filled;
    }

    /** What the columns under a heading mean by what offices call them; the officer has the last word. */
    public static Map<Meaning, Integer> likely(SheetRow heading) {
        var places = new LinkedHashMap<Meaning, Integer>();
        for (int place = 0; place < heading.cells().size(); place++) {
            var name = Headings.name(heading.cells().get(place));
            for (var meaning : Meaning.values()) {
                if (!places.containsKey(meaning) && !places.containsValue(place) && meaning.isLikely(name)) {
                    places.put(meaning, place);
                }
            }
        }
        return places;
    }

    /** More need not be read. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super("Enough", null, false, false);
        }
    }
}
