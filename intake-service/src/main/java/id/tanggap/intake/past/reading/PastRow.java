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
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    /** That says nothing but what it is the sum of. */
    private static final Pattern BARE_SUM = Pattern.compile(
            "(sub|grand)?[- ]?(jumlah|total)([ :=]+(total|aduan|pengaduan|laporan|data|masuk|seluruh|seluruhnya|keseluruhan|semua"
                    + "|bulan( ini| \\p{L}+)?|tahun( ini)?|s/d|\\d+))*[ :=]*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    /** Of a column, as some sheets write it below its name. */
    private static final Pattern ORDINAL = Pattern.compile("\\(?(\\d{1,2})[).]?");

    private static final int FEWEST_NUMBERED = 3;
    /** What a spreadsheet shows where a formula has no value. */
    private static final Pattern FAILED =
            Pattern.compile("#(?:N/A|REF!|VALUE!|NAME\\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!)|Err:\\d{3}");

    /** As spreadsheets write numbers of more digits than they show, or than they have. */
    private static final Pattern SHORTENED = Pattern.compile("\\d+(?:[.,]\\d+)?E\\+?\\d+", Pattern.CASE_INSENSITIVE);

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

    /** Whether it sums the columns up or numbers them, in which case there is no complaint whatever stands among its words. */
    boolean isOfTheSheet() {
        var filled = row.cells().stream()
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
        return isSum(filled) || isNumbering(filled);
    }

    private static boolean isSum(List<String> filled) {
        return filled.size() > 1
                && BARE_SUM.matcher(filled.getFirst()).matches()
                && filled.stream()
                        .skip(1)
                        .noneMatch(cell -> LETTER.matcher(cell).find() || PastDate.read(cell) != null);
    }

    private static boolean isNumbering(List<String> filled) {
        return filled.size() >= FEWEST_NUMBERED
                && IntStream.range(0, filled.size()).allMatch(place -> ordinal(filled.get(place)) == place + 1);
    }

    /** 0 for what is none. */
    private static int ordinal(String cell) {
        var match = ORDINAL.matcher(cell);
        return match.matches() ? Integer.parseInt(match.group(1)) : 0;
    }

    /** Whether something stands in another column than these, be it one that is not read. */
    boolean tellsMoreThan(String... columns) {
        var places = Stream.of(columns).map(this::place).toList();
        return IntStream.range(0, row.cells().size())
                .anyMatch(place ->
                        !places.contains(place) && !row.cells().get(place).isBlank());
    }

    /** Whether nothing is told in the columns, or one line goes through all of them: a title, a sum, a signature. */
    boolean isBesideTheTable() {
        var filled = row.cells().stream().filter(cell -> !cell.isBlank()).toList();
        return filled.size() <= 1
                || filled.stream().anyMatch(cell -> SUM.matcher(cell).lookingAt())
                || columns.keySet().stream().allMatch(column -> raw(column).isBlank());
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

    /** By which its source tells it from others; at fault when a spreadsheet shortened it, for others look the same then. */
    @Nullable
    String number(String column) {
        var number = cell(column);
        if (number != null && SHORTENED.matcher(number).matches()) {
            fault(
                    column,
                    "Digitnya hilang karena tersimpan sebagai bilangan; ubah kolomnya menjadi Teks, isi lagi, lalu kirim.");
            return null;
        }
        return number;
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
        if (hasFailed(column)) {
            remark(column, "Rumusnya gagal di lembar ini; dibaca sebagai kosong.");
            return "";
        }
        return raw(column);
    }

    /** Whether a formula should have told what stands there. */
    boolean hasFailed(String column) {
        return FAILED.matcher(raw(column).strip()).matches();
    }

    private String raw(String column) {
        var place = place(column);
        return place == null || place >= row.cells().size() ? "" : row.cells().get(place);
    }

    private @Nullable Integer place(String column) {
        return columns.get(Headings.name(column));
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
