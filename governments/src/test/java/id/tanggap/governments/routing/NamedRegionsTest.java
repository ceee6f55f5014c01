package id.tanggap.governments.routing;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.governments.Category;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.governments.place.District;
import id.tanggap.governments.place.Region;
import id.tanggap.governments.place.Village;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NamedRegionsTest {
    private static final Set<String> CUES = Set.of("kelurahan", "Kel.", "desa", "ds.", "Lurah");

    static Stream<Arguments> villages() {
        return Governments.load(null).all().stream()
                .flatMap(government -> government.districts().stream()
                        .flatMap(district ->
                                district.villages().stream().map(it -> Arguments.of(government, district, it))));
    }

    @ParameterizedTest
    @MethodSource("villages")
    void findsEveryVillageThatIsCalledOne(Government government, District district, Village village) {
        assertThat(CUES).allSatisfy(cue -> {
            var text = "Lampu padam di " + cue + " " + village.name() + ", Kec. " + district.name() + " sejak kemarin";
            assertThat(government.regionsNamedIn(text)).containsExactly(village);
            assertThat(government.regionsNamedIn(text.toUpperCase(Locale.ROOT))).containsExactly(village);
            assertThat(government.regionsNamedIn(cue + " " + village.name())).contains(village);
        });
        assertThat(government.districtNamedIn("desa " + village.name() + " kecamatan " + district.name()))
                .isIn(district, null);
    }

    @ParameterizedTest
    @MethodSource("villages")
    void takesABareNameUnlessItIsAWordOfEveryDay(Government government, District district, Village village) {
        var bare = government.regionsNamedIn("Ada lubang besar, " + village.name() + " RT 2");
        var called = government.regionsNamedIn("Ada lubang besar, daerah " + village.name());

        assertThat(called).contains(village);
        assertThat(bare).isIn(List.of(), called);
    }

    @ParameterizedTest
    @MethodSource("villages")
    void takesNoStreetAndNoPersonForAPlace(Government government, District district, Village village) {
        assertThat(Stream.of("Jalan ", "Jl. ", "gang ", "Pak ", "Kabupaten "))
                .allSatisfy(before -> assertThat(government.regionsNamedIn("Lubang dekat " + before + village.name()))
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("villages")
    void findsEveryDistrictThatIsCalledOne(Government government, District district, Village village) {
        assertThat(government.regionsNamedIn("Macet di kecamatan " + district.name()))
                .containsExactly(district);
        assertThat(government.districtNamedIn("Macet di kec. " + district.name()))
                .isEqualTo(district);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        surakarta   | Lampu padam di Kelurahan Pajang                      | 33.72.01.1001
        surakarta   | Banjir daerah Laweyan                                | 33.72.01 33.72.01.1002
        surakarta   | Banjir di kelurahan Laweyan                          | 33.72.01.1002
        surakarta   | Banjir di kelurahan Jebres kecamatan Jebres          | 33.72.04.1010
        surakarta   | Sampah di mojo songo                                 | 33.72.04.1011
        surakarta   | Selokan di Pajang, Laweyan                           | 33.72.01.1001
        surakarta   | Warga kampung Sewu kebanjiran                        | 33.72.04.1005
        surakarta   | Uang sewu, sumber air mati, pohon jajar di bumi kita | -
        surakarta   | Pedagang di Pasar Kliwon                             | -
        surakarta   | Kecamatan Pasar Kliwon gelap                         | 33.72.03
        surakarta   | Lubang di Kerten, Sondakan, Manahan, dan Nusukan     | 33.72.01.1009
        surakarta   | Kel. Kerten, Kel. Sondakan, Kel. Tipes, Kel. Joglo   | 33.72.01.1009 33.72.01.1008 33.72.02.1004
        surakarta   | Kecamatan Pajang                                     | 33.72.01.1001
        karanganyar | ds. Gaum gelap                                       | 33.13.10.2004
        karanganyar | Di sepanjang jalan, pojok tugu, banyak waru          | -
        karanganyar | Warga Karanganyar mengeluh                           | -
        karanganyar | Desa Wonorejo Kec. Gondangrejo                       | 33.13.13.2001
        """)
    void tellsWhatIsLikely(String government, String text, String codes) {
        var found = shipped(government).regionsNamedIn(text).stream()
                .map(Region::code)
                .toList();

        assertThat(found).isEqualTo(codes == null ? List.of() : List.of(codes.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        Lampu jalan padam sejak kemarin                        | penerangan-jalan
        Parkir di depan sekolah                                | parkir sekolah
        Pohon tumbang menimpa tiang lampu                      | pohon penerangan-jalan
        Dugaan korupsi dana desa                               | -
        Mohon bantu                                            | -
        """)
    void tellsTheCategoriesThatWordsSpeakFor(String text, String categories) {
        var found = shipped("surakarta").categoriesNamedIn(text).stream()
                .map(Category::id)
                .toList();

        assertThat(found).isEqualTo(categories == null ? List.of() : List.of(categories.split(" ")));
    }

    private static Government shipped(String id) {
        return Objects.requireNonNull(Governments.load(null).find(id));
    }
}
