package id.tanggap.reporting.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import id.tanggap.contracts.Channel;
import id.tanggap.reporting.ComplaintStory;
import id.tanggap.reporting.ReportingResource;
import id.tanggap.reporting.SettableTime;
import id.tanggap.reporting.Told;
import id.tanggap.reporting.facts.Feed;
import id.tanggap.reporting.recap.CompiledRecaps;
import id.tanggap.reporting.recap.CompiledRecaps.CompiledRecap;
import id.tanggap.reporting.recap.Loop;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ReportingResource.class)
class DocumentTest {
    private static final Logger LOG = Logger.getLogger(DocumentTest.class);
    private static final String RECAP = "/api/reporting/v1/recaps/surakarta/2026-10";
    private static final String PDF = RECAP + "/versions/1/documents/pdf";

    @Inject
    Feed feed;

    @Inject
    SettableTime time;

    @Inject
    Loop loop;

    @Inject
    Documents documents;

    @Inject
    CompiledRecaps recaps;

    @BeforeEach
    void startsEmpty() {
        feed.forgetAll();
        time.set("2026-11-02T02:00:00Z");
    }

    @Test
    void isAnOfficialReport() throws IOException {
        feed.take(someStories(40));
        loop.look();
        as("analyst")
                .body(Map.of("version", 1, "text", "Jalan rusak mendominasi.\nPerlu koordinasi DPUPR."))
                .post(RECAP + "/evaluation")
                .then()
                .statusCode(200);
        as("head")
                .body(Map.of("version", 1, "again", false))
                .post(RECAP + "/decision")
                .then()
                .statusCode(200);
        as("head")
                .body(Map.of("version", 1, "text", "Tindak lanjuti titik rawan."))
                .post(RECAP + "/disposition")
                .then()
                .statusCode(200);

        try (var pdf = made("sedang")) {
            var text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains("PEMERINTAH KOTA SURAKARTA")
                    .contains("LAPORAN REKAPITULASI ADUAN WARGA")
                    .contains("BULAN OKTOBER 2026")
                    .contains("Nomor: ……")
                    .contains("SP.03.01.CFM.03.SOP.BID_Egov/2")
                    .contains("diterima 40 aduan")
                    .contains("Dinas Pekerjaan Umum dan Penataan Ruang")
                    .contains("Jalan rusak mendominasi.")
                    .contains("Tindak lanjuti titik rawan.")
                    .contains("Kepala Dinas Komunikasi, Informatika, Statistik")
                    .contains("Halaman 1 dari " + pdf.getNumberOfPages())
                    .doesNotContain("Jalan di depan pasar berlubang");
            for (var group : root().split("(?<=\\G.{8})")) {
                assertThat(text).contains(group);
            }
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("id");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot()).isNotNull();
            assertThat(pdf.getDocumentInformation().getTitle())
                    .startsWith("Laporan Rekapitulasi Aduan Warga Oktober 2026");
        }
    }

    @Test
    void listsFifteenHundredComplaintsWithoutDelay() throws IOException {
        feed.take(someStories(1500));
        loop.look();
        made("banyak").close();
        var recap = recap();

        var began = System.nanoTime();
        var bytes = documents.render(recap);
        var millis = (System.nanoTime() - began) / 1_000_000;

        try (var pdf = Loader.loadPDF(bytes)) {
            LOG.infof(
                    "1,500 complaints: %d pages, %d kB in %d ms", pdf.getNumberOfPages(), bytes.length / 1024, millis);
            assertThat(pdf.getNumberOfPages()).isBetween(25, 90);
            assertThat(new PDFTextStripper().getText(pdf)).contains("1.500");
            assertThat(millis).isLessThan(20_000);
        }
    }

    @Test
    void saysSoWhenNothingCameIn() throws IOException {
        as("coordinator").post(RECAP + "/versions").then().statusCode(202);
        loop.look();

        try (var pdf = made("kosong")) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("diterima 0 aduan")
                    .contains("Tidak ada aduan yang diterima pada bulan ini.");
        }
    }

    @Test
    void marksAMonthThatIsNotOver() throws IOException {
        time.set("2026-10-20T02:00:00Z");
        feed.take(someStories(5));
        as("coordinator").post(RECAP + "/versions").then().statusCode(202);
        loop.look();

        try (var pdf = made("sementara")) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("SEMENTARA: bulan ini belum berakhir.");
        }
    }

    @Test
    void isMadeOnceAndAnewWhenSomethingWasDoneSince() throws IOException {
        feed.take(someStories(3));
        loop.look();
        as("head").get(PDF).then().statusCode(200).body("state", equalTo("NONE"));
        as("head").get(PDF + "/file").then().statusCode(404).contentType("application/problem+json");
        made("satu").close();
        as("head")
                .post(PDF)
                .then()
                .statusCode(202)
                .body("state", equalTo("READY"))
                .body("outdated", equalTo(false));

        as("analyst")
                .body(Map.of("version", 1, "text", "Baik."))
                .post(RECAP + "/evaluation")
                .then()
                .statusCode(200);
        as("head").get(PDF).then().body("state", equalTo("READY")).body("outdated", equalTo(true));
        made("dua").close();

        assertThat(feed.query("select deeds from recap_document")).hasSize(2);
        assertThatThrownBy(() -> feed.update("update recap_document set bytes = ''"))
                .rootCause()
                .hasMessageContaining("recap");
        assertThatThrownBy(() -> feed.update("delete from recap_document"))
                .rootCause()
                .hasMessageContaining("recap");
    }

    @Test
    void isTakenUpAgainAfterACrash() {
        feed.take(someStories(3));
        loop.look();
        feed.update("""
                insert into recap_document (recap_id, version, deeds, state, requested_at)
                select id, 1, (select count(*) from recap_deed where recap_id = id), 'MAKING', now()
                from monthly_recap where government = 'surakarta'
                """);

        documents.takeUp();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as("head").get(PDF).then().body("state", equalTo("READY")));
    }

    @Test
    void isGivenUpWhenItBroughtTheServiceDownTwice() {
        feed.take(someStories(3));
        loop.look();
        feed.update("""
                insert into recap_document (recap_id, version, deeds, state, requested_at, attempts)
                select id, 1, (select count(*) from recap_deed where recap_id = id), 'MAKING', now(), 2
                from monthly_recap where government = 'surakarta'
                """);

        documents.takeUp();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as("head").get(PDF).then().body("state", equalTo("FAILED")));
    }

    @Test
    void leavesOutAnAppendixThatNobodyWouldRead() throws IOException {
        var story = ComplaintStory.in("surakarta");
        feed.take(IntStream.rangeClosed(0, Documents.LONGEST_APPENDIX)
                .mapToObj(_ -> story.another().received())
                .toList());
        loop.look();

        try (var pdf = made("sangat-banyak")) {
            assertThat(pdf.getNumberOfPages()).isLessThan(8);
            assertThat(new PDFTextStripper().getText(pdf)).contains("memuat 2.001 aduan");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "coordinator, /surakarta, 200",
        "auditor, /surakarta, 200",
        "archivist, /surakarta, 200",
        "agency-admin, /surakarta/dishub, 403",
        "patron, /surakarta, 403",
        "head, /karanganyar, 404"
    })
    void opensToThoseWhoEvaluate(String role, String group, int status) {
        feed.take(someStories(1));
        loop.look();
        var caller = given().auth().oauth2(Tokens.of("siti", group, role));
        caller.get(PDF).then().statusCode(status);
        caller.post(PDF).then().statusCode(status == 200 ? 202 : status);
        given().auth()
                .oauth2(Tokens.of("siti", "/surakarta", "head"))
                .get(PDF.replace("/1/", "/9/"))
                .then()
                .statusCode(404);
    }

    private static List<Told> someStories(int count) {
        var story = ComplaintStory.in("surakarta");
        var agencies = List.of("dpupr", "dlh", "dishub", "disdukcapil", "dinkes");
        var categories = List.of("jalan-rusak", "sampah", "lalu-lintas", "penerangan-jalan");
        var told = new ArrayList<Told>();
        IntStream.range(0, count).forEach(i -> {
            var it = story.another()
                    .receivedAt(story.receivedAt().plus(Duration.ofMinutes(17L * i)))
                    .about(
                            i % 9 == 0 ? null : categories.get(i % categories.size()),
                            Channel.values()[i % 5],
                            agencies.get(i % agencies.size()));
            told.addAll(i % 6 == 0 ? it.open() : it.answered(Duration.ofHours(3 + i % 90)));
            told.add(it.stepMet("receive"));
            if (i % 7 == 0) {
                told.add(it.stepMissed("distribute"));
                told.add(it.redelegated("dlh", 1));
            }
            if (i % 13 == 0) {
                told.add(it.deadlineMissed());
            }
        });
        return told;
    }

    /** The report, once it is made; kept beside the other results of the build, to be looked at. */
    private static PDDocument made(String name) throws IOException {
        as("head").post(PDF).then().statusCode(202);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> as("head")
                        .get(PDF)
                        .then()
                        .body("state", equalTo("READY"))
                        .body("outdated", equalTo(false)));
        var file = as("head").get(PDF + "/file");
        assertThat(file.contentType()).isEqualTo("application/pdf");
        assertThat(file.header("Content-Disposition")).contains("rekap-surakarta-2026-10-v1.pdf");
        Files.createDirectories(Path.of("target/reports"));
        Files.write(Path.of("target/reports/" + name + ".pdf"), file.asByteArray());
        return Loader.loadPDF(file.asByteArray());
    }

    private CompiledRecap recap() {
        return Objects.requireNonNull(
                recaps.find("surakarta", YearMonth.of(2026, 10), 1).await().indefinitely());
    }

    private String root() {
        return recap().root().hex();
    }

    private static RequestSpecification as(String role) {
        return given().auth()
                .oauth2(Tokens.of("Siti " + role, "/surakarta", role))
                .contentType("application/json");
    }
}
