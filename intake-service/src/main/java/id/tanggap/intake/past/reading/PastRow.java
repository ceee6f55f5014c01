package id.tanggap.intake.past.reading;

import id.tanggap.intake.past.file.SheetRow;
import id.tanggap.intake.past.mapping.Headings;
import id.tanggap.intake.past.mapping.LabelKind;
import id.tanggap.masking.Masking;
import id.tanggap.masking.Surroundings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** The cells of a row by the names of their columns, and what there is to say of them. */
final class PastRow {
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_LINE = 1_000;
    private static final int LONGEST_VALUE = 100;
    private static final String EMPTY = "Kosong";
    private static final String PERSON = "Nama Pelapor";

    private static final Pattern SUM = Pattern.compile("(sub ?)?(jumlah|total)\\b", Pattern.CASE_INSENSITIVE);
    private static final Masking NOBODYS = Masking.in(Surroundings.UNKNOWN);

    private final SheetRow row;
    private final Map<String, Integer> columns;
    private final Masking masking;
    private final Set<Finding> findings = new LinkedHashSet<>();
    private boolean known;

    /**
     * @param columns the place of each column, by its name in {@link Headings#name lower case}
     * @param masking of what is written there
     */
    PastRow(SheetRow row, Map<String, Integer> columns, Masking masking) {
        this.row = row;
        this.columns = columns;
        this.masking = masking;
    }

    /** Of which only is said where it stands. */
    static PastRow at(SheetRow row) {
        return new PastRow(row.place(), Map.of(), NOBODYS);
    }

    /** Null when none is told. */
    @Nullable
    String person() {
        return cell(PERSON);
    }

    /** Whether nothing is told in the columns, or one line goes through all of them: a title, a sum, a signature. */
    boolean isBesideTheTable() {
        var filled = row.cells().stream().filter(cell -> !cell.isBlank()).toList();
        return filled.size() <= 1
                || filled.stream().anyMatch(cell -> SUM.matcher(cell).lookingAt())
                || columns.keySet().stream().allMatch(column -> written(column).isBlank());
    }

    /** One line, of which as much is taken as a line may have; null when the cell is empty, or there is no such column. */
    @Nullable
    String cell(String column) {
        var text = written(column).replaceAll("[\\p{Cc}\\p{Z}]+", " ").strip();
        if (text.length() > LONGEST_LINE) {
            remark(column, "Lebih dari 1.000 karakter; dicatat 1.000 yang pertama.");
            return text.substring(0, LONGEST_LINE);
        }
        return text.isEmpty() ? null : text;
    }

    /** Several lines, without the HTML that was left in them and without what cannot be printed. */
    @Nullable
    String words(String column) {
        return bounded(
                column,
                plain(written(column)).replaceAll("[\\p{Cc}&&[^\\n\\t]]", "").strip());
    }

    /** Several lines just as they stand there. */
    @Nullable
    String asWritten(String column) {
        return bounded(column, written(column).replaceAll("\\r\\n?", "\n").replaceAll("[\\p{Cc}&&[^\\n\\t]]", ""));
    }

    private @Nullable String bounded(String column, String text) {
        if (text.length() > LONGEST_TEXT) {
            fault(column, "Lebih dari 20.000 karakter.");
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    private String written(String column) {
        var place = columns.get(Headings.name(column));
        return place == null || place >= row.cells().size() ? "" : row.cells().get(place);
    }

    private static String plain(String cell) {
        return cell.indexOf('<') < 0 && cell.indexOf('&') < 0
                ? cell
                : Jsoup.parseBodyFragment(cell).body().wholeText();
    }

    /** The row is left out for want of words, unless it is already. */
    void need(String column, @Nullable String words) {
        if (words == null && !isFaulty()) {
            fault(column, EMPTY + ".");
        }
    }

    /** The row is left out, because its cell is empty or, as the reason says, cannot be read. */
    void unreadable(String column, String reason) {
        fault(column, cell(column) == null ? EMPTY + "." : reason);
    }

    /** The row is taken over as something else, because its cell is empty or says nothing that is known here. */
    void unknown(String column, String takenAs) {
        var reason = "; dicatat sebagai " + takenAs + ".";
        if (cell(column) == null) {
            remark(column, EMPTY + reason);
        } else {
            strange(column, "Tidak dikenal" + reason);
        }
    }

    /** The row is left out. */
    void fault(String column, String reason) {
        findings.add(new Finding(row.place(), column, reason, true));
    }

    /** The row is left out for a label that is not known here. */
    void strangeFault(String column, String reason) {
        findings.add(new Finding(row.place(), column, reason, true, value(column), null));
    }

    /** The row is taken over as the reason says. */
    void remark(String column, String reason) {
        findings.add(new Finding(row.place(), column, reason, false));
    }

    /** The row is taken over as the reason says, which is about a label that is not known here. */
    void strange(String column, String reason) {
        findings.add(new Finding(row.place(), column, reason, false, value(column), null));
    }

    /** The same, of a label that an officer may say the meaning of, unless it names a person. */
    void strange(String column, String reason, LabelKind kind) {
        var value = value(column);
        var told = value != null && value.equals(cell(column)) ? kind : null;
        findings.add(new Finding(row.place(), column, reason, false, value, told));
    }

    /** What stands in a column of labels, without persons. */
    private @Nullable String value(String column) {
        var masked = masking.of(person()).mask(cell(column));
        return masked == null || masked.length() <= LONGEST_VALUE ? masked : masked.substring(0, LONGEST_VALUE) + "…";
    }

    /** The house has this complaint: nothing of it changes, whatever the row tells. */
    void known() {
        known = true;
    }

    boolean isKnown() {
        return known;
    }

    boolean isFaulty() {
        return findings.stream().anyMatch(Finding::fault);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
