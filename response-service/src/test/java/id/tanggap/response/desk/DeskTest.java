package id.tanggap.response.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import id.tanggap.contracts.Channel;
import id.tanggap.contracts.ClockKind;
import id.tanggap.contracts.ComplaintType;
import id.tanggap.contracts.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.MisroutingReason;
import id.tanggap.contracts.ResponseEvent.Accepted;
import id.tanggap.contracts.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.RoutingEvent.ClockStarted;
import id.tanggap.contracts.RoutingEvent.Dispatched;
import id.tanggap.contracts.RoutingEvent.Redelegated;
import id.tanggap.contracts.RoutingEvent.ReturnedAsMisrouted;
import id.tanggap.contracts.Topics;
import id.tanggap.contracts.Visibility;
import id.tanggap.testkit.EventBus;
import id.tanggap.testkit.Platform;
import id.tanggap.testkit.PlatformResource;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class DeskTest {
    private static final String CASES = "/api/response/v1/cases/";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant RECEIVED = Instant.parse("2026-11-02T02:00:00Z");

    /** An agency of its own for each test, so that its queue holds nothing else. */
    private final String agency = "agency-" + UUID.randomUUID();

    private final UUID complaint = UUID.randomUUID();

    @Test
    void showsWhatWasSentToTheAgency() {
        dispatch(complaint, Visibility.PUBLIC);

        officer()
                .get(CASES + complaint)
                .then()
                .statusCode(200)
                .body("number", equalTo("SKA-TEST-0001"))
                .body("status", equalTo("DISPATCHED"))
                .body("text", equalTo("Lampu jalan mati."))
                .body("overdue", equalTo(true))
                .body("dueAt", equalTo("2026-11-04T02:00:00Z"));
    }

    @Test
    void holdsACaseBackUntilItIsKnownWhatItIs() {
        EventBus.say("surakarta", complaint, dispatched());
        var other = UUID.randomUUID();
        dispatch(other, Visibility.PUBLIC);

        officer().get(CASES).then().statusCode(200).body("items.size()", equalTo(1));
        officer().get(CASES + complaint).then().statusCode(404);
        EventBus.say("surakarta", complaint, received(Visibility.PUBLIC, RECEIVED));
        await().atMost(SOON)
                .untilAsserted(() -> officer().get(CASES + complaint).then().statusCode(200));
    }

    @Test
    void acceptsThenAnswersAndSaysSo() {
        dispatch(complaint, Visibility.PUBLIC);

        officer().post(CASES + complaint + "/accept").then().statusCode(200).body("status", equalTo("IN_PROGRESS"));
        answer("  Lampu sudah kami ganti.  ").then().statusCode(200).body("status", equalTo("ANSWERED"));

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(EventBus.heard(Topics.RESPONSE, complaint)).hasSize(2));
        var events = EventBus.heard(Topics.RESPONSE, complaint);
        assertThat(events.getFirst()).isInstanceOf(Accepted.class);
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        AnswerPublished.class,
                        published -> assertThat(published.answer()).isEqualTo("Lampu sudah kami ganti."));
    }

    @Test
    void keepsTheAnswerOfASecretComplaintAtHome() {
        dispatch(complaint, Visibility.SECRET);
        officer().get(CASES + complaint).then().statusCode(200).body("text", nullValue());
        officer().post(CASES + complaint + "/accept").then().statusCode(200);
        answer("Terlapor sudah kami periksa.").then().statusCode(200);

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(EventBus.heard(Topics.RESPONSE, complaint)).hasSize(2));
        assertThat(EventBus.heard(Topics.RESPONSE, complaint).getLast())
                .isInstanceOfSatisfying(
                        AnswerPublished.class,
                        published -> assertThat(published.answer()).isNull());
    }

    @Test
    void givesTheAnswerToASecretComplaintToTheServiceOfItsCitizenAlone() {
        dispatch(complaint, Visibility.SECRET);
        secretAnswer().then().statusCode(404);
        officer().post(CASES + complaint + "/accept").then().statusCode(200);
        answer("Terlapor sudah kami periksa.").then().statusCode(200);

        secretAnswer()
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("text", equalTo("Terlapor sudah kami periksa."));
        officer().get(CASES + complaint + "/answer").then().statusCode(403);
        given().get(CASES + complaint + "/answer").then().statusCode(401);
    }

    @Test
    void givesNoAnswerOfAPublicComplaintThatWay() {
        dispatch(complaint, Visibility.PUBLIC);
        officer().post(CASES + complaint + "/accept").then().statusCode(200);
        answer("Lampu sudah kami ganti.").then().statusCode(200);

        secretAnswer().then().statusCode(404);
    }

    @Test
    void refusesWhatTheCaseDoesNotAllowAndWritesNothing() {
        dispatch(complaint, Visibility.PUBLIC);

        answer("Terlalu cepat dijawab.")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", equalTo("Terima aduan ini terlebih dahulu, lalu jawab."));
        officer().post(CASES + complaint + "/accept").then().statusCode(200);
        officer().post(CASES + complaint + "/accept").then().statusCode(409);
        answer("pendek").then().statusCode(400).body("errors[0].field", equalTo("text"));
    }

    @ParameterizedTest
    @CsvSource({
        "/surakarta/own, agency-admin, 200, 200",
        "/surakarta/own, division-staff, 403, 403",
        "/surakarta/other, agency-admin, 404, 404",
        "/karanganyar/own, agency-admin, 404, 404",
        "/surakarta, coordinator, 200, 403",
        "/surakarta, head, 200, 403",
        "/surakarta, auditor, 200, 403",
        "/surakarta, agency-admin, 404, 404",
        "/karanganyar, coordinator, 404, 403",
        "/karanganyar, head, 404, 403",
        "'', coordinator, 404, 403"
    })
    void letsEveryoneReachTheirOwn(String group, String role, int seeing, int accepting) {
        dispatch(complaint, Visibility.PUBLIC);
        var token = Tokens.of("somebody", group.replace("own", agency), role);

        given().auth().oauth2(token).get(CASES + complaint).then().statusCode(seeing);
        given().auth().oauth2(token).post(CASES + complaint + "/accept").then().statusCode(accepting);
    }

    @Test
    void refusesTokensThatAreMissingForgedOrExpired() {
        var group = "/surakarta/" + agency;
        given().get(CASES).then().statusCode(401).contentType("application/problem+json");
        for (var token : List.of(
                Tokens.forged("andi", group, "agency-admin"),
                Tokens.expired("andi", group, "agency-admin"),
                "not.a.token")) {
            given().auth().oauth2(token).get(CASES).then().statusCode(401);
        }
    }

    @Test
    void turnsThePagesOfTheQueueWithoutLossOrRepetition() {
        var sent = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            var id = UUID.randomUUID();
            sent.add(id.toString());
            // Two at a time have the same instant.
            EventBus.say("surakarta", id, received(Visibility.PUBLIC, RECEIVED.plusSeconds(i / 2)));
            EventBus.say("surakarta", id, dispatched());
        }
        await().atMost(SOON).untilAsserted(() -> officer().get(CASES).then().body("items.size()", equalTo(7)));

        var seen = new ArrayList<String>();
        String next = null;
        do {
            var request = officer().queryParam("limit", 3);
            var page = (next == null ? request : request.queryParam("after", next))
                    .get(CASES)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.id"));
            next = page.path("next");
        } while (next != null);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    void filtersTheQueue() {
        dispatch(complaint, Visibility.PUBLIC);
        var other = UUID.randomUUID();
        dispatch(other, Visibility.PUBLIC);
        officer().post(CASES + other + "/accept").then().statusCode(200);

        officer().queryParam("status", "IN_PROGRESS").get(CASES).then().body("items.id", equalTo(List.of(other + "")));
        officer()
                .queryParam("status", "DISPATCHED")
                .queryParam("overdue", true)
                .get(CASES)
                .then()
                .body("items.id", equalTo(List.of(complaint + "")));
        officer().queryParam("overdue", false).get(CASES).then().body("items.size()", equalTo(0));
        officer().queryParam("category", "sampah").get(CASES).then().body("items.size()", equalTo(0));
        officer()
                .queryParam("status", "LOST")
                .get(CASES)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("status"));
        officer().queryParam("after", "?").get(CASES).then().statusCode(400).body("errors[0].field", equalTo("after"));
    }

    @Test
    void givesUpWhatWasReturnedAndFindsItNewInTheNextQueue() {
        dispatch(complaint, Visibility.PUBLIC);
        officer().post(CASES + complaint + "/accept").then().statusCode(200);

        EventBus.say(
                "surakarta",
                complaint,
                new ReturnedAsMisrouted(agency, MisroutingReason.NOT_OUR_DUTY, null, RECEIVED.plusSeconds(9)));
        await().atMost(SOON)
                .untilAsserted(() -> officer().get(CASES + complaint).then().statusCode(404));

        EventBus.say(
                "surakarta",
                complaint,
                new Redelegated(agency, "dlh", MisroutingReason.NOT_OUR_DUTY, 1, RECEIVED.plusSeconds(10)));
        EventBus.say(
                "surakarta",
                complaint,
                new Dispatched(
                        "dlh", "Dinas Lingkungan Hidup", "Dialihkan", "redelegation", 1, RECEIVED.plusSeconds(10)));
        await().atMost(SOON)
                .untilAsserted(() -> given().auth()
                        .oauth2(Tokens.of("budi", "/surakarta/dlh", "agency-admin"))
                        .get(CASES + complaint)
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("DISPATCHED")));
        officer().get(CASES + complaint).then().statusCode(404);
    }

    @Test
    void recoversWhenPostgresWasRestarted() {
        dispatch(complaint, Visibility.PUBLIC);
        Platform.postgres().stop();
        officer().get(CASES + complaint).then().statusCode(503).contentType("application/problem+json");
        Platform.postgres().start();

        await().atMost(SOON)
                .untilAsserted(() ->
                        officer().post(CASES + complaint + "/accept").then().statusCode(200));
    }

    private void dispatch(UUID id, Visibility visibility) {
        EventBus.say("surakarta", id, received(visibility, RECEIVED));
        EventBus.say("surakarta", id, dispatched());
        EventBus.say(
                "surakarta",
                id,
                new ClockStarted(
                        ClockKind.PROMISE, "promise", "48 jam", RECEIVED, RECEIVED.plus(Duration.ofHours(48))));
        await().atMost(SOON)
                .untilAsserted(() -> officer()
                        .get(CASES + id)
                        .then()
                        .statusCode(200)
                        .body("dueAt", equalTo("2026-11-04T02:00:00Z")));
    }

    private Dispatched dispatched() {
        return new Dispatched(agency, "Dinas Percobaan", "Kategori", "rule", 0, RECEIVED.plusSeconds(1));
    }

    private static ComplaintReceived received(Visibility visibility, Instant at) {
        return new ComplaintReceived(
                "SKA-TEST-0001",
                Channel.WEB,
                ComplaintType.ORDINARY,
                visibility,
                null,
                visibility == Visibility.SECRET ? null : "Lampu jalan mati.",
                "penerangan-jalan",
                null,
                Set.of(),
                at);
    }

    private RequestSpecification officer() {
        return given().auth().oauth2(Tokens.of("andi", "/surakarta/" + agency, "agency-admin"));
    }

    private io.restassured.response.Response secretAnswer() {
        return given().auth()
                .oauth2(Tokens.ofService("intake-service", "secret-answer-reader"))
                .get(CASES + complaint + "/answer");
    }

    private io.restassured.response.Response answer(String text) {
        return officer()
                .contentType(ContentType.JSON)
                .body(Map.of("text", text))
                .post(CASES + complaint + "/answer");
    }
}
