package id.tanggap.intake.participation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.ComplaintScreenedOut;
import id.tanggap.contracts.event.IntakeEvent.ScreeningReason;
import id.tanggap.contracts.event.RoutingEvent.ActRefusal;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.ForwardedToGroup;
import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.intake.Surroundings;
import id.tanggap.intake.complaint.Lodged;
import id.tanggap.testkit.EventBus;
import id.tanggap.testkit.RoutingsWord;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an officer finds to be no complaint. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class ScreeningTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final RoutingsWord ROUTING = new RoutingsWord(Topics.INTAKE, "surakarta");
    private static final Instant LATER = Instant.parse("2030-01-02T03:04:05Z");

    @ParameterizedTest
    @CsvSource({
        "intake-officer, /surakarta, 201",
        "intake-officer, /karanganyar, 404",
        "coordinator, /surakarta, 403",
        "agency-admin, /surakarta/dishub, 403",
        "division-staff, /surakarta/dishub/lalu-lintas, 403",
        "head, /surakarta, 403",
        "patron, /surakarta, 403",
        "auditor, /surakarta, 403",
        "intake-officer, '', 404"
    })
    void isForTheOfficersOfTheOwnGovernment(String role, String group, int status) {
        screenOut(Tokens.of("petugas", group, role), Lodged.byWagimin(), "SPAM").statusCode(status);
    }

    @Test
    void tellsTheCitizenWhyAndTheOthersThatItIsOver() {
        var complaint = Lodged.byWagimin();

        var at = screenOut(officer(), complaint, "NO_COMPLAINT")
                .statusCode(201)
                .body("status", equalTo("REJECTED"))
                .extract()
                .<String>path("at");
        screenOut(officer(), complaint, "NO_COMPLAINT").statusCode(201).body("at", equalTo(at));
        complaint.timeline().body("status", equalTo("RECEIVED"));
        ROUTING.take(complaint.id());

        await().atMost(SOON).untilAsserted(() -> complaint.timeline().body("status", equalTo("REJECTED")));
        complaint
                .timeline()
                .body("status", equalTo("REJECTED"))
                .body("entries.text", hasItem("Aduan tidak dapat ditindaklanjuti."))
                .body("entries.words", hasItem(containsString("tempat dan kejadiannya")))
                .body("open.size()", equalTo(0));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(EventBus.heard(Topics.INTAKE, complaint.id()))
                        .filteredOn(ComplaintScreenedOut.class::isInstance)
                        .singleElement()
                        .extracting(event -> ((ComplaintScreenedOut) event).reason())
                        .isEqualTo(ScreeningReason.NO_COMPLAINT));
        screenOut(officer(), complaint, "SPAM")
                .statusCode(409)
                .body("detail", containsString("tidak dapat ditindaklanjuti"));
    }

    /** A coordinator was quicker: the citizen never reads that the complaint was rejected, and the officer is told. */
    @Test
    void tellsTheOfficerThatSomebodyElseWasQuicker() {
        var complaint = Lodged.byWagimin();
        var officer = Tokens.of("petugas-" + complaint.id(), "/surakarta", "intake-officer");
        screenOut(officer, complaint, "SPAM").statusCode(201);
        EventBus.say(
                "surakarta", complaint.id(), new Dispatched("dishub", "Dinas Perhubungan", "Kategori", "r", 0, LATER));
        ROUTING.refuse(complaint.id(), ActRefusal.OVERTAKEN, DeskStatus.DISPATCHED);

        var id = await().atMost(SOON)
                .until(() -> refused(officer), ids -> ids.size() == 1)
                .getFirst();
        complaint
                .timeline()
                .body("status", equalTo("DISPATCHED"))
                .body("entries.status", contains("RECEIVED", "DISPATCHED"));
        read(officer(), id).statusCode(404);
        read(officer, id).statusCode(204);
        read(officer, id).statusCode(204);
        assertThat(refused(officer)).isEmpty();
    }

    private static List<String> refused(String token) {
        return given().auth()
                .oauth2(token)
                .get("/api/intake/v1/screenings/refused")
                .then()
                .statusCode(200)
                .body("because", everyItem(containsString("lebih dahulu diteruskan")))
                .extract()
                .path("id");
    }

    private static ValidatableResponse read(String token, String id) {
        return given().auth()
                .oauth2(token)
                .post("/api/intake/v1/screenings/refused/" + id + "/read")
                .then();
    }

    @Test
    void leavesWhatAnAgencyHas() {
        leaves(new Dispatched("dishub", "Dinas Perhubungan", "Kategori", "r", 0, LATER), "DISPATCHED");
    }

    @Test
    void leavesWhatTheGroupHas() {
        leaves(new ForwardedToGroup("Grup", "/staff/grup/x", LATER), "FORWARDED");
    }

    private static void leaves(Event sentOn, String status) {
        var complaint = Lodged.byWagimin();
        EventBus.say("surakarta", complaint.id(), sentOn);
        await().atMost(SOON).untilAsserted(() -> complaint.timeline().body("status", equalTo(status)));

        screenOut(officer(), complaint, "SPAM")
                .statusCode(409)
                .body("detail", equalTo("Aduan ini sudah diteruskan; instansi yang menanganinya yang menjawab."));
    }

    @Test
    void wantsToKnowWhoAsks() {
        given().contentType(ContentType.JSON)
                .body(Map.of("reason", "SPAM"))
                .post("/api/intake/v1/complaints/" + Lodged.byWagimin().id() + "/screening-out")
                .then()
                .statusCode(401);
    }

    @Test
    void wantsAReason() {
        given().auth()
                .oauth2(officer())
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/intake/v1/complaints/" + Lodged.byWagimin().id() + "/screening-out")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("reason"));
    }

    private static String officer() {
        return Tokens.of("petugas", "/surakarta", "intake-officer");
    }

    private static ValidatableResponse screenOut(String token, Lodged complaint, String reason) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", reason))
                .post("/api/intake/v1/complaints/" + complaint.id() + "/screening-out")
                .then();
    }
}
