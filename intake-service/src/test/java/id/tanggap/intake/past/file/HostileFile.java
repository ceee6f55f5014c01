package id.tanggap.intake.past.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Tables that somebody made to harm who reads them, and some that look like it and are an office's; none is kept in a file. */
public enum HostileFile {
    HUGE_NUMBER(Ending.READ, () -> sheet(row(2, number("1E999999999")))),
    TINY_NUMBER(Ending.READ, () -> sheet(row(2, number("-1E-999999999")))),
    HUGE_DAY(Ending.READ, () -> sheet(row(2, number("9".repeat(300))))),
    NUMBER_BEYOND_ALL_NUMBERS(Ending.REFUSED, () -> sheet(row(2, number("1E99999999999")))),
    NUMBER_OF_MANY_DIGITS(Ending.ANY, () -> sheet(row(2, number("7".repeat(4_000_000))))),
    NO_NUMBER(Ending.REFUSED, () -> sheet(row(2, number("NaN")))),
    ENTITIES_OF_ENTITIES(
            Ending.REFUSED,
            () -> workbook(laughs(), "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&j;</t></is></c></row>")),
    ENTITY_FROM_OUTSIDE(
            Ending.REFUSED,
            () -> workbook(
                    "<!DOCTYPE x [<!ENTITY j SYSTEM \"file:///proc/self/environ\">]>",
                    "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&j;</t></is></c></row>")),
    DEEP_NESTING(Ending.ANY, () -> sheet("<a>".repeat(2_000_000))),
    MANY_ATTRIBUTES(Ending.ANY, () -> sheet("<row " + numbered(300_000, "a%d=\"\"") + "/>")),
    LONG_WORDS(Ending.REFUSED, () -> sheet(row(2, words("a".repeat(5_000_000))))),
    ENDLESS_WORDS(Ending.ENDED, () -> sheet("<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>", 300 << 20)),
    ENDLESS_SHEET(Ending.REFUSED, () -> sheet("", 600 << 20)),
    SHARED_WORDS_WITHOUT_END(Ending.REFUSED, () -> shared(1, 40 << 20, row(2, shared(0)))),
    SHARED_WORDS_OF_MEGABYTES(Ending.REFUSED, () -> shared(1, 20 << 20, row(2, shared(0)))),
    SHARED_WORDS_TOLD_FOR_EVER(
            Ending.REFUSED,
            () -> shared(
                    1,
                    30_000,
                    IntStream.range(2, 100_000).mapToObj(n -> row(n, shared(0))).collect(Collectors.joining()))),
    SHARED_WORDS_BY_THE_MILLION(Ending.ANY, () -> shared(1_500_000, 1, row(2, shared(7)))),
    WORDS_THAT_ARE_NOT_SHARED(Ending.ANY, () -> shared(1, 1, row(2, shared(2_000_000_000)))),
    COLUMN_BEYOND_ALL_COLUMNS(Ending.ANY, () -> sheet("<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>")),
    NO_COLUMN(Ending.READ, () -> sheet("<row r=\"2\"><c r=\"\"><v>1</v></c></row>")),
    ROW_BEYOND_ALL_ROWS(Ending.REFUSED, () -> sheet("<row r=\"99999999999\"><c r=\"A1\"><v>1</v></c></row>")),
    ROWS_BACKWARDS(Ending.READ, () -> sheet(row(9, words("b")) + row(-4, words("a")))),
    TOO_MANY_ROWS(
            Ending.REFUSED,
            () -> sheet(IntStream.range(2, 210_000)
                    .mapToObj(n -> "<row r=\"%d\"><c r=\"A%d\"><v>1</v></c></row>".formatted(n, n))
                    .collect(Collectors.joining()))),
    EMPTY_FORMATTED_ROWS(Ending.READ, HostileFile::formatted),
    A_THOUSAND_SHEETS(Ending.ANY, () -> sheets(1_000, row(2, words("x")))),
    MANY_PARTS(Ending.ANY, () -> parts(60_000)),
    NO_PARTS(Ending.REFUSED, () -> parts(1)),
    WORKBOOK_CUT_OFF(Ending.REFUSED, () -> half(sheet(row(2, words("x"))))),
    WORKBOOK_TURNED(Ending.REFUSED, () -> turned(sheet(row(2, words("x"))))),

    ENDLESS_LINE(Ending.REFUSED, () -> text("TANGGAL;ADUAN\n" + "a".repeat(9 << 20))),
    ENDLESS_HEADING(Ending.REFUSED, () -> text("a".repeat(9 << 20))),
    PACKED_ENDLESS_LINE(Ending.REFUSED, () -> gzip(60 << 20, 'a')),
    PACKED_WITHOUT_END(Ending.REFUSED, () -> gzip(1 << 30, 'a')),
    PACKED_ENDLESS_QUOTES(Ending.REFUSED, () -> gzip(60 << 20, '"')),
    PACKED_SEPARATORS(Ending.REFUSED, () -> gzip(60 << 20, ';')),
    PACKED_EMPTY_LINES(Ending.REFUSED, () -> gzip(60 << 20, '\n')),
    PACKED_CUT_OFF(Ending.REFUSED, () -> half(gzip(10_000_000, 'a'))),
    PACKED_TWICE(Ending.NO_TABLE, () -> gzip(gzip(text("TANGGAL;ADUAN\n1/2/2024;Lampu mati")))),
    QUOTE_NEVER_CLOSED(Ending.REFUSED, () -> text("TANGGAL;ADUAN\n1/2/2024;\"Lampu" + "\n1/2/2024;x".repeat(100_000))),
    LETTERS_BEHIND_A_QUOTE(Ending.REFUSED, () -> text("TANGGAL;ADUAN\n1/2/2024;\"Lampu\"mati;")),
    TINY_LINES(Ending.REFUSED, () -> text("TANGGAL;ADUAN\n" + "1;2\n".repeat(2_000_000))),
    NULS(Ending.NO_TABLE, () -> new byte[1_000_000]),
    NULS_FURTHER_DOWN(
            Ending.READ, () -> text("TANGGAL;ADUAN\n" + "1/2/2024;Lampu mati\n".repeat(500) + "1/2/2024;La\0mpu\0\n")),
    TWO_BYTES_A_LETTER(Ending.READ, () -> "\uFEFFTANGGAL;ADUAN\n1/2/2024;Lampu".getBytes(StandardCharsets.UTF_16LE)),
    NO_LETTERS_OF_ANY_ALPHABET(
            Ending.READ,
            () -> "TANGGAL;ADUAN\n1/2/2024;\u00C0\u00AF\u00ED\u00A0\u0080\n".getBytes(StandardCharsets.ISO_8859_1)),
    NESTED_HTML(Ending.READ, () -> text("TANGGAL;ADUAN\n1/2/2024;" + "<b><i><a><div>".repeat(14_000))),
    HTML_TABLES(Ending.READ, () -> text("TANGGAL;ADUAN\n1/2/2024;" + "<table><td><font>".repeat(11_000))),
    LARGEST_ROWS_THAT_ARE_TAKEN(Ending.READ, HostileFile::largest);

    /** What may come of it. */
    public enum Ending {
        /** It is no table, which its first bytes tell. */
        NO_TABLE,
        /** Its rows are read, whatever is said of them. */
        READ,
        /** Its reader says why not. */
        REFUSED,
        /** Its reader dies. */
        ENDED,
        /** As it may be: by the time and the memory that the reader has. */
        ANY
    }

    private static final String HEADING = row(1, words("TANGGAL"), words("ADUAN"));
    private static final Charset UTF_8 = StandardCharsets.UTF_8;

    private final Ending ending;

    @SuppressWarnings("ImmutableEnumChecker") // it makes the same whenever it is asked
    private final Supplier<byte[]> content;

    HostileFile(Ending ending, Supplier<byte[]> content) {
        this.ending = ending;
        this.content = content;
    }

    public Ending ending() {
        return ending;
    }

    /** At most the ten megabytes that the door takes. */
    public byte[] content() {
        return content.get();
    }

    private static String row(int number, String... cells) {
        return "<row r=\"%d\">%s</row>".formatted(number, String.join("", cells));
    }

    private static String number(String digits) {
        return "<c><v>" + digits + "</v></c>";
    }

    private static String words(String words) {
        return "<c t=\"inlineStr\"><is><t>" + words + "</t></is></c>";
    }

    private static String shared(int index) {
        return "<c t=\"s\"><v>" + index + "</v></c>";
    }

    private static String numbered(int count, String pattern) {
        return IntStream.range(0, count).mapToObj(pattern::formatted).collect(Collectors.joining(" "));
    }

    private static String laughs() {
        return IntStream.range('b', 'k')
                .mapToObj(c -> "<!ENTITY %c \"%s\">".formatted(c, ("&" + (char) (c - 1) + ";").repeat(10)))
                .collect(Collectors.joining("", "<!DOCTYPE x [<!ENTITY a \"haha\">", "]>"));
    }

    private static byte[] sheet(String rows) {
        return workbook("", rows);
    }

    private static byte[] workbook(String before, String rows) {
        return new Parts().book(1).sheet(1, before, HEADING + rows, 0).end();
    }

    /** Goes on for so many bytes, which pack to a thousandth. */
    private static byte[] sheet(String rows, int more) {
        return new Parts().book(1).sheet(1, "", HEADING + rows, more).end();
    }

    private static byte[] sheets(int count, String rows) {
        var parts = new Parts().book(count);
        IntStream.rangeClosed(1, count).forEach(n -> parts.sheet(n, "", HEADING + rows, 0));
        return parts.end();
    }

    private static byte[] parts(int count) {
        var parts = new Parts();
        IntStream.range(0, count).forEach(n -> parts.part("p" + n, "", 0, ""));
        return parts.end();
    }

    private static byte[] shared(int count, int length, String rows) {
        var words = "<si><t>" + "a".repeat(length) + "</t></si>";
        return new Parts()
                .book(1)
                .part("xl/sharedStrings.xml", "<sst>" + words.repeat(count) + "</sst>", 0, "")
                .sheet(1, "", HEADING + rows, 0)
                .end();
    }

    /** As an office's program left them behind four years' complaints: forty columns, formatted down to the bottom. */
    private static byte[] formatted() {
        var cells = IntStream.range(0, 26)
                .mapToObj(n -> "<c r=\"%c%%1$d\" s=\"1\"/>".formatted('A' + n))
                .collect(
                        Collectors.joining("", "<row r=\"%1$d\" spans=\"1:26\" s=\"1\" customFormat=\"1\">", "</row>"));
        var rows = IntStream.range(2, 46_002).mapToObj(cells::formatted).collect(Collectors.joining());
        var parts = new Parts().book(4);
        IntStream.rangeClosed(1, 4).forEach(n -> parts.sheet(n, "", HEADING + rows, 0));
        return parts.end();
    }

    /** Two hundred in a batch, of which each is as long as any that is taken. */
    private static byte[] largest() {
        return gzip(text("TANGGAL;ADUAN;JAWABAN;DINAS;LINK ADUAN\n"
                + IntStream.range(0, 800)
                        .mapToObj(n -> "1/2/2024;%d%s;%s;%s;%s\n"
                                .formatted(
                                        n,
                                        "\uD83D\uDE00".repeat(9_990),
                                        "j".repeat(20_000),
                                        "d".repeat(800),
                                        "l".repeat(20_000)))
                        .collect(Collectors.joining())));
    }

    private static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] half(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static byte[] turned(byte[] whole) {
        for (int at = 40; at < whole.length; at += 7) {
            whole[at] ^= 0x55;
        }
        return whole;
    }

    private static byte[] gzip(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(out)) {
            packed.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] gzip(int length, char letter) {
        var out = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(out)) {
            packed.write(text("TANGGAL;ADUAN\n"));
            write(packed, length, letter);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void write(OutputStream out, int length, char letter) throws IOException {
        var some = text(String.valueOf(letter).repeat(Math.min(length, 1 << 16)));
        for (int left = length; left > 0; left -= some.length) {
            out.write(some, 0, Math.min(left, some.length));
        }
    }

    /** A workbook of parts that may hold anything. */
    private static final class Parts {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ZipOutputStream zip = new ZipOutputStream(out);

        Parts book(int sheets) {
            part("[Content_Types].xml", types(sheets), 0, "");
            part("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")), 0, "");
            part("xl/workbook.xml", book(IntStream.rangeClosed(1, sheets)), 0, "");
            return part("xl/_rels/workbook.xml.rels", relations(sheetRelations(sheets)), 0, "");
        }

        private static String types(int sheets) {
            var type =
                    "<Override PartName=\"/xl/%s.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml\"/>";
            return "<Types>" + type.formatted("workbook", "sheet.main")
                    + type.formatted("sharedStrings", "sharedStrings")
                    + IntStream.rangeClosed(1, sheets)
                            .mapToObj(n -> type.formatted("worksheets/sheet" + n, "worksheet"))
                            .collect(Collectors.joining())
                    + "</Types>";
        }

        private static String book(IntStream sheets) {
            return sheets.mapToObj("<sheet name=\"S%1$d\" sheetId=\"%1$d\" r:id=\"rId%1$d\"/>"::formatted)
                    .collect(Collectors.joining(
                            "",
                            "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>",
                            "</sheets></workbook>"));
        }

        private static String sheetRelations(int sheets) {
            return IntStream.rangeClosed(1, sheets)
                            .mapToObj(n -> relation(n, "worksheet", "worksheets/sheet" + n + ".xml"))
                            .collect(Collectors.joining())
                    + relation(sheets + 1, "sharedStrings", "sharedStrings.xml");
        }

        private static String relation(int id, String type, String target) {
            return "<Relationship Id=\"rId%d\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s\"/>"
                    .formatted(id, type, target);
        }

        private static String relations(String all) {
            return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + all
                    + "</Relationships>";
        }

        Parts sheet(int number, String before, String rows, int more) {
            return part(
                    "xl/worksheets/sheet" + number + ".xml",
                    before + "<worksheet><sheetData>" + rows,
                    more,
                    "</sheetData></worksheet>");
        }

        Parts part(String name, String content, int more, String end) {
            try {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(text(content));
                write(zip, more, 'a');
                zip.write(text(end));
                zip.closeEntry();
                return this;
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        byte[] end() {
            try {
                zip.close();
                return out.toByteArray();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }
}
