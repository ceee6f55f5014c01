package id.tanggap.reporting.recap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.tanggap.contracts.Channel;
import id.tanggap.contracts.Visibility;
import id.tanggap.reporting.ComplaintStory;
import id.tanggap.reporting.ReportingResource;
import id.tanggap.reporting.SettableTime;
import id.tanggap.reporting.facts.Feed;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
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

    @BeforeEach
    void startsEmpty() {
        feed.forgetAll();
        time.set("2026-11-10T03:00:00Z");
    }

    @Test
    void sumsTheMonth() {
        var story = ComplaintStory.in("surakarta");
        feed.take(story.answered(A_DAY));
        feed.take(story.another().answered(FIVE_DAYS));
        feed.take(story.another().open());
        feed.take(List.of(story.another().about(null, Channel.WEB, "dishub").received()));
        feed.take(story.another().receivedAt("2026-11-02T00:00:00Z").open());

        recap(OCTOBER)
                .body("government", equalTo("surakarta"))
                .body("governmentName", equalTo("Pemerintah Kota Surakarta"))
                .body("month", equalTo("2026-10"))
                .body("zone", equalTo("Asia/Jakarta"))
                .body("preliminary", equalTo(false))
                .body("asOf", equalTo("2026-11-10T03:00:00Z"))
                .body(
                        "totals",
                        equalTo(Map.of(
                                "received", 4,
                                "answered", 2,
                                "open", 2,
                                "overdue", 1,
                                "answeredInTime", 1,
                                "answeredLate", 1)))
                .body("byAgency.agency", contains("dpupr", null))
                .body("byAgency.agencyName", contains("Dinas dpupr", "Belum diteruskan"))
                .body("byAgency.received", contains(3, 1))
                .body("byAgency.overdue", contains(1, 0))
                .body("byCategory.categoryName", contains("Jalan dan jembatan rusak", "Tanpa kategori"))
                .body("byChannel.channel", contains("WHATSAPP", "WEB"))
                .body("byChannel.open", contains(1, 1))
                .body("next", nullValue());
    }

    @Test
    void showsEachComplaintOfTheMonth() {
        var story = ComplaintStory.in("surakarta").saying("Jalan", "Berlubang", "Ditambal");
        feed.take(story.answered(A_DAY));

        recap(OCTOBER)
                .body("rows.size()", equalTo(1))
                .body(
                        "rows[0]",
                        equalTo(Map.of(
                                "no", 1,
                                "receivedAt", "2026-10-05T02:00:00Z",
                                "complaint", "Jalan\nBerlubang",
                                "agency", "dpupr",
                                "agencyName", "Dinas dpupr",
                                "answeredAt", "2026-10-06T02:00:00Z",
                                "answer", "Ditambal",
                                "channel", "WHATSAPP",
                                "link", "https://aduan.example/#lacak/" + story.number(),
                                "number", story.number())));
    }

    @Test
    void countsARowOnlyOnceItsReceiptIsKnown() {
        var story = ComplaintStory.in("surakarta");
        feed.take(List.of(story.dispatched(), story.clockStarted(), story.answeredAfter(A_DAY)));

        recap(OCTOBER).body("totals.received", equalTo(0)).body("rows", empty());
    }

    @Test
    void pagesThroughTheMonthWithoutLosingOrRepeating() {
        var stories = IntStream.range(0, 23)
                // Pairs share their instant, so that pages have to be cut by id as well.
                .mapToObj(i -> ComplaintStory.in("surakarta")
                        .receivedAt(ComplaintStory.in("surakarta").receivedAt().plusSeconds(i / 2)))
                .toList();
        feed.take(stories.stream()
                .flatMap(s -> (s.hashCode() % 2 == 0 ? s.open() : s.answered(A_DAY)).stream())
                .toList());

        var rows = new ArrayList<Map<String, Object>>();
        String next = null;
        do {
            var page = recap(OCTOBER + "?limit=5" + (next == null ? "" : "&after=" + next))
                    .extract();
            rows.addAll(page.jsonPath().getList("rows"));
            next = page.jsonPath().getString("next");
        } while (next != null);

        assertThat(rows)
                .extracting(row -> row.get("no"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 23).boxed().toList());
        assertThat(rows)
                .extracting(row -> row.get("number"))
                .containsExactlyInAnyOrderElementsOf(
                        stories.stream().map(ComplaintStory::number).toList());
        var answered =
                (int) rows.stream().filter(row -> row.get("answeredAt") != null).count();
        recap(OCTOBER)
                .body("totals.received", equalTo(rows.size()))
                .body("totals.answered", equalTo(answered))
                .body("totals.open", equalTo(rows.size() - answered))
                .body("byAgency.received.sum()", equalTo(rows.size()))
                .body("byCategory.received.sum()", equalTo(rows.size()))
                .body("byChannel.received.sum()", equalTo(rows.size()));
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
                .body("totals.received", equalTo(0))
                .body("byAgency", empty())
                .body("rows", empty());
    }

    @Test
    void countsASecretComplaintAndTellsNoneOfItsWords() {
        var canary = "kenari-" + System.nanoTime();
        var secret =
                ComplaintStory.in("surakarta").saying(canary, canary, canary).seenAs(Visibility.SECRET);
        // The answer before the receipt: nobody knows yet that it is secret.
        feed.take(List.of(secret.answeredAfter(A_DAY)));
        feed.take(List.of(secret.received(), secret.dispatched(), secret.clockStarted()));

        recap(OCTOBER)
                .body(not(containsString(canary)))
                .body("totals.answered", equalTo(1))
                .body("rows[0].complaint", equalTo("(rahasia)"))
                .body("rows[0].answer", equalTo("(rahasia)"));
        given().auth()
                .oauth2(head())
                .accept("text/csv")
                .get(OCTOBER)
                .then()
                .body(not(containsString(canary)))
                .body(containsString(",(rahasia),"));
    }

    @ParameterizedTest
    @CsvSource({
        "coordinator, /surakarta, 200",
        "head, /surakarta/diskominfo, 200",
        "auditor, /surakarta, 200",
        "agency-admin, /surakarta/dishub, 403",
        "division-staff, /surakarta/dishub, 403",
        "intake-officer, /surakarta, 403",
        "patron, /surakarta, 403",
        "coordinator, /karanganyar, 404",
        "agency-admin, /karanganyar/dishub, 403"
    })
    void opensToThoseWhoEvaluate(String role, String group, int status) {
        var token = Tokens.of("siti", group, role);
        for (var accept : List.of("application/json", "text/csv")) {
            var answer = given().auth()
                    .oauth2(token)
                    .accept(accept)
                    .get(OCTOBER)
                    .then()
                    .statusCode(status);
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
        for (var accept : List.of("application/json", "text/csv")) {
            given().auth()
                    .oauth2(head())
                    .accept(accept)
                    .get("/api/reporting/v1/recaps/surakarta/" + month)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors.field", contains("month"));
        }
    }

    @ParameterizedTest
    @CsvSource({"limit, 0", "limit, 501", "limit, many", "after, xyz", "after, 5.abc", "after, -1.AAAA", "format, xlsx"
    })
    void namesAMalformedParameter(String name, String value) {
        given().auth()
                .oauth2(head())
                .queryParam(name, value)
                .get(OCTOBER)
                .then()
                .statusCode(400)
                .body("errors.field", contains(name));
    }

    private static ValidatableResponse recap(String path) {
        return given().auth().oauth2(head()).get(path).then().statusCode(200).contentType("application/json");
    }

    private static String head() {
        return Tokens.of("siti", "/surakarta", "head");
    }
}
