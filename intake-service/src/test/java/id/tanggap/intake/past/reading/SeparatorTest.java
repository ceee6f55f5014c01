package id.tanggap.intake.past.reading;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.intake.past.file.SheetRow;
import id.tanggap.intake.past.file.Spreadsheet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Text files as offices' programs write them, whatever stands above the table. */
class SeparatorTest {
    private static final List<String> HEADING = List.of("NO", "TANGGAL", "ADUAN", "DINAS", "JAWABAN");

    @Property(tries = 400)
    void isThatOfTheTable(
            @ForAll("separators") char separator,
            @ForAll("titles") List<String> titles,
            @ForAll("complaints") List<List<String>> complaints) {
        var table = Stream.concat(Stream.of(HEADING), complaints.stream())
                .map(row -> line(row, separator))
                .toList();
        var file = Stream.concat(titles.stream(), table.stream()).collect(Collectors.joining("\r\n"));

        assertThat(rows(file)).as(file).containsSubsequence(HEADING).containsAll(complaints);
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(',', ';', '\t', '|');
    }

    @Provide
    Arbitrary<List<String>> titles() {
        return Arbitraries.of(
                        "REKAP ADUAN JANUARI 2024",
                        "",
                        "PEMERINTAH KABUPATEN, DINAS KOMINFO",
                        "\"REKAP \"\"ADUAN\"\" 2024\"",
                        "Rekap \"aduan\" Januari",
                        "Dicetak: 5/1/2024; 10.00")
                .list()
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<List<String>>> complaints() {
        var words = Arbitraries.of(
                "Lampu mati, gelap, rawan",
                "Air keruh",
                "Jalan \"rusak\"; berlubang",
                "Sampah\nmenumpuk | bau",
                "Macet");
        var row = words.flatMap(text -> Arbitraries.of("", "Sudah, Pak", "Ditindaklanjuti; selesai")
                .map(answer -> List.of("1", "05/01/2024", text, "DPUPR", answer)));
        return row.list().ofMinSize(1).ofMaxSize(6);
    }

    private static String line(List<String> cells, char separator) {
        return cells.stream()
                .map(cell -> cell.matches("(?s).*[,;\t|\"\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
                .collect(Collectors.joining(String.valueOf(separator)));
    }

    @Test
    void isWhatTheFileSays() {
        assertThat(rows("sep=;\r\nTANGGAL;ADUAN, KELUHAN\r\n1/2/2024;Lampu, mati"))
                .containsExactly(List.of("TANGGAL", "ADUAN, KELUHAN"), List.of("1/2/2024", "Lampu, mati"));
        assertThat(rows("\uFEFF\"sep=|\"\nTANGGAL|ADUAN\n1/2/2024|Lampu"))
                .containsExactly(List.of("TANGGAL", "ADUAN"), List.of("1/2/2024", "Lampu"));
    }

    /** Its words have a comma each, and no quotes. */
    @Test
    void isNotWhatStandsInTheWords() {
        assertThat(rows("TANGGAL;ADUAN\n" + "1/2/2024;Lampu mati, di jalan, gelap\n".repeat(5)))
                .contains(List.of("TANGGAL", "ADUAN"));
        assertThat(rows("REKAP 2024\nTANGGAL;ADUAN;DINAS\n1/2/2024;Lampu" + ", mati".repeat(30) + ";DPUPR"))
                .contains(List.of("TANGGAL", "ADUAN", "DINAS"));
    }

    /** What is looked at ends within the words of some row, and wherever that is, the rows above tell. */
    @Property(tries = 100)
    void isFoundThoughTheWordsGoOnBehindWhatIsLookedAt(
            @ForAll("separators") char separator, @ForAll @IntRange(min = 200, max = 20_000) int letters) {
        var heading = List.of("NO", "TANGGAL", "ADUAN");
        var complaint = List.of("1", "05/01/2024", "Air, keruh; | \t ".repeat(letters / 15));
        var file = Stream.concat(Stream.of(heading), Collections.nCopies(200_000 / letters, complaint).stream())
                .map(row -> row.stream().collect(Collectors.joining("\"" + separator + "\"", "\"", "\"")))
                .collect(Collectors.joining("\n"));

        assertThat(rows(file)).startsWith(heading, complaint);
    }

    private static List<List<String>> rows(String file) {
        var rows = new ArrayList<List<String>>();
        Spreadsheet.read(file.getBytes(StandardCharsets.UTF_8), (SheetRow row) -> rows.add(row.cells()));
        return rows;
    }
}
