package id.tanggap.governments;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.governments.agency.AgencyKind;
import id.tanggap.governments.calendar.CalendarData;
import id.tanggap.governments.calendar.CalendarData.Hours;
import id.tanggap.governments.calendar.Holiday;
import id.tanggap.governments.place.District;
import id.tanggap.governments.routing.Route;
import id.tanggap.governments.routing.RoutingRule;
import id.tanggap.governments.routing.RoutingRule.Destination.ToAgency;
import id.tanggap.governments.routing.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class GovernmentsTest {

    private static final Governments SHIPPED = Governments.load(null);

    @Test
    void loadsTheShippedGovernments() {
        assertThat(SHIPPED.all()).extracting(Government::id).containsExactly("surakarta", "karanganyar");
        assertThat(SHIPPED.find("nowhere")).isNull();
    }

    @Test
    void loadsTheSameFromTheFolderAsFromTheClasspath() {
        Governments folder = Governments.load(Path.of("").toAbsolutePath());

        for (Government government : SHIPPED.all()) {
            Government same = Objects.requireNonNull(folder.find(government.id()));
            assertThat(same.agencies()).isEqualTo(government.agencies());
            assertThat(same.rules()).isEqualTo(government.rules());
            assertThat(same.calendar()).isEqualTo(government.calendar());
        }
    }

    @ParameterizedTest
    @CsvSource({"surakarta,SKA,33.72,5,54,41,32,4", "karanganyar,KRA,33.13,17,177,44,24,3"})
    void holdsEveryRegionAndAgency(
            String id,
            String prefix,
            String code,
            int districts,
            int villages,
            int agencies,
            int opd,
            int enterprises) {
        Government government = shipped(id);

        assertThat(government.numberPrefix()).isEqualTo(prefix);
        assertThat(government.regionCode()).isEqualTo(code);
        assertThat(government.districts()).hasSize(districts);
        assertThat(government.districts()).flatMap(District::villages).hasSize(villages);
        assertThat(government.agencies()).hasSize(agencies);
        assertThat(kinds(government, AgencyKind.OPD)).isEqualTo(opd);
        assertThat(kinds(government, AgencyKind.REGIONAL_ENTERPRISE)).isEqualTo(enterprises);
        assertThat(kinds(government, AgencyKind.DISTRICT)).isEqualTo(districts);
        assertThat(government.defaultAgency().id()).isEqualTo("diskominfo");
    }

    @Test
    void tellsThePromiseOfEach() {
        assertThat(shipped("surakarta").sop().promise().standard().text()).isEqualTo("48 jam");
        assertThat(shipped("karanganyar").sop().promise().standard().text()).isEqualTo("3 hari kerja");
    }

    @ParameterizedTest
    @ValueSource(strings = {"surakarta", "karanganyar"})
    void opensForTheHoursThatThePresidentialRegulationSets(String id) {
        CalendarData calendar = shipped(id).calendar();

        assertThat(calendar.zone()).isEqualTo(ZoneId.of("Asia/Jakarta"));
        assertThat(net(calendar.week())).isEqualTo(Duration.ofMinutes(37 * 60 + 30));
        assertThat(net(calendar.seasons().getFirst().week())).isEqualTo(Duration.ofMinutes(32 * 60 + 30));
        assertThat(calendar.week())
                .containsOnlyKeys(
                        DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
        List<Hours> friday = Objects.requireNonNull(calendar.week().get(DayOfWeek.FRIDAY));
        assertThat(Duration.between(friday.get(0).to(), friday.get(1).from())).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void knowsTheHolidaysAndTheYearsWithoutDecree() {
        CalendarData calendar = shipped("surakarta").calendar();

        assertThat(calendar.holidays()).hasSize(100);
        assertThat(calendar.holidays())
                .filteredOn(holiday -> holiday.date().equals(LocalDate.of(2026, 3, 20)))
                .extracting(Holiday::type)
                .containsExactly(Holiday.Type.JOINT_LEAVE);
        assertThat(calendar.decreedYears()).containsExactlyInAnyOrder(2024, 2025, 2026);
    }

    @ParameterizedTest
    @ValueSource(strings = {"surakarta", "karanganyar"})
    void reachesAnAgencyByEveryCategoryAndFromEveryRule(String id) {
        Government government = shipped(id);

        for (Category category : government.categories()) {
            String place = government.districts().getLast().code();
            Route route = government
                    .routes("ORDINARY", category.id(), "tanpa kata yang dikenal", place)
                    .getFirst();
            if (!category.id().equals("lainnya")) {
                assertThat(route.rule().id()).as(category.id()).startsWith("kategori-");
            }
            assertThat(government.agency(route.agency().id())).isEqualTo(route.agency());
        }
        for (RoutingRule rule : government.rules()) {
            assertThat(rule.reason()).isNotBlank();
            assertThat(rule.when().words())
                    .allMatch(word -> Words.normalise(word).equals(word));
            assertThat(rule.when().scene())
                    .allMatch(word -> Words.normalise(word).equals(word));
        }
        assertThat(government.rules().getLast().to()).isEqualTo(new ToAgency(government.defaultAgency()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    surakarta   | Lampu jalan di gang kami padam              | dishub
                    surakarta   | PJU padam, jalan berlubang jadi berbahaya   | dishub
                    surakarta   | Jalan depan pasar berlubang dan dalam       | dpupr
                    surakarta   | Selokan mampet dan berbau                   | dpupr
                    surakarta   | Sampah menumpuk tiga hari                   | dlh
                    surakarta   | Mohon pohon besar dipangkas                 | dlh
                    surakarta   | Air PDAM tidak mengalir sejak pagi          | pdam
                    surakarta   | Antrean KTP-el lama sekali                  | disdukcapil
                    surakarta   | Pelayanan RSUD Bung Karno                   | rsud-bung-karno
                    surakarta   | Stadion kotor                               | dispora
                    surakarta   | Bantuan untuk UMKM kapan dibuka?            | diskopukm-perin
                    surakarta   | Loket kelurahan Manahan tutup lebih awal    | kec-banjarsari
                    surakarta   | Usul untuk kotaku tercinta                  | diskominfo
                    surakarta   | Pohon di halaman sekolah hampir tumbang     | dlh
                    surakarta   | Jalan depan parkiran Solo Safari berlubang  | dpupr
                    surakarta   | PJU padam di depan taman kota dan pasar     | dishub
                    karanganyar | Lampu jalan di gang kami padam              | dishub-pkp
                    karanganyar | Tumpukan sampah di tepi jalan               | dlh
                    karanganyar | Pupuk bersubsidi langka                     | dispertan-pp
                    karanganyar | Kepala desa Gaum sulit ditemui              | kec-tasikmadu
                    karanganyar | Daftar PAKLAY belum dibalas                 | disdukcapil
                    """)
    void sendsPlainWordsToTheAgencyInCharge(String government, String text, String agency) {
        assertThat(shipped(government)
                        .routes("ORDINARY", null, text, null)
                        .getFirst()
                        .agency()
                        .id())
                .isEqualTo(agency);
    }

    @Test
    void readsForeignLabelsAsCategories() {
        Government surakarta = shipped("surakarta");

        assertThat(surakarta.categoryLabelled("pju")).isEqualTo(surakarta.category("penerangan-jalan"));
        assertThat(surakarta.categoryLabelled("Jalan dan jembatan rusak")).isEqualTo(surakarta.category("jalan-rusak"));
        assertThat(surakarta.categoryLabelled("Surat Hijau")).isNull();
    }

    @Test
    void loadsFromInsideAJar(@TempDir Path directory) throws Exception {
        Path jar = directory.resolve("governments.jar");
        pack(jar, Path.of("target", "classes"));
        URL[] classpath = {
            jar.toUri().toURL(),
            Yaml.class.getProtectionDomain().getCodeSource().getLocation()
        };

        try (URLClassLoader loader = new URLClassLoader(classpath, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = loader.loadClass(Governments.class.getName());
            Object governments = type.getMethod("load", Path.class).invoke(null, (Object) null);

            assertThat(type.getMethod("all").invoke(governments)).hasToString("[surakarta, karanganyar]");
        }
    }

    private static void pack(Path jar, Path classes) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> paths = Files.walk(classes)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
                Files.copy(path, out);
                out.closeEntry();
            }
        }
    }

    private static Government shipped(String id) {
        return Objects.requireNonNull(SHIPPED.find(id));
    }

    private static long kinds(Government government, AgencyKind kind) {
        return government.agencies().stream()
                .filter(agency -> agency.kind() == kind)
                .count();
    }

    private static Duration net(Map<DayOfWeek, List<Hours>> week) {
        return week.values().stream()
                .flatMap(List::stream)
                .map(hours -> Duration.between(hours.from(), hours.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
