package id.tanggap.bench.routing;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.governments.Governments;
import id.tanggap.learning.Example;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TownTest {
    private static final String MAWAR = "Mawar, Bunga, Kota Surabaya";

    @SuppressWarnings("NullAway.Init")
    private Town town;

    @BeforeEach
    void move() throws IOException {
        var home = Objects.requireNonNull(Governments.load(null).find("surakarta"));
        var places = List.of(of("Dinas Sosial", null, MAWAR), of("Dinas Sosial", null, "Bunga, Kota Surabaya"));
        town = new Town(home, Duties.read(), places);
    }

    @Test
    void hasAnOfficeForEachDistrictOfTheFile() {
        assertThat(town.agency(of("Kelurahan Mawar", null, MAWAR))).isEqualTo("kec-33.72.01");
        assertThat(town.agency(of("Kecamatan Bunga", null, null))).isEqualTo("kec-33.72.01");
        assertThat(town.government().districts()).hasSize(1);
        assertThat(town.government().agency("kec-jebres")).isNull();
        assertThat(Objects.requireNonNull(town.government().districtOffice("33.72.01.1001"))
                        .id())
                .isEqualTo("kec-33.72.01");
    }

    @Test
    void translatesWhatHasTheSameDuty() {
        var culture = "Dinas Kebudayaan Kepemudaan dan Olah Raga serta Pariwisata";

        assertThat(town.agency(of("Dinas Sosial", null, MAWAR))).isEqualTo("dinsos");
        assertThat(town.agency(of(culture, "Stadion GBT", MAWAR))).isEqualTo("dispora");
        assertThat(town.agency(of(culture, "Pelayanan Cagar Budaya", MAWAR))).isEqualTo("disbudpar");
        assertThat(town.agency(of(culture, null, MAWAR))).isNull();
        assertThat(town.confirmed(of("Dinas Ternak", null, MAWAR))).isNull();
    }

    @Test
    void everyDutyIsSomebodys() throws IOException {
        assertThat(Duties.read().all()).allMatch(id -> town.government().agency(id) != null);
    }

    @Test
    void asksWithTheCategoryAndThePlace() {
        var lamp = of("Dinas Perhubungan", "PJU", MAWAR);

        assertThat(town.complaint(lamp, true).category()).isEqualTo("penerangan-jalan");
        assertThat(town.complaint(lamp, false).category()).isNull();
        assertThat(town.complaint(lamp, false).region()).isEqualTo("33.72.01.1001");
        assertThat(town.complaint(of("Dinas Perhubungan", null, "Bunga, Kota Surabaya"), false)
                        .region())
                .isEqualTo("33.72.01");
    }

    private static Decision of(String agency, @Nullable String category, @Nullable String place) {
        return new Decision(new Example("1", "Lampu padam", place, agency), category, InventedDecisions.FIRST, 1);
    }
}
