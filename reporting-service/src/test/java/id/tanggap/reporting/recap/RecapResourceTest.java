package id.tanggap.reporting.recap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import id.tanggap.contracts.event.ImportEvent.ImportedState;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.reporting.ComplaintStory;
import id.tanggap.reporting.ReportingResource;
import id.tanggap.reporting.facts.Feed;
import id.tanggap.testkit.SettableTime;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ReportingResource.class)
class RecapResourceTest {
    private static final String OCTOBER = "/api/reporting/v1/recaps/surakarta/2026-10";
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration FIVE_DAYS = Duration.ofDays(5);

    @Inject
    Feed feed;

    @Inject
    SettableTime time;

    @Inject
    Loop loop;

    @BeforeEach
    void startsEmpty() {
        feed.forgetAll();
        time.set("2026-11-10T03:00:00Z");
    }

    @Test
    void saysHowSatisfiedThoseWereWhoSaidIt() {
        var story = ComplaintStory.in("surakarta");
        feed.take(story.answered(A_DAY));
        var other = story.another();
        feed.take(other.answered(A_DAY));
        recap(OCTOBER).body("figures.satisfaction", nullValue());

        feed.take(List.of(story.surveyed(4, "Ramah."), other.surveyed(3, null)));

        recap(OCTOBER)
                .body("figures.satisfaction.respondents", equalTo(2))
                .body("figures.satisfaction.index", equalTo(87.5f))
                .body("figures.satisfaction.grade", equalTo("B"))
                .body("figures.satisfaction.gradeName", equalTo("Baik"))
                .body("figures.satisfaction.elements.element[8]", equalTo("U9"))
                .body("figures.satisfaction.elements[0].mean", equalTo(3.5f))
                .body("figures.satisfaction.elements[0].scores", contains(0, 0, 1, 1))
                .body("figures.totals.received", equalTo(2));
        // What is filled in later counts in its own month, and in that alone.
        feed.take(List.of(story.another().surveyedAfter(Duration.ofDays(30), 1, null)));
        recap(OCTOBER).body("figures.satisfaction.respondents", equalTo(2));
        recap("/api/reporting/v1/recaps/surakarta/2026-11").body("figures.satisfaction.index", equalTo(25.0f));
        assertThat(feed.query("select remark from satisfaction_survey where remark is not null"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("remark", "Ramah."));
    }

    @Test
    void countsWhatAnotherSystemHandledButNeitherInTimeNorLate() {
        var story = ComplaintStory.in("surakarta");
        feed.take(story.answered(A_DAY));
        var past = story.another();
        feed.take(
                List.of(past.imported(ImportedState.ANSWERED, past.receivedAt().plus(A_DAY))));
        feed.take(List.of(story.another().imported(ImportedState.ENDED, null)));

        recap(OCTOBER)
                .body("figures.totals.received", equalTo(3))
                .body("figures.totals.answered", equalTo(2))
                .body("figures.totals.answeredInTime", equalTo(1))
                .body("figures.totals.answeredLate", equalTo(0))
                .body("figures.totals.ended", equalTo(1));
    }

    @Test
    void tellsHowMuchOfAMonthAndOfEachPartOfItWasImported() {
        var story = ComplaintStory.in("surakarta");
        feed.take(story.answered(A_DAY));
        var past = story.another().about("jalan-rusak", Channel.WEB, "asal-dinas-tata-kota");
        feed.take(List.of(past.imported(ImportedState.OPEN, null, "Dinas Tata Kota")));

        for (var figures : List.of("", "?version=1")) {
            recap(OCTOBER + figures)
                    .body("figures.totals.imported", equalTo(1))
                    .body("figures.byAgency.find { it.key == 'asal-dinas-tata-kota' }.name", equalTo("Dinas Tata Kota"))
                    .body("figures.byAgency.find { it.key == 'asal-dinas-tata-kota' }.imported", equalTo(1))
                    .body("figures.byAgency.find { it.key == 'dpupr' }.imported", nullValue())
                    .body("figures.openByAge.agencyName", contains("Dinas Tata Kota"));
            loop.look();
        }
        recap("/api/reporting/v1/recaps/surakarta/2026-11").body("figures.monthBefore.imported", equalTo(1));
    }

    @Test
    void sumsTheMonth() {
        var story = ComplaintStory.in("surakarta");
        feed.take(story.answered(A_DAY));
        feed.take(story.another().answered(FIVE_DAYS));
        var overdue = story.another();
        feed.take(overdue.open());
        feed.take(List.of(overdue.deadlineMissed()));
        feed.take(List.of(story.another().about(null, Channel.WEB, "dishub").received()));
        feed.take(story.another().receivedAt("2026-11-02T00:00:00Z").open());
        var screened = story.another();
        feed.take(List.of(screened.received(), screened.screenedOut()));
        var moved = story.another();
        feed.take(List.of(
                moved.received(), moved.dispatched(), moved.redelegated("dishub", 1), moved.stepMet("receive")));

        recap(OCTOBER)
                .body("government", equalTo("surakarta"))
                .body("governmentName", equalTo("Pemerintah Kota Surakarta"))
                .body("month", equalTo("2026-10"))
                .body("zone", equalTo("Asia/Jakarta"))
                .body("state", equalTo("DUE"))
                .body("preliminary", equalTo(false))
                .body("version", nullValue())
                .body("asOf", equalTo("2026-11-10T03:00:00Z"))
                .body(
                        "figures.totals",
                        equalTo(Map.of(
                                "received", 6,
                                "answered", 2,
                                "answeredInTime", 1,
                                "answeredLate", 1,
                                "open", 3,
                                "overdue", 1,
                                "ended", 1,
                                "objected", 0)))
                .body("figures.byAgency.key", contains("dpupr", null))
                .body("figures.byAgency.name", contains("Dinas Pekerjaan Umum dan Penataan Ruang", "Belum diteruskan"))
                .body("figures.byAgency.received", contains(4, 2))
                .body("figures.byAgency.overdue", contains(1, 0))
                .body("figures.byCategory.name", contains("Jalan dan jembatan rusak", "Tanpa kategori"))
                .body("figures.byType.name", contains("Pengaduan tidak berkadar pengawasan"))
                .body("figures.byChannel.key", contains("WHATSAPP", "WEB"))
                .body("figures.byChannel.open", contains(2, 1))
                .body("figures.byArea.name", contains("Pajang"))
                .body("figures.byDay.key", contains("2026-10-05"))
                .body("figures.byDay.received", contains(6))
                .body("figures.deadlines.rule", contains("receive", "promise"))
                .body("figures.deadlines.row", contains(2, null))
                .body("figures.deadlines.kept", contains(1, 1))
                .body("figures.deadlines.missed", contains(0, 1))
                .body("figures.moves.fromName", contains("Dinas Pekerjaan Umum dan Penataan Ruang"))
                .body("figures.moves.to", contains("dishub"))
                .body("figures.moves.count", contains(1))
                .body("figures.openByAge.owedBy", contains("AGENCY_ADMIN", "INTAKE_OFFICER"))
                .body("figures.openByAge.days", contains(14, 14))
                .body("figures.openByAge.count", contains(2, 1))
                .body("figures.monthBefore", nullValue())
                .body("acts", empty());
    }

    @Test
    void comparesWithTheMonthAndTheYearBefore() {
        var story = ComplaintStory.in("surakarta");
        feed.take(story.open());
        feed.take(story.another().receivedAt("2026-09-10T02:00:00Z").answered(A_DAY));
        feed.take(story.another().receivedAt("2025-10-10T02:00:00Z").open());

        recap(OCTOBER)
                .body("figures.monthBefore.received", equalTo(1))
                .body("figures.monthBefore.answered", equalTo(1))
                .body("figures.yearBefore.open", equalTo(1));
    }

    @Test
    void tellsHowLongAnswersTook() {
        var story = ComplaintStory.in("surakarta");
        feed.take(IntStream.rangeClosed(1, 10)
                .mapToObj(hours -> story.another().answered(Duration.ofHours(hours)))
                .flatMap(List::stream)
                .toList());

        recap(OCTOBER)
                .body(
                        "figures.answerTime.medianSeconds",
                        both(greaterThan(5 * 3600 - 1)).and(lessThan((int) (5.3 * 3600))))
                .body(
                        "figures.answerTime.p90Seconds",
                        both(greaterThan(9 * 3600 - 1)).and(lessThan((int) (9.5 * 3600))));
    }

    @Test
    void listsTheMonthsThatThereAre() {
        var story = ComplaintStory.in("surakarta");
        feed.take(story.open());
        feed.take(story.another().receivedAt("2026-09-10T02:00:00Z").answered(A_DAY));
        feed.take(ComplaintStory.in("karanganyar")
                .receivedAt("2026-03-10T02:00:00Z")
                .open());

        var months = "/api/reporting/v1/recaps/surakarta";
        recap(months)
                .body("months.month", contains("2026-10", "2026-09"))
                .body("months.state", contains("DUE", "DUE"))
                .body("months.received", contains(1, 1))
                .body("months.answered", contains(0, 1))
                .body("next", nullValue());
        recap(months + "?limit=1").body("months.month", contains("2026-10")).body("next", equalTo("2026-10"));
        recap(months + "?limit=1&before=2026-10").body("months.month", contains("2026-09"));
    }

    @Test
    void countsARowOnlyOnceItsReceiptIsKnown() {
        var story = ComplaintStory.in("surakarta");
        feed.take(List.of(story.dispatched(), story.clockStarted(), story.answeredAfter(A_DAY)));

        recap(OCTOBER).body("figures.totals.received", equalTo(0)).body("figures.deadlines", empty());
    }

    @Test
    void isPreliminaryUntilTheMonthIsOverByTheClockOnTheWall() {
        time.set("2026-10-31T16:59:59Z");
        recap(OCTOBER).body("preliminary", equalTo(true));
        time.set("2026-10-31T17:00:00Z");
        recap(OCTOBER).body("preliminary", equalTo(false));
    }

    @Test
    void isEmptyAndPreliminaryForAMonthToCome() {
        recap("/api/reporting/v1/recaps/surakarta/2031-01")
                .body("preliminary", equalTo(true))
                .body("state", equalTo("RUNNING"))
                .body("figures.totals.received", equalTo(0))
                .body("figures.byAgency", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "coordinator, /surakarta, 200",
        "head, /surakarta/diskominfo, 200",
        "auditor, /surakarta, 200",
        "agency-admin, /surakarta/dishub, 403",
        "division-staff, /surakarta/dishub, 403",
        "intake-officer, /surakarta, 200",
        "analyst, /surakarta, 200",
        "archivist, /surakarta, 200",
        "patron, /surakarta, 403",
        "coordinator, /karanganyar, 404",
        "agency-admin, /karanganyar/dishub, 403"
    })
    void opensToThoseWhoEvaluate(String role, String group, int status) {
        var token = Tokens.of("siti", group, role);
        for (var path : List.of(OCTOBER, "/api/reporting/v1/recaps/surakarta")) {
            var answer = given().auth().oauth2(token).get(path).then().statusCode(status);
            if (status != 200) {
                answer.contentType("application/problem+json").body("status", equalTo(status));
            }
        }
    }

    @Test
    void isClosedWithoutAValidToken() {
        given().get(OCTOBER).then().statusCode(401).contentType("application/problem+json");
        for (var token :
                List.of(Tokens.forged("siti", "/surakarta", "head"), Tokens.expired("siti", "/surakarta", "head"))) {
            given().auth().oauth2(token).get(OCTOBER).then().statusCode(401);
        }
        given().auth()
                .oauth2(Tokens.ofService("robot", "contact-reader"))
                .get(OCTOBER)
                .then()
                .statusCode(403);
    }

    @Test
    void doesNotFindAnUnknownGovernmentEvenForItsOwnPeople() {
        given().auth()
                .oauth2(Tokens.of("siti", "/atlantis", "head"))
                .get("/api/reporting/v1/recaps/atlantis/2026-10")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13", "2026-1", "oktober", "2026-10-01", "1999-10", "2026-00"})
    void namesAMalformedMonth(String month) {
        given().auth()
                .oauth2(head())
                .get("/api/reporting/v1/recaps/surakarta/" + month)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains("month"));
    }

    @ParameterizedTest
    @CsvSource({"version, 0", "version, -1", "version, latest"})
    void namesAMalformedParameter(String name, String value) {
        given().auth()
                .oauth2(head())
                .queryParam(name, value)
                .get(OCTOBER)
                .then()
                .statusCode(400)
                .body("errors.field", contains(name));
    }

    @Test
    void knowsNoVersionThatWasNotCompiled() {
        given().auth().oauth2(head()).get(OCTOBER + "?version=7").then().statusCode(404);
    }

    private static ValidatableResponse recap(String path) {
        return given().auth().oauth2(head()).get(path).then().statusCode(200).contentType("application/json");
    }

    private static String head() {
        return Tokens.of("siti", "/surakarta", "head");
    }
}
