package id.tanggap.reporting.recap.loop;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.tanggap.contracts.event.ImportEvent.ImportedState;
import id.tanggap.contracts.wire.EventCodec;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.reporting.ComplaintStory;
import id.tanggap.reporting.ReportingResource;
import id.tanggap.reporting.facts.Feed;
import id.tanggap.reporting.recap.Loop;
import id.tanggap.testkit.EventBus;
import id.tanggap.testkit.SettableTime;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ReportingResource.class)
class RecapLoopTest {
    private static final String OCTOBER = "/api/reporting/v1/recaps/surakarta/2026-10";

    @Inject
    Feed feed;

    @Inject
    SettableTime time;

    @Inject
    Loop loop;

    @BeforeEach
    void startsEmpty() {
        feed.forgetAll();
        time.set("2026-11-02T02:00:00Z");
    }

    @Test
    void isCompiledByItselfWhenTheMonthEnds() {
        var story = ComplaintStory.in("surakarta");
        feed.take(story.answered(Duration.ofDays(1)));
        feed.take(story.another().receivedAt("2026-10-31T16:59:00Z").open());
        time.set("2026-10-31T16:59:59Z");
        var next = loop.look();
        assertThat(next).isEqualTo("2026-10-31T17:00:00Z");
        read("head").body("state", equalTo("RUNNING")).body("preliminary", equalTo(true));

        time.set("2026-10-31T17:00:01Z");
        loop.look();

        read("head")
                .body("state", equalTo("COMPILED"))
                .body("version", equalTo(1))
                .body("preliminary", equalTo(false))
                .body("asOf", equalTo("2026-10-31T17:00:01Z"))
                .body("figures.totals.received", equalTo(2))
                .body("versions.complaints", contains(2))
                .body("versions.by", contains(nullValue()))
                .body("deeds.kind", contains("MONTH_ENDED", "COMPILED"))
                .body("steps.id", contains("recap", "evaluate"))
                .body("lateArrivals", equalTo(0));
        assertThat(told(2)).containsExactly("recap.month-ended.v1", "recap.compiled.v1");
    }

    @Test
    void catchesUpOnMonthsThatEndedWhileItWasDown() {
        feed.take(ComplaintStory.in("surakarta")
                .receivedAt("2026-07-15T00:00:00Z")
                .open());
        time.set("2026-08-15T00:00:00Z");
        loop.look();
        time.set("2026-11-02T02:00:00Z");
        loop.look();
        loop.look();

        assertThat(feed.query("""
                select to_char(month, 'YYYY-MM') as month, state from monthly_recap
                where government = 'surakarta' order by month
                """))
                .extracting(row -> row.get("month"))
                .containsExactly("2026-07", "2026-08", "2026-09", "2026-10");
    }

    @Test
    void owesNoRecapOfATimeBeforeThePlatform() {
        feed.take(ComplaintStory.in("surakarta")
                .receivedAt("2026-11-01T02:00:00Z")
                .open());
        loop.look();
        assertThat(feed.query("select * from monthly_recap")).isEmpty();

        time.set("2026-12-01T02:00:00Z");
        loop.look();
        assertThat(feed.query("select government, month::text from monthly_recap"))
                .containsExactly(Map.of("government", "surakarta", "month", "2026-11-01"));
    }

    @Test
    void compilesAMonthOfLongAgoAloneWhenSomebodyAsksForIt() {
        feed.take(ComplaintStory.in("surakarta")
                .receivedAt("2024-03-05T02:00:00Z")
                .open());
        given().auth()
                .oauth2(token("coordinator"))
                .post("/api/reporting/v1/recaps/surakarta/2024-03/versions")
                .then()
                .statusCode(202);
        loop.look();
        loop.look();

        assertThat(feed.query("select month::text, state from monthly_recap"))
                .containsExactly(Map.of("month", "2024-03-01", "state", "COMPILED"));
    }

    @Test
    void owesNoRecapOfATimeOfWhichOnlyImportsTell() {
        var past = ComplaintStory.in("surakarta").receivedAt("2026-09-15T02:00:00Z");
        var story = ComplaintStory.in("surakarta").receivedAt("2026-10-05T02:00:00Z");
        feed.take(List.of(past.imported(ImportedState.OPEN, null)));
        months("").body("months.owed", contains(false)).body("months.imported", contains(1));

        feed.take(story.open());
        feed.take(List.of(story.another().imported(ImportedState.ENDED, null)));
        compile("coordinator", "2026-09").statusCode(202);
        loop.look();

        months("")
                .body("months.month", contains("2026-10", "2026-09"))
                .body("months.owed", contains(true, false))
                .body("months.received", contains(2, 1))
                .body("months.imported", contains(1, 1));
        read("head").body("owed", equalTo(true)).body("steps.id", contains("recap", "evaluate"));
        readOf("2026-09")
                .body("owed", equalTo(false))
                .body("state", equalTo("COMPILED"))
                .body("preliminary", equalTo(false))
                .body("steps", empty())
                .body("deeds.kind", contains("MONTH_ENDED", "COMPILED"));
        var recap = feed.id("select id from monthly_recap where month = '2026-09-01'");
        await().untilAsserted(() -> assertThat(EventBus.heard(Topics.RECAP, recap))
                .extracting(event -> EventCodec.wireName(event.getClass()))
                .containsExactly("recap.compiled.v1"));
    }

    @Test
    void misplacesNothingWhenMoreIsImportedIntoACompiledMonth() {
        var past = ComplaintStory.in("surakarta").receivedAt("2026-09-15T02:00:00Z");
        feed.take(List.of(past.imported(ImportedState.OPEN, null)));
        compile("coordinator", "2026-09").statusCode(202);
        loop.look();

        feed.take(List.of(past.another().imported(ImportedState.ENDED, null)));
        loop.look();

        readOf("2026-09")
                .body("lateArrivals", equalTo(1))
                .body("owed", equalTo(false))
                .body("steps", empty());
        // Taken back, all of it.
        feed.update("delete from complaint_fact");
        readOf("2026-09").body("owed", equalTo(false)).body("steps", empty());
        months("").body("months.month", contains("2026-09"));
    }

    @Test
    void goesThroughTheWholeLoop() {
        feed.take(ComplaintStory.in("surakarta").open());
        loop.look();
        read("analyst").body("acts", contains("COMPILE", "WRITE_EVALUATION"));
        read("head").body("acts", contains("WRITE_EVALUATION"));

        act("analyst", "evaluation", Map.of("version", 1, "text", "Banyak jalan rusak."))
                .statusCode(200);
        read("head").body("acts", contains("WRITE_EVALUATION", "DECIDE"));
        act("head", "decision", Map.of("version", 1, "again", true, "text", "Lengkapi jawaban DPUPR."))
                .statusCode(200)
                .body("state", equalTo("DUE"))
                .body("loops", equalTo(1))
                .body("acts", empty());

        compile("coordinator").statusCode(202).body("compiling", equalTo(true));
        compile("coordinator").statusCode(409).body("detail", equalTo("Rekap bulan ini sedang disusun."));
        loop.look();
        act("head", "decision", Map.of("version", 1, "again", false))
                .statusCode(409)
                .body("detail", equalTo("Rekap ini sudah disusun ulang; baca dahulu versi yang terbaru."));
        act("analyst", "evaluation", Map.of("version", 2, "text", "Sudah lengkap."))
                .statusCode(200);
        act("head", "decision", Map.of("version", 2, "again", false))
                .statusCode(200)
                .body("state", equalTo("EVALUATED"))
                .body("acts", contains("DISPOSE"));
        act("head", "disposition", Map.of("version", 2, "text", "Tindak lanjuti titik rawan."))
                .statusCode(200)
                .body("state", equalTo("DISPOSED"))
                .body("acts", empty());
        act("archivist", "archive", Map.of("version", 2))
                .statusCode(200)
                .body("state", equalTo("ARCHIVED"))
                .body("seal", notNullValue())
                .body("versions", hasSize(2))
                .body(
                        "deeds.kind",
                        contains(
                                "MONTH_ENDED",
                                "COMPILED",
                                "STEP_MISSED",
                                "EVALUATION_WRITTEN",
                                "RETURNED",
                                "COMPILED",
                                "EVALUATION_WRITTEN",
                                "EVALUATED",
                                "DISPOSED",
                                "ARCHIVED"))
                .body("deeds.by[8]", equalTo("Siti head"));
        read("head", "?version=1").body("version", equalTo(1)).body("figures.totals.received", equalTo(1));
        months("?state=ARCHIVED&words=TITIK RAWAN")
                .body("months.month", contains("2026-10"))
                .body(
                        "months[0].closed.seal",
                        equalTo(read("head", "").extract().path("seal")))
                .body("months[0].closed.by", equalTo("Siti archivist"));
        months("?state=ARCHIVED&words=titik_lawan").body("months", empty());
        months("?state=COMPILED").body("months", empty());
        assertThat(told(8))
                .containsExactly(
                        "recap.month-ended.v1",
                        "recap.compiled.v1",
                        "recap.deadline-missed.v1",
                        "recap.returned.v1",
                        "recap.compiled.v1",
                        "recap.evaluated.v1",
                        "recap.disposed.v1",
                        "recap.archived.v1");
    }

    /** By the SOP: rows 5 to 7 of Karanganyar, which Surakarta keeps as well. */
    @ParameterizedTest
    @CsvSource({
        "intake-officer, 202, 403, 403, 403, 403",
        "coordinator,    202, 403, 403, 403, 403",
        "analyst,        202, 409, 403, 403, 403",
        "head,           403, 409, 409, 409, 403",
        "archivist,      403, 403, 403, 403, 409",
        "auditor,        403, 403, 403, 403, 403",
        "agency-admin,   403, 403, 403, 403, 403",
        "patron,         403, 403, 403, 403, 403"
    })
    void leavesEachActToItsRole(String role, int compile, int evaluation, int decision, int disposition, int archive) {
        // Nothing is compiled: who may act is told that it is too early, who may not is not.
        compile(role).statusCode(compile);
        act(role, "evaluation", Map.of("version", 1, "text", "Baik.")).statusCode(evaluation);
        act(role, "decision", Map.of("version", 1, "again", false)).statusCode(decision);
        act(role, "disposition", Map.of("version", 1, "text", "Arsipkan.")).statusCode(disposition);
        act(role, "archive", Map.of("version", 1)).statusCode(archive);
    }

    @Test
    void isNotFoundByOtherGovernments() {
        var foreign = Tokens.of("Siti head", "/karanganyar", "head");
        given().auth().oauth2(foreign).post(OCTOBER + "/versions").then().statusCode(404);
        given().auth().oauth2(foreign).get(OCTOBER).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "evaluation; {}; version",
                "evaluation; {\"version\":1,\"text\":\"  \"}; text",
                "decision; {\"version\":1,\"again\":true}; text",
                "decision; {\"version\":1}; again",
                "disposition; {\"text\":\"x\"}; version",
                "archive; {}; version"
            },
            delimiter = ';')
    void namesWhatIsMissing(String what, String body, String field) {
        var role = what.equals("archive") ? "archivist" : "head";
        given().auth()
                .oauth2(token(role))
                .contentType("application/json")
                .body(body)
                .post(OCTOBER + "/" + what)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field));
    }

    @Test
    void compilesAMonthThatIsNotOverAsPreliminary() {
        feed.take(ComplaintStory.in("surakarta")
                .receivedAt("2026-11-01T02:00:00Z")
                .open());
        var november = "/api/reporting/v1/recaps/surakarta/2026-11";
        given().auth()
                .oauth2(token("coordinator"))
                .post(november + "/versions")
                .then()
                .statusCode(202);
        loop.look();

        given().auth()
                .oauth2(token("coordinator"))
                .get(november + "?version=1")
                .then()
                .statusCode(200)
                .body("state", equalTo("RUNNING"))
                .body("preliminary", equalTo(true))
                .body("figures.totals.received", equalTo(1));
    }

    @Test
    void doesNotChangeOnceArchivedNotEvenInSql() {
        goesThroughTheWholeLoop();

        for (var change : List.of(
                "update monthly_recap set loops = 0",
                "delete from monthly_recap",
                "update recap_version set complaints = 9",
                "delete from recap_version",
                "update recap_entry set entry = '{}'",
                "delete from recap_entry",
                "truncate recap_entry",
                "update recap_deed set text = 'lain'",
                "delete from recap_deed",
                "truncate recap_deed",
                "insert into recap_deed select recap_id, seq + 100, kind, version, done_by, done_by_name, text, done_at, link from recap_deed limit 1",
                "insert into recap_entry select recap_id, version, no + 100, gen_random_uuid(), entry, leaf from recap_entry limit 1")) {
            assertThatThrownBy(() -> feed.update(change)).as(change).rootCause().hasMessageContaining("recap");
        }
    }

    private ValidatableResponse compile(String role) {
        return compile(role, "2026-10");
    }

    private ValidatableResponse compile(String role, String month) {
        return given().auth()
                .oauth2(token(role))
                .post("/api/reporting/v1/recaps/surakarta/" + month + "/versions")
                .then();
    }

    private ValidatableResponse readOf(String month) {
        return given().auth()
                .oauth2(token("head"))
                .get("/api/reporting/v1/recaps/surakarta/" + month)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse act(String role, String what, Map<String, Object> body) {
        return given().auth()
                .oauth2(token(role))
                .contentType("application/json")
                .body(body)
                .post(OCTOBER + "/" + what)
                .then();
    }

    private ValidatableResponse read(String role) {
        return read(role, "");
    }

    private ValidatableResponse months(String query) {
        return given().auth()
                .oauth2(token("head"))
                .get(OCTOBER.substring(0, OCTOBER.lastIndexOf('/')) + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse read(String role, String query) {
        return given().auth().oauth2(token(role)).get(OCTOBER + query).then().statusCode(200);
    }

    /** What the topic says of the recap of October, once it says so much. */
    private List<String> told(int count) {
        var recap = feed.id("select id from monthly_recap where government = 'surakarta' and month = '2026-10-01'");
        return await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> EventBus.heard(Topics.RECAP, recap), heard -> heard.size() >= count)
                .stream()
                .map(event -> EventCodec.wireName(event.getClass()))
                .toList();
    }

    private static String token(String role) {
        return Tokens.of("Siti " + role, role.equals("agency-admin") ? "/surakarta/dishub" : "/surakarta", role);
    }
}
