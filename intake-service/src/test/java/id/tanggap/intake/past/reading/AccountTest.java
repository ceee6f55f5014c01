package id.tanggap.intake.past.reading;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.governments.Governments;
import id.tanggap.intake.past.file.SheetRow;
import id.tanggap.intake.past.mapping.Remembered;
import id.tanggap.intake.vault.SealFixture;
import id.tanggap.masking.Masking;
import id.tanggap.masking.Surroundings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No row of a file vanishes: each becomes a complaint, is told as faulty, stood above already, or holds none. */
class AccountTest {
    private static final List<String> SHEET =
            List.of("NO", "TANGGAL", "ADUAN", "DINAS", "JAWABAN", "SOSIAL MEDIA", "LINK ADUAN");
    private static final Readers READERS = new Readers(
            Objects.requireNonNull(Governments.load(null).find("karanganyar")),
            LocalDate.of(2026, 11, 26),
            true,
            SealFixture.seal(),
            Remembered.NOTHING,
            Masking.in(Surroundings.UNKNOWN),
            _ -> Set.of());

    @Property(tries = 80)
    void isGivenOfEachRow(@ForAll("files") List<SheetRow> file) {
        var batches = read(file);

        assertThat(sum(batches, batch -> batch.count().rows())).isEqualTo(file.size());
        assertThat(sum(
                        batches,
                        batch -> batch.complaints().size()
                                + batch.count().repeated()
                                + batch.count().faulty()
                                + batch.count().empty()))
                .isEqualTo(file.size());
        var told = new HashSet<Integer>();
        batches.stream()
                .flatMap(batch -> batch.told().stream())
                .filter(it -> it.finding().fault())
                .forEach(it -> told.add(it.row()));
        assertThat(told).hasSize(sum(batches, batch -> batch.count().faulty()));
    }

    /** Sheets with a table, under titles, and one without. */
    @Provide
    Arbitrary<List<SheetRow>> files() {
        var title = Arbitraries.of(List.of("REKAP ADUAN"), List.of("", "", "Januari"));
        var table = Arbitraries.of("1", "")
                .flatMap(no -> Arbitraries.of("5/1/2024", "", "entah", "Jumlah")
                        .flatMap(day -> Arbitraries.of("Lampu mati", "Air keruh", "", "", "x".repeat(20_001))
                                .flatMap(words -> Arbitraries.of("DISKOMINFO", "", "-")
                                        .flatMap(agency -> Arbitraries.of("", "Sudah")
                                                .flatMap(answer -> Arbitraries.of("WA", "", "Merpati")
                                                        .map(way -> List.of(
                                                                no,
                                                                day,
                                                                words,
                                                                agency,
                                                                answer,
                                                                way,
                                                                way.isEmpty() ? "" : "x")))))));
        return Arbitraries.integers()
                .between(0, 3)
                .flatMap(above -> title.list().ofSize(above))
                .flatMap(titles -> table.list()
                        .ofMaxSize(130)
                        .map(rows -> Stream.of(
                                        numbered("Catatan", titles),
                                        numbered("Januari", concat(titles, List.of(SHEET), rows)),
                                        numbered("Februari", concat(rows, List.of(), titles)))
                                .flatMap(List::stream)
                                .filter(row -> row.cells().stream().anyMatch(cell -> !cell.isBlank()))
                                .toList()));
    }

    @SafeVarargs
    private static List<List<String>> concat(List<List<String>>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    private static List<SheetRow> numbered(String sheet, List<List<String>> rows) {
        var numbered = new ArrayList<SheetRow>();
        rows.forEach(cells -> numbered.add(new SheetRow(sheet, numbered.size() + 1, cells)));
        return numbered;
    }

    @ParameterizedTest
    @ValueSource(strings = {"1;5/1/2024;;;;WA;https://contoh.id/1", ";5/1/2024;;;;;", "1;;;;;WA;https://contoh.id/1"})
    void tellsOfARowWithoutWords(String row) {
        var told = read(numbered(
                "Januari",
                List.of(SHEET, List.of("1", "4/1/2024", "Macet", "", "", "WA"), List.of(row.split(";", -1)))));

        assertThat(told.getFirst().count().faulty()).isEqualTo(1);
        assertThat(told.getFirst().told())
                .filteredOn(it -> it.finding().fault())
                .extracting(it -> it.finding().column() + ": " + it.finding().reason())
                .containsExactly("ADUAN: Kosong.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JANUARI;;;;;;", ";;;;;Kepala Dinas;", "Jumlah;12;;3;;;", "7;;;;;;"})
    void seesThatARowStandsBesideTheTable(String row) {
        var told = read(numbered(
                "Januari",
                List.of(SHEET, List.of("1", "4/1/2024", "Macet", "", "", "WA"), List.of(row.split(";", -1)))));

        assertThat(told.getFirst().count().empty()).as("with the heading").isEqualTo(2);
        assertThat(told.getFirst().told()).isEmpty();
    }

    @Test
    void tellsOfASheetWhoseHeadingIsMisspelt() {
        var file =
                new ArrayList<>(numbered("Januari", List.of(SHEET, List.of("1", "4/1/2024", "Macet", "", "", "WA"))));
        file.addAll(numbered(
                "Februari",
                List.of(List.of("NO", "TANGAL", "ADUAN"), List.of("1", "4/2/2024", "Macet", "", "", "WA"))));

        var told = read(file).getFirst();

        assertThat(told.count().faulty()).isEqualTo(2);
        assertThat(told.told())
                .extracting(it -> it.finding().row().toString())
                .containsExactly("Februari!1", "Februari!2");
    }

    private static List<Batch> read(List<SheetRow> file) {
        var batches = new ArrayList<Batch>();
        PastReading.read(file::forEach, READERS, batches::add);
        return batches;
    }

    private static int sum(List<Batch> batches, ToIntFunction<Batch> number) {
        return batches.stream().mapToInt(number).sum();
    }
}
