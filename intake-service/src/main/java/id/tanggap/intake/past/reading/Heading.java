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
import java.util.Set;
import java.util.stream.Collectors;
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
