package id.tanggap.reporting.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.tanggap.contracts.event.ImportEvent.ImportedState;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.reporting.ComplaintStory;
import id.tanggap.reporting.ReportingResource;
import id.tanggap.reporting.facts.Feed;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ReportingResource.class)
class RecordResourceTest {
    private static final String RECORDS = "/api/reporting/v1/records/surakarta";
    private static final Duration A_DAY = Duration.ofDays(1);

    @Inject
    Feed feed;

    @Inject
    Pool pool;

    @BeforeEach
    void startsEmpty() {
        feed.forgetAll();
    }

    @Test
    void tellsOfAComplaintFromItsReceiptToItsAnswer() {
        var story = ComplaintStory.in("surakarta").saying("Jalan", "Berlubang", "Ditambal");
        feed.take(story.answered(Duration.ofDays(4)));

        records("?month=2026-10")
                .body("next", nullValue())
                .body("rows", hasSize(1))
                .body("rows[0].no", equalTo(1))
                .body("rows[0].number", equalTo(story.number()))
                .body("rows[0].text", equalTo("Jalan\nBerlubang"))
                .body("rows[0].agency", equalTo("dpupr"))
                .body("rows[0].answer", equalTo("Ditambal"))
                .body("rows[0].state", equalTo("ANSWERED"))
                .body("rows[0].lateness", equalTo("LATE"))
                .body("rows[0].lateBySeconds", equalTo(86_400))
                .body("rows[0].link", equalTo("https://aduan.example/lacak/?nomor=" + story.number()));
    }

    @ParameterizedTest
    @CsvSource({
        "agency=dlh, B",
        "agency=-, C",
        "category=-, B",
        "category=jalan-rusak, A C D E",
        "channel=WEB, B",
        "type=ORDINARY, A B C D E",
        "type=ASPIRATION, ''",
        "area=33.72.01, A B C D E",
        "area=33.72.01.1001, A B C D E",
        "area=33.72.0, ''",
        "state=OPEN, C D",
        "state=ANSWERED, A B",
        "state=ENDED, E",
        "lateness=ON_TIME, A",
        "lateness=LATE, B",
        "lateness=OVERDUE, D",
        "state=OPEN&agency=dpupr, D"
    })
    void asksForSomeOfThem(String query, String expected) {
        var numbers = fiveStories();

        var found = records("?month=2026-10&" + query).extract().jsonPath().<String>getList("rows.number");

        var names = found.stream().map(numbers::get).sorted().toList();
        assertThat(String.join(" ", names)).isEqualTo(expected);
    }

    @Test
    void tellsHowSatisfiedTheCitizenWasAndWhoseRecordItWas() {
        var story = ComplaintStory.in("surakarta");
        feed.take(story.answered(A_DAY));
        feed.take(List.of(story.surveyed(3, "Cepat."), story.another().imported(ImportedState.ENDED, null)));

        records("?month=2026-10")
                .body("rows.find { it.satisfaction }.satisfaction", equalTo(75.0f))
                .body("rows.find { it.satisfaction }.remark", equalTo("Cepat."))
                .body("rows.find { it.source }.source", equalTo("SP4N"))
                .body("rows.find { it.source }.link", nullValue())
                .body("rows.find { it.source }.state", equalTo("ENDED"));
    }

    @Test
    void goesThroughSeveralMonthsPageByPage() {
        var story = ComplaintStory.in("surakarta");
        var stories = IntStream.range(0, 25)
                // Pairs share their instant, so that pages have to be cut by id as well.
                .mapToObj(i -> story.another().receivedAt(story.receivedAt().plus(Duration.ofDays(2L * (i / 2)))))
                .toList();
        feed.take(stories.stream().map(ComplaintStory::received).toList());

        var rows = new ArrayList<Map<String, Object>>();
        @Nullable String next = null;
        do {
            var page = records("?month=2026-10&through=2026-11&limit=7" + (next == null ? "" : "&after=" + next))
                    .extract()
                    .jsonPath();
            rows.addAll(page.getList("rows"));
            next = page.getString("next");
        } while (next != null);

        assertThat(rows)
                .extracting(row -> row.get("no"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 25).boxed().toList());
        assertThat(rows)
                .extracting(row -> row.get("number"))
                .containsExactlyInAnyOrderElementsOf(
                        stories.stream().map(ComplaintStory::number).toList());
        records("?month=2026-11").body("rows.size()", lessThan(25));
    }

    @Test
    void tellsNoWordOfASecretComplaint() {
        var canary = "kenari" + System.nanoTime();
        var secret =
                ComplaintStory.in("surakarta").saying(canary, canary, canary).seenAs(Visibility.SECRET);
        // The answer before the receipt: nobody knows yet that it is secret.
        feed.take(List.of(secret.answeredAfter(A_DAY)));
        feed.take(List.of(secret.received(), secret.dispatched(), secret.clockStarted()));

        records("?month=2026-10").body(not(containsString(canary))).body("rows[0].text", equalTo("(rahasia)"));
        for (var audience : List.of("internal", "agency", "recap")) {
            assertThat(csv("head", "&audience=" + audience))
                    .doesNotContain(canary)
                    .contains("(rahasia)");
        }
        assertThat(csv("head", "&audience=public").lines()).hasSize(1);
    }

    /** As a newer version, or a source that tells no day of the answer, may leave the row. */
    @ParameterizedTest
    @CsvSource({"SECRET, true", "SECRET, false", "RESTRICTED, true", "RESTRICTED, false"})
    void tellsNoWordThatARowHoldsInSpiteOfItsVisibility(String visibility, boolean dated) {
        var canary = "kenari" + System.nanoTime();
        feed.take(ComplaintStory.in("surakarta").saying(canary, canary, canary).answered(A_DAY));
        pool.preparedQuery("update complaint_fact set visibility = $1, answered_at = case when $2 then answered_at end")
                .executeAndAwait(Tuple.of(visibility, dated));

        records("?month=2026-10").body("rows.size()", equalTo(1)).body(not(containsString(canary)));
        assertThat(csv("head", "&audience=internal")).doesNotContain(canary).contains("(rahasia)");
        assertThat(csv("head", "&audience=public").lines()).hasSize(1);
    }

    @Test
    void showsEachAudienceWhatItNeedsAndNoMore() {
        var story = ComplaintStory.in("surakarta").saying("Jalan", "Bu Tini terjatuh", "Sudah, Bu Tini");
        feed.take(story.answered(A_DAY));

        assertThat(csv("head", "&audience=internal")).contains(story.number(), "Bu Tini", "Jl. Pasar 1", "WhatsApp");
        assertThat(csv("head", "&audience=agency"))
                .contains(story.number(), "Bu Tini")
                .doesNotContain("WhatsApp");
        assertThat(csv("head", "&audience=public"))
                .contains("Dinas Pekerjaan Umum", "Tepat waktu", "-48,0")
                .doesNotContain(story.number())
                .doesNotContain("Tini")
                .doesNotContain("Jl. Pasar");
    }

    @Test
    void showsAnAgencysAdminTheOwnAgencyAlone() {
        fiveStories();
        var admin = Tokens.of("siti", "/surakarta/dlh", "agency-admin");

        for (var query : List.of("", "&agency=dpupr", "&audience=internal")) {
            given().auth()
                    .oauth2(admin)
                    .get(RECORDS + "?month=2026-10" + query)
                    .then()
                    .statusCode(200)
                    .body("rows.agency", contains("dlh"));
        }
        var file = given().auth()
                .oauth2(admin)
                .get(RECORDS + "?month=2026-10&format=csv&audience=internal")
                .asString();
        assertThat(file.lines()).hasSize(2);
        assertThat(file).contains("KETEPATAN").doesNotContain("KANAL");
        given().auth()
                .oauth2(Tokens.of("siti", "/surakarta", "agency-admin"))
                .get(RECORDS + "?month=2026-10")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "intake-officer, /surakarta, 200",
        "coordinator, /surakarta, 200",
        "analyst, /surakarta, 200",
        "archivist, /surakarta, 200",
        "auditor, /surakarta, 200",
        "division-staff, /surakarta/dlh/a, 403",
        "patron, /surakarta, 403",
        "head, /karanganyar, 404"
    })
    void opensToThoseWhoEvaluate(String role, String group, int status) {
        for (var format : List.of("json", "csv", "xlsx")) {
            given().auth()
                    .oauth2(Tokens.of("siti", group, role))
                    .get(RECORDS + "?month=2026-10&format=" + format)
                    .then()
                    .statusCode(status);
        }
        given().get(RECORDS + "?month=2026-10").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "month, 2026-13",
        "month, oktober",
        "through, 2026",
        "limit, 0",
        "limit, 501",
        "after, xyz",
        "after, 5.abc",
        "after, -1.AAAA",
        "format, pdf",
        "state, DONE",
        "type, LAIN",
        "lateness, MAYBE",
        "audience, everybody",
        "notInVersion, 0"
    })
    void namesAMalformedParameter(String name, String value) {
        given().auth()
                .oauth2(head())
                .queryParam("month", name.equals("month") ? value : "2026-10")
                .queryParams(name.equals("month") ? Map.of() : Map.of(name, value))
                .get(RECORDS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains(name));
    }

    @Test
    void isAWorkbookThatASecondLibraryOpens() throws IOException {
        var story = ComplaintStory.in("surakarta")
                .saying(null, "=HYPERLINK(\"http://jahat\")\u0001", "+62 sudah")
                .receivedAt("2026-10-31T16:30:00Z");
        feed.take(story.answered(Duration.ofHours(1)));

        var file = given().auth().oauth2(head()).get(RECORDS + "?month=2026-10&format=xlsx&audience=recap");

        assertThat(file.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"aduan-surakarta-2026-10.xlsx\"");
        try (var workbook = new ReadableWorkbook(file.asInputStream())) {
            var rows = workbook.getFirstSheet().read();
            assertThat(texts(rows.getFirst()))
                    .containsExactly(
                            "NO",
                            "TANGGAL",
                            "ADUAN",
                            "DINAS",
                            "TANGGAL JAWABAN",
                            "JAWABAN",
                            "SOSIAL MEDIA",
                            "LINK ADUAN",
                            "NOMOR ADUAN",
                            "SIFAT");
            var row = rows.get(1);
            assertThat(row.getCellAsNumber(0))
                    .hasValueSatisfying(no -> assertThat(no.intValue()).isOne());
            assertThat(row.getCellAsDate(1)).contains(LocalDateTime.of(2026, 10, 31, 23, 30));
            assertThat(row.getCell(2).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCellText(2)).isEqualTo("=HYPERLINK(\"http://jahat\")");
            assertThat(row.getCellText(5)).isEqualTo("+62 sudah");
        }
    }

    @Test
    void isAWorkbookOfManyChunks() throws IOException {
        feed.take(IntStream.range(0, 1203)
                .mapToObj(_ -> ComplaintStory.in("surakarta").received())
                .toList());

        var file = given().auth().oauth2(head()).get(RECORDS + "?month=2026-10&format=xlsx");

        try (var workbook = new ReadableWorkbook(file.asInputStream())) {
            assertThat(workbook.getFirstSheet().read()).hasSize(1204);
        }
    }

    private Map<String, String> fiveStories() {
        var story = ComplaintStory.in("surakarta");
        var a = story.another();
        feed.take(a.answered(A_DAY));
        var b = story.another().about(null, Channel.WEB, "dlh");
        feed.take(b.answered(Duration.ofDays(5)));
        var c = story.another();
        feed.take(List.of(c.received()));
        var d = story.another();
        feed.take(d.open());
        feed.take(List.of(d.deadlineMissed()));
        var e = story.another();
        feed.take(List.of(e.received(), e.dispatched(), e.withdrawn()));
        return Map.of(a.number(), "A", b.number(), "B", c.number(), "C", d.number(), "D", e.number(), "E");
    }

    private static List<String> texts(Row row) {
        return row.stream().map(cell -> cell.getText()).toList();
    }

    private static String csv(String role, String query) {
        return given().auth()
                .oauth2(Tokens.of("siti", "/surakarta", role))
                .get(RECORDS + "?month=2026-10&format=csv" + query)
                .asString();
    }

    private static ValidatableResponse records(String query) {
        return given().auth().oauth2(head()).get(RECORDS + query).then().statusCode(200);
    }

    private static String head() {
        return Tokens.of("siti", "/surakarta", "head");
    }
}
