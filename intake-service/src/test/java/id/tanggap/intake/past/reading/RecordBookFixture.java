package id.tanggap.intake.past.reading;

import id.tanggap.contracts.book.BookCsv;
import id.tanggap.contracts.book.BookCsv.Separator;
import id.tanggap.contracts.book.BookHeading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Record books as the platform writes them, and as it wrote them before. */
public final class RecordBookFixture {
    private static final List<BookHeading> EVALUATORS = Stream.of(BookHeading.values())
            .filter(heading -> heading != BookHeading.RECAP_CHANNEL)
            .toList();
    private static final List<BookHeading> RECAP = List.of(
            BookHeading.NO,
            BookHeading.RECEIVED,
            BookHeading.WORDS,
            BookHeading.AGENCY,
            BookHeading.ANSWERED,
            BookHeading.ANSWER,
            BookHeading.RECAP_CHANNEL,
            BookHeading.LINK,
            BookHeading.NUMBER,
            BookHeading.SECRECY);
    private static final List<BookHeading> PUBLIC = List.of(
            BookHeading.NO,
            BookHeading.RECEIVED,
            BookHeading.CHANNEL,
            BookHeading.TYPE,
            BookHeading.CATEGORY,
            BookHeading.AREA,
            BookHeading.AGENCY,
            BookHeading.ANSWERED,
            BookHeading.STATE,
            BookHeading.LATENESS,
            BookHeading.LATE_BY);

    /** A complaint of the book, answered and open to all by default; says only what matters. */
    public static final class Entry {
        private final Map<BookHeading, String> cells = new EnumMap<>(BookHeading.class);

        public Entry(String number) {
            with(BookHeading.NUMBER, number);
            with(BookHeading.RECEIVED, "05/10/2026 09:10");
            with(BookHeading.CHANNEL, "E-mail");
            with(BookHeading.RECAP_CHANNEL, "E-mail");
            with(BookHeading.TYPE, "Permintaan informasi");
            with(BookHeading.CATEGORY, "Penerangan Jalan");
            with(BookHeading.AREA, "Laweyan");
            with(BookHeading.WORDS, "=1+1 adalah dua,\nkata <b>guru</b>");
            with(BookHeading.AGENCY, "Dinas Perhubungan");
            with(BookHeading.ANSWERED, "07/10/2026 23:59");
            with(BookHeading.ANSWER, "- Sudah dijawab");
            with(BookHeading.STATE, "Dijawab");
            with(BookHeading.LATENESS, "Tepat waktu");
            with(BookHeading.SECRECY, "Terbuka");
            with(BookHeading.LINK, "https://aduan.example/lacak/?nomor=" + number);
        }

        public Entry with(BookHeading column, String cell) {
            cells.put(column, cell);
            return this;
        }

        private List<String> cells(List<BookHeading> columns) {
            return columns.stream()
                    .map(column -> cells.getOrDefault(column, ""))
                    .toList();
        }
    }

    /** For those who evaluate. */
    public static byte[] book(Separator separator, Entry... entries) {
        return written(separator, EVALUATORS, entries);
    }

    /** In the columns of the monthly recap. */
    public static byte[] recap(Entry... entries) {
        return written(Separator.SEMICOLON, RECAP, entries);
    }

    public static byte[] forThePublic(Entry... entries) {
        return written(Separator.SEMICOLON, PUBLIC, entries);
    }

    /** As it was before it told the secrecy: with commas, and quotes where they are needed. */
    public static byte[] bookOfBefore(Entry... entries) {
        return ofBefore(EVALUATORS.subList(0, EVALUATORS.indexOf(BookHeading.SECRECY)), entries);
    }

    /** As it was before it told numbers. */
    public static byte[] recapOfBefore(Entry... entries) {
        return ofBefore(RECAP.subList(0, RECAP.size() - 2), entries);
    }

    private static byte[] written(Separator separator, List<BookHeading> columns, Entry... entries) {
        var csv = new BookCsv(separator);
        return (BookCsv.BYTE_ORDER_MARK
                        + lines(columns, entries).stream()
                                .map(line -> csv.line(line))
                                .collect(Collectors.joining()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ofBefore(List<BookHeading> columns, Entry... entries) {
        return (BookCsv.BYTE_ORDER_MARK
                        + lines(columns, entries).stream()
                                .map(line -> line.stream()
                                        .map(RecordBookFixture::quotedIfNeeded)
                                        .collect(Collectors.joining(",", "", "\r\n")))
                                .collect(Collectors.joining()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String quotedIfNeeded(String cell) {
        var guarded = cell.isEmpty() || "=+-@".indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
        return guarded.matches("(?s).*[\",\\r\\n].*") ? '"' + guarded.replace("\"", "\"\"") + '"' : guarded;
    }

    private static List<List<String>> lines(List<BookHeading> columns, Entry... entries) {
        var lines = new ArrayList<List<String>>();
        lines.add(columns.stream().map(BookHeading::text).toList());
        Stream.of(entries).map(entry -> entry.cells(columns)).forEach(lines::add);
        return lines;
    }

    private RecordBookFixture() {}
}
