package id.tanggap.intake.past.owner;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.intake.past.file.SheetRow;
import id.tanggap.intake.past.owner.FileOwner.Another;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is asked about when its own columns tell another government, and never otherwise. */
class FileOwnerTest {
    private static final Governments INSTALLED = Governments.load(null);
    private static final Government SURAKARTA = requireNonNull(INSTALLED.find("surakarta"));
    private static final Government KARANGANYAR = requireNonNull(INSTALLED.find("karanganyar"));

    private static final List<String> SP4N = List.of(
            "Tracking ID",
            "Isi Laporan Awal",
            "Sumber Laporan",
            "Instansi Induk",
            "Instansi Terdisposisi",
            "Kota/Kabupaten",
            "Kecamatan",
            "Kelurahan");
    private static final List<String> SHEET = List.of("NO", "TANGGAL", "ADUAN", "DINAS", "JAWABAN");

    @ParameterizedTest
    @CsvSource({
        "Instansi Induk, Pemerintah Kabupaten Klaten, Kabupaten Klaten",
        "Instansi Terdisposisi, Dinas Kesehatan Pemkot Salatiga, Kota Salatiga",
        "Sumber Laporan, Website - Pemerintah Kabupaten Karanganyar, Kabupaten Karanganyar",
        "Kota/Kabupaten, Kab. Sukoharjo, Kabupaten Sukoharjo",
        "Kota/Kabupaten, Kabupaten Surakarta, Kabupaten Surakarta",
        "Kecamatan, Tawangmangu, Kabupaten Karanganyar",
        "Kecamatan, Kecamatan Klojen, ",
        "Kelurahan, Desa Gondangrejo Palsu, -",
        "Instansi Terdisposisi, Dinas Tata Kota dan Pertamanan, -",
        "Instansi Terdisposisi, Dinas Perhubungan, -"
    })
    void hearsWhoseARowIs(String column, String cell, @Nullable String place) {
        var asked = file(SP4N, List.of(Map.of(column, cell)));

        if ("-".equals(place)) {
            assertThat(asked).isNull();
        } else {
            assertThat(asked).isEqualTo(new Another(place, 1, 0, false));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Sumber Laporan, Website - Pemerintah Kota Surakarta",
        "Instansi Induk, PEMERINTAH KOTA SURAKARTA",
        "Instansi Terdisposisi, Kecamatan Laweyan Kota Surakarta",
        "Kota/Kabupaten, Surakarta",
        "Kecamatan, Kec. Jebres",
        "Kelurahan, Kelurahan Sondakan",
    })
    void knowsItsOwn(String column, String cell) {
        // Where the complaint lies is less than whose office has it, and one of ours outweighs what stands beside it.
        assertThat(file(SP4N, List.of(Map.of(column, cell), Map.of("Kota/Kabupaten", "Kabupaten Klaten"))))
                .isNull();
    }

    @Test
    void doesNotGuessFromTheWordsOfAComplaint() {
        var words = "Warga Kabupaten Karanganyar, Kecamatan Tawangmangu, mengadu ke Pemerintah Kabupaten Karanganyar.";

        assertThat(file(SP4N, List.of(Map.of("Isi Laporan Awal", words)))).isNull();
        assertThat(file(SHEET, List.of(Map.of("ADUAN", words, "JAWABAN", words))))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REKAP ADUAN JULI 2021 Pemerintah Kabupaten Karanganyar",
                "REKAP ADUAN KABUPATEN KARANGANYAR TAHUN 2024",
                "PEMKAB KARANGANYAR"
            })
    void readsTheTitle(String title) {
        var owner = new FileOwner(SURAKARTA, INSTALLED.all());
        owner.see(new SheetRow("Juli", 1, List.of(title, "", "")));
        owner.see(new SheetRow("Juli", 2, SHEET));
        owner.see(new SheetRow("Juli", 3, List.of("1", "5/7/2021", "Lampu mati", "Dinas Perhubungan", "")));

        // That an office of this name is here as well does not speak against it.
        assertThat(owner.another()).isEqualTo(new Another("Kabupaten Karanganyar", 0, 1, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REKAP ADUAN PEMERINTAH KOTA SURAKARTA",
                "Rekap aduan Kota Surakarta, tembusan Pemerintah Kabupaten Karanganyar",
                "REKAP ADUAN DINAS TATA KOTA TAHUN 2024",
                "REKAP ADUAN JANUARI 2024"
            })
    void isNotMisledByATitle(String title) {
        var owner = new FileOwner(SURAKARTA, INSTALLED.all());
        owner.see(new SheetRow(null, 1, List.of(title)));
        owner.see(new SheetRow(null, 2, SHEET));
        owner.see(new SheetRow(null, 3, List.of("1", "5/7/2021", "Lampu mati", "Dinas Perhubungan", "")));

        assertThat(owner.another()).isNull();
    }

    @Test
    void knowsTheNumbersOfAnInstallation() {
        var heading = List.of("NO", "NOMOR ADUAN", "TANGGAL", "ADUAN");

        assertThat(file(heading, List.of(Map.of("NOMOR ADUAN", "KRA-2026-000017"))))
                .isEqualTo(new Another("Kabupaten Karanganyar", 1, 0, false));
        assertThat(file(heading, List.of(Map.of("NOMOR ADUAN", "SKA-2026-000017"))))
                .isNull();
        assertThat(file(heading, List.of(Map.of("NOMOR ADUAN", "SP4N-4711")))).isNull();
    }

    /** Citizens of a city complain about places around it, and officers mistype: most rows decide. */
    @Property(tries = 300)
    void neverAsksOfAnOwnFile(
            @ForAll("own") List<Map<String, String>> own,
            @ForAll("foreign") List<Map<String, String>> foreign,
            @ForAll @IntRange(max = 1000) int seed) {
        var rows = new ArrayList<>(own);
        rows.addAll(foreign.subList(0, Math.min(own.size(), foreign.size())));
        Collections.shuffle(rows, new Random(seed));

        assertThat(file(SP4N, rows)).isNull();
    }

    @Property(tries = 300)
    void asksOfAFileThatIsAnothers(
            @ForAll("own") List<Map<String, String>> own,
            @ForAll("foreign") List<Map<String, String>> foreign,
            @ForAll @IntRange(max = 1000) int seed) {
        var few = own.subList(0, Math.min(own.size(), foreign.size() - 1));
        var rows = new ArrayList<>(foreign);
        rows.addAll(few);
        Collections.shuffle(rows, new Random(seed));

        var asked = requireNonNull(file(SP4N, rows));
        assertThat(asked.place()).isEqualTo("Kabupaten Karanganyar");
        assertThat(asked.elsewhere()).isEqualTo(foreign.size());
        assertThat(asked.ours()).isEqualTo(few.size());
    }

    @Provide
    Arbitrary<List<Map<String, String>>> own() {
        return rows(SURAKARTA, "Kota Surakarta").list().ofMinSize(1).ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Map<String, String>>> foreign() {
        return rows(KARANGANYAR, "Kabupaten Karanganyar").list().ofMinSize(1).ofMaxSize(40);
    }

    private static Arbitrary<Map<String, String>> rows(Government government, String city) {
        var offices = government.agencies().stream()
                .flatMap(agency -> Stream.of(agency.name(), agency.shortName()))
                .toList();
        var districts =
                government.districts().stream().map(district -> district.name()).toList();
        return Arbitraries.of(offices)
                .flatMap(office -> Arbitraries.of(
                                Map.entry("Kecamatan", districts),
                                Map.entry("Kota/Kabupaten", List.of(city, city.toUpperCase(Locale.ROOT))),
                                Map.entry("Instansi Induk", List.of("Pemerintah " + city)),
                                Map.entry("Sumber Laporan", List.of("Website - Pemerintah " + city)))
                        .flatMap(column -> Arbitraries.of(column.getValue())
                                .map(cell -> Map.of("Instansi Terdisposisi", office, column.getKey(), cell))));
    }

    private static @Nullable Another file(List<String> heading, List<Map<String, String>> rows) {
        var owner = new FileOwner(SURAKARTA, INSTALLED.all());
        owner.see(new SheetRow(null, 1, heading));
        rows.forEach(row -> owner.see(new SheetRow(
                null,
                2,
                heading.stream().map(column -> row.getOrDefault(column, "")).toList())));
        return owner.another();
    }
}
