package id.tanggap.intake.past.reading;

import id.tanggap.contracts.book.BookHeading;
import id.tanggap.contracts.event.ImportEvent.ImportSource;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.intake.past.file.SheetRow;
import id.tanggap.intake.past.file.Unreadable;
import id.tanggap.intake.past.mapping.ColumnMapping;
import id.tanggap.intake.past.mapping.Headings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The row that names the columns: it tells whose table this is.
 *
 * @param columns the place of each column
 * @param unmarked what a row is that says nothing of its secrecy
 */
record Heading(ImportSource source, Map<String, Integer> columns, Visibility unmarked) {
    /** Without its column of secrecy a file is not taken: what is secret could not be told from what is not. */
    private static final List<String> SP4N =
            List.of("Tracking ID", "Tanggal Laporan Masuk", "Isi Laporan Awal", "Tipe Laporan", "Status Laporan");

    private static final List<String> RECAP_SHEET = List.of("TANGGAL", "ADUAN");

    /** In each of our own that tells which complaints it holds. */
    private static final List<String> RECORD_BOOK = texts(BookHeading.NUMBER, BookHeading.RECEIVED, BookHeading.WORDS);

    private static final List<String> FOR_OFFICES = texts(BookHeading.DISPATCHED, BookHeading.LATENESS);
    private static final List<String> FOR_THE_RECAP =
            texts(BookHeading.RECAP_CHANNEL, BookHeading.LINK, BookHeading.SECRECY);
    private static final List<String> FOR_THE_PUBLIC =
            texts(BookHeading.RECEIVED, BookHeading.TYPE, BookHeading.LATENESS);

    /** Of a recap sheet, which is published, no other column is read unless an officer says what it means. */
    private static final Set<String> READ_OF_RECAP_SHEET = Stream.of(
                    "TANGGAL", "ADUAN", "DINAS", "TANGGAL JAWABAN", "JAWABAN", "SOSIAL MEDIA", "LINK ADUAN")
            .map(Headings::name)
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern DAY = Pattern.compile("tanggal|tgl\\.?");
    private static final Pattern ANSWER = Pattern.compile("(jawaban|tanggapan|tindak lanjut).*");
    private static final Pattern PARTS = Pattern.compile("\\p{L}[^\\d]{0,40}");

    /** Of a table that is known as such. */
    Heading(ImportSource source, Map<String, Integer> columns) {
        this(source, columns, Visibility.PUBLIC);
    }

    /**
     * Null when the row names no columns that are known.
     *
     * @throws Unreadable when it is that of a file in which nothing of a complaint is told
     */
    static @Nullable Heading of(SheetRow row) {
        var columns = new HashMap<String, Integer>();
        for (int place = 0; place < row.cells().size(); place++) {
            columns.putIfAbsent(Headings.name(row.cells().get(place)), place);
        }
        if (hasAll(columns, SP4N)) {
            return new Heading(ImportSource.SP4N, columns);
        }
        if (isRecordBook(columns)) {
            return new Heading(ImportSource.RECORD_BOOK, columns);
        }
        return hasAll(columns, RECAP_SHEET) ? recapSheet(columns) : null;
    }

    /** Which of its columns that row names again: there only the first is read. */
    List<String> again(SheetRow row) {
        return IntStream.range(0, row.cells().size())
                .filter(place -> columns.getOrDefault(Headings.name(cell(row, place)), place) != place)
                .mapToObj(place -> cell(row, place).strip())
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /**
     * With the row below this one, in which an office's sheet names what a column is split into: {@code JAWABAN} above {@code
     * TANGGAL} and {@code ISI}. Null when that row is none.
     */
    static @Nullable Heading split(SheetRow above, SheetRow below) {
        var names = IntStream.range(0, below.cells().size())
                .mapToObj(place -> name(above, below, place))
                .toList();
        var isSplit = names.stream().allMatch(Optional::isPresent);
        return isSplit
                ? of(new SheetRow(
                        above.sheet(),
                        above.number(),
                        names.stream().map(Optional::get).toList()))
                : null;
    }

    /** Empty when what stands below is no part of a column that has several. */
    private static Optional<String> name(SheetRow above, SheetRow below, int place) {
        var part = Headings.name(cell(below, place));
        var whole = part.isEmpty() ? place : whole(above, place);
        var name = Headings.name(cell(above, whole));
        if (part.isEmpty()) {
            return Optional.of(name);
        }
        var hasParts = whole < place
                || cell(above, place + 1).isBlank() && !cell(below, place + 1).isBlank();
        return hasParts && PARTS.matcher(part).matches() ? Optional.of(joined(name, part)) : Optional.empty();
    }

    private static String joined(String whole, String part) {
        var isDay = DAY.matcher(part).matches() || DAY.matcher(whole).matches();
        var other = DAY.matcher(whole).matches() ? part : whole;
        return isDay ? (ANSWER.matcher(other).matches() ? "tanggal jawaban" : "tanggal") : whole;
    }

    /** The place of the name that reaches to this one. */
    private static int whole(SheetRow above, int place) {
        var whole = place;
        while (whole > 0 && cell(above, whole).isBlank()) {
            whole--;
        }
        return whole;
    }

    private static String cell(SheetRow row, int place) {
        return place < row.cells().size() ? row.cells().get(place) : "";
    }

    private static Heading recapSheet(Map<String, Integer> columns) {
        columns.keySet().retainAll(READ_OF_RECAP_SHEET);
        return new Heading(ImportSource.RECAP_SHEET, columns);
    }

    /** Of a sheet whose columns an officer said the meaning of: it is read like a recap sheet that has more of them. */
    static Heading of(ColumnMapping told) {
        return new Heading(ImportSource.RECAP_SHEET, told.columns(), told.unmarked());
    }

    /** @throws Unreadable when it is that of one for the public */
    private static boolean isRecordBook(Map<String, Integer> columns) {
        if (hasAll(columns, FOR_THE_PUBLIC) && !hasAll(columns, RECORD_BOOK)) {
            throw new Unreadable("Ini buku aduan untuk umum: tanpa nomor dan isi aduan, sehingga tidak ada yang dapat"
                    + " diimpor. Unduh buku aduan dengan semua kolom, lalu kirim berkas itu.");
        }
        return hasAll(columns, RECORD_BOOK) && (hasAll(columns, FOR_OFFICES) || hasAll(columns, FOR_THE_RECAP));
    }

    private static List<String> texts(BookHeading... headings) {
        return Stream.of(headings).map(BookHeading::text).toList();
    }

    private static boolean hasAll(Map<String, Integer> columns, List<String> wanted) {
        return wanted.stream().map(Headings::name).allMatch(columns::containsKey);
    }
}
