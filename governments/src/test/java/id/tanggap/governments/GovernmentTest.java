package id.tanggap.governments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.tanggap.governments.agency.Division;
import id.tanggap.governments.calendar.Holiday;
import id.tanggap.governments.place.Region;
import id.tanggap.governments.routing.Route;
import id.tanggap.governments.routing.RoutingRule.Measured;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GovernmentTest {

    private final Government gerbang = Objects.requireNonNull(
            Governments.load(ImaginedGovernment.original()).find("gerbang"));

    @Test
    void isLoadedThoughTheCodeNeverHeardOfIt() {
        assertThat(gerbang.name()).isEqualTo("Pemerintah Kabupaten Gerbang Timur");
        assertThat(gerbang.calendar().zone()).isEqualTo(ZoneId.of("Asia/Jayapura"));
        assertThat(gerbang.sop().promise().standard().text()).isEqualTo("6 hari kerja");
        assertThat(gerbang.calendar().holidays())
                .extracting(Holiday::name)
                .containsExactly("Hari Jadi Gerbang", "Hari Kemerdekaan");
    }

    @Test
    void knowsItsLetterhead() {
        assertThat(gerbang.letterhead())
                .isEqualTo(new Letterhead(
                        "Dinas Kominfo", "Jalan Dermaga 1, Muara", List.of(), "Muara", "Sekretaris Daerah"));
    }

    @Test
    void knowsTheDivisionsOfAnAgency() {
        var works = Objects.requireNonNull(gerbang.agency("pu"));
        assertThat(works.divisions()).extracting(Division::name).containsExactly("Bidang Jalan", "Seksi Jembatan");
        assertThat(works.division("jembatan")).isEqualTo(new Division("jembatan", "Seksi Jembatan", "jalan"));
        assertThat(works.division("laut")).isNull();
        assertThat(gerbang.defaultAgency().divisions()).isEmpty();
    }

    @Test
    void knowsWhatASatisfactionIndexMeantInAMonth() {
        assertThat(grade(90, "2026-06-01")).isEqualTo("A");
        assertThat(grade(89.99, "2026-06-01")).isEqualTo("B");
        assertThat(grade(80.5, "2026-07-01")).isEqualTo("A");
        assertThat(grade(80.49, "2026-07-01")).isEqualTo("B");
        assertThat(grade(59.99, "2026-07-01")).isNull();
        assertThat(grade(100, "2025-12-01")).isNull();
    }

    private @Nullable String grade(double index, String month) {
        var grade = gerbang.satisfactionGrade(index, LocalDate.parse(month));
        return grade == null ? null : grade.id();
    }

    @Test
    void findsRegionsByCode() {
        assertThat(gerbang.region("99.01.02.2002")).extracting(Region::name).isEqualTo("Muara");
        assertThat(gerbang.district("99.01.02.2002")).extracting(Region::name).isEqualTo("Hilir");
        assertThat(gerbang.district("99.01.02")).extracting(Region::name).isEqualTo("Hilir");
        assertThat(gerbang.region("99.02.01")).isNull();
    }

    @Test
    void takesTheFirstThatWasChosen() {
        assertThat(rule("jalan", "", "99.01.02.2002")).isEqualTo("muara");
        assertThat(rule("jalan", "sertifikat tanah", "99.01.02.2001")).isEqualTo("jalan");
        assertThat(rule("jalan", "", null)).isEqualTo("jalan");
        assertThat(rule(null, "", null)).isEqualTo("bawaan");
        assertThat(rule("unheard-of", "", null)).isEqualTo("bawaan");
    }

    @Test
    void matchesWholeWordsWhateverTheirCase() {
        assertThat(rule(null, "Kantor BPN, tutup!", null)).isEqualTo("tanah");
        assertThat(rule(null, "sertifikat\n (tanah) saya", null)).isEqualTo("tanah");
        assertThat(rule(null, "Sertifikat tanahnya hilang", null)).isEqualTo("tanah");
        assertThat(rule(null, "bpnt belum turun", null)).isEqualTo("bawaan");
        assertThat(rule(null, "sertifikat sebidang tanah", null)).isEqualTo("bawaan");
    }

    @Test
    void weighsTheWordsOfTheMatter() {
        assertThat(rule(null, "Sertifikat tanah hilang di rumah sakit dan rsud", null))
                .isEqualTo("rumah-sakit");
        // Of equals the earlier.
        assertThat(rule(null, "Rumah sakit minta sertifikat tanah", null)).isEqualTo("tanah");
        // A phrase inside a longer one says nothing more.
        assertThat(routes("Sertifikat tanah bpn, rumah sakit"))
                .extracting(route -> route.rule().id(), Route::words)
                .containsExactly(
                        tuple("tanah", List.of("sertifikat tanah", "bpn")),
                        tuple("rumah-sakit", List.of("rumah sakit")));
    }

    @Test
    void countsWordsOfTheSceneWhenThereAreNoneOfTheMatter() {
        assertThat(routes("Parkir di halaman rumah sakit sampai ke dermaga dan pelabuhan"))
                .extracting(route -> route.rule().id(), Route::certain)
                .containsExactly(tuple("rumah-sakit", true));
        assertThat(routes("Di dermaga dan pelabuhan gelap sekali"))
                .extracting(route -> route.rule().id(), Route::certain)
                .containsExactly(tuple("dermaga", false));
    }

    @Test
    void saysWhichWordsSpeakForTheAgency() {
        assertThat(routes("Kantor BPN tutup, sertifikat tanah tertahan")
                        .getFirst()
                        .reason())
                .isEqualTo("Sertifikat diurus BPN: kata \"sertifikat tanah\", \"bpn\"");
        assertThat(gerbang.routes("ORDINARY", "jalan", "", null).getFirst().reason())
                .isEqualTo("Jalan diurus PU");
    }

    @Test
    void remembersHowOftenItsWordsWereRight() {
        assertThat(Objects.requireNonNull(gerbang.rule("tanah")).measured())
                .isEqualTo(new Measured(0.95, 120, "aduan uji"));
        assertThat(Objects.requireNonNull(gerbang.rule("rumah-sakit")).measured())
                .isNull();
    }

    @Test
    void asksTheDistrictOfficeOfThePlace() {
        assertThat(agency("wilayah", "", "99.01.01.2002")).isEqualTo("kec-hulu");
        assertThat(agency("wilayah", "", "99.01.02")).isEqualTo("kec-hilir");
        assertThat(agency("wilayah", "di desa Muara", null)).isEqualTo("kec-hilir");
        assertThat(agency("wilayah", "di Kec. Hulu", "88.01.01")).isEqualTo("kec-hulu");
    }

    @Test
    void passesOnWhenThePlaceIsUnknownOrAmbiguous() {
        assertThat(agency("wilayah", "", null)).isEqualTo("kominfo");
        assertThat(agency("wilayah", "di desa Sumber", null)).isEqualTo("kominfo");
        assertThat(agency("wilayah", "dari desa Muara ke kelurahan Mangga", null))
                .isEqualTo("kominfo");
        assertThat(agency("wilayah", "buah mangga", null)).isEqualTo("kominfo");
    }

    private List<Route> routes(String text) {
        return gerbang.routes("ORDINARY", null, text, null);
    }

    private String rule(@Nullable String category, String text, @Nullable String region) {
        return gerbang.routes("ORDINARY", category, text, region)
                .getFirst()
                .rule()
                .id();
    }

    private String agency(@Nullable String category, String text, @Nullable String region) {
        return gerbang.routes("ORDINARY", category, text, region)
                .getFirst()
                .agency()
                .id();
    }
}
