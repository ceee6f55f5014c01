package id.tanggap.intake.tracking;

import static id.tanggap.intake.complaint.ComplaintFixture.form;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.RoutingEvent.ClockMoved;
import id.tanggap.contracts.event.RoutingEvent.ClockStarted;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.ForwardedToGroup;
import id.tanggap.contracts.event.RoutingEvent.MoveCalledOff;
import id.tanggap.contracts.event.RoutingEvent.ReferredOutside;
import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.contracts.vocabulary.MisroutingReason;
import id.tanggap.intake.Surroundings;
import id.tanggap.testkit.EventBus;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Surroundings.class)
class TimelineTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant LATER = Instant.parse("2030-01-02T03:04:05Z");

    private UUID complaint = new UUID(0, 0);
    private String number = "";
    private String secret = "";

    @BeforeEach
    void lodge() {
        var receipt = given().contentType(ContentType.JSON)
                .body(form().with("complainant", Map.of("name", "Siti", "email", "siti@contoh.id"))
                        .json())
                .post("/api/intake/v1/complaints")
                .then()
                .statusCode(201)
                .extract();
        complaint = UUID.fromString(receipt.path("id"));
        number = receipt.path("number");
        secret = receipt.path("secret");
    }

    @Test
    void beginsWithTheReceipt() {
        timeline(number, secret)
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("number", equalTo(number))
                .body("status", equalTo("RECEIVED"))
                .body("statusText", equalTo("Diterima"))
                .body("answer", nullValue());
    }

    @Test
    void opensHoweverNumberAndSecretAreTyped() {
        timeline(number.toLowerCase(Locale.ROOT).replace("-", ""), secret.toLowerCase(Locale.ROOT))
                .statusCode(200);
    }

    @Test
    void answersAlikeForAWrongSecretAndAnUnknownNumber() {
        var wrong = timeline(number, "AAAA-AAAA").statusCode(404).extract().asString();
        var unknown =
                timeline("SKA-0000-0000", secret).statusCode(404).extract().asString();

        org.assertj.core.api.Assertions.assertThat(wrong).isEqualTo(unknown);
        given().get("/api/intake/v1/complaints/" + number + "/timeline")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("Tanggap-Secret"));
    }

    @Test
    void tellsWhatBecameOfTheComplaintInWhateverOrderItIsHeard() {
        EventBus.say(
                "surakarta", complaint, new AnswerPublished("dishub", "Lampu sudah diganti.", LATER.plusSeconds(2)));
        EventBus.say("surakarta", complaint, new Accepted("dishub", LATER.plusSeconds(1)));
        EventBus.say(
                "surakarta",
                complaint,
                new ClockStarted(ClockKind.PROMISE, "promise", "48 jam", LATER, LATER.plusSeconds(9)));
        EventBus.say("surakarta", complaint, new Dispatched("dishub", "Dinas Perhubungan", "Kategori", "r", 0, LATER));

        await().atMost(SOON)
                .untilAsserted(() -> timeline(number, secret)
                        .body("entries.status", contains("RECEIVED", "DISPATCHED", "IN_PROGRESS", "ANSWERED"))
                        .body("status", equalTo("ANSWERED"))
                        .body("agency", equalTo("Dinas Perhubungan"))
                        .body("dueAt", equalTo("2030-01-02T03:04:14Z"))
                        .body("answer", equalTo("Lampu sudah diganti.")));
    }

    /** The other way in which an agency takes a complaint in hand, and what becomes of it when it was the wrong one. */
    @Test
    void tellsThatADivisionHasItAndThatAnotherAgencyIsInCharge() {
        EventBus.say("surakarta", complaint, new Dispatched("dishub", "Dinas Perhubungan", "Kategori", "r", 0, LATER));
        EventBus.say("surakarta", complaint, new DispositionIssued("dishub", "lalin", LATER.plusSeconds(1)));

        await().atMost(SOON).untilAsserted(() -> timeline(number, secret).body("status", equalTo("IN_PROGRESS")));

        EventBus.say(
                "surakarta",
                complaint,
                new ReturnedAsMisrouted("dishub", MisroutingReason.NOT_OUR_DUTY, null, LATER.plusSeconds(2)));

        await().atMost(SOON)
                .untilAsserted(() -> timeline(number, secret)
                        .body("status", equalTo("DISPATCHED"))
                        .body("entries.status", contains("RECEIVED", "DISPATCHED", "IN_PROGRESS", "REDELEGATED"))
                        .body("entries.text", hasItem("Aduan dialihkan ke instansi yang berwenang.")));
    }

    @Test
    void tellsThatItStaysWithTheAgencyThatAnswered() {
        EventBus.say("surakarta", complaint, new Dispatched("dpupr", "Dinas PU", "Kategori", "r", 0, LATER));
        EventBus.say("surakarta", complaint, new MoveCalledOff("dishub", "Dinas Perhubungan", 1, LATER.plusSeconds(1)));

        await().atMost(SOON)
                .untilAsserted(() -> timeline(number, secret)
                        .body("agency", equalTo("Dinas Perhubungan"))
                        .body("entries.text", hasItem("Aduan tetap ditangani Dinas Perhubungan.")));
    }

    @Test
    void tellsTheCitizenWhomToTurnToOutside() {
        EventBus.say("surakarta", complaint, new ForwardedToGroup("Grup", "/staff/grup/x", LATER));
        EventBus.say(
                "surakarta",
                complaint,
                new ReferredOutside("pln", "PT PLN (Persero)", "Hubungi 123.", LATER.plusSeconds(1)));

        await().atMost(SOON)
                .untilAsserted(() -> timeline(number, secret)
                        .body("entries.status", contains("RECEIVED", "FORWARDED", "OUT_OF_JURISDICTION"))
                        .body("entries.text", hasItem(containsString("Hubungi 123."))));
    }

    @Test
    void followsADueDateThatMoves() {
        EventBus.say(
                "surakarta",
                complaint,
                new ClockStarted(ClockKind.PROMISE, "promise", "48 jam", LATER, LATER.plusSeconds(9)));
        EventBus.say(
                "surakarta",
                complaint,
                new ClockMoved(ClockKind.PROMISE, "promise", LATER.plusSeconds(9), LATER.plusSeconds(20)));

        await().atMost(SOON)
                .untilAsserted(() -> timeline(number, secret).body("dueAt", equalTo("2030-01-02T03:04:25Z")));
    }

    @Test
    void givesTheContactToOurServicesOnlyAndForAPurpose() {
        var contact = "/api/intake/v1/complaints/" + complaint + "/contact";
        var service = Tokens.ofService("notification-service", "contact-reader");

        given().auth()
                .oauth2(service)
                .queryParam("purpose", "delivery")
                .get(contact)
                .then()
                .statusCode(200)
                .body("email", equalTo("siti@contoh.id"))
                .body("name", equalTo("Siti"))
                .body("number", equalTo(number));
        given().auth().oauth2(service).get(contact).then().statusCode(400).body("errors[0].field", equalTo("purpose"));
        given().queryParam("purpose", "curiosity").get(contact).then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of("andi", "/surakarta/dishub", "agency-admin"))
                .queryParam("purpose", "curiosity")
                .get(contact)
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse timeline(String number, String secret) {
        return given().header("Tanggap-Secret", secret)
                .get("/api/intake/v1/complaints/" + number + "/timeline")
                .then();
    }
}
