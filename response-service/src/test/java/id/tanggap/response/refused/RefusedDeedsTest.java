package id.tanggap.response.refused;

import static id.tanggap.response.DeskFixture.CASES;
import static id.tanggap.response.DeskFixture.SOON;
import static id.tanggap.response.DeskFixture.as;
import static id.tanggap.response.DeskFixture.with;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.RoutingEvent.ActRefusal;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.MoveCalledOff;
import id.tanggap.contracts.event.RoutingEvent.Redelegated;
import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.contracts.vocabulary.MisroutingReason;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.response.DeskFixture;
import id.tanggap.response.Surroundings;
import id.tanggap.testkit.RoutingsWord;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two people acted at once, and routing says what becomes of what the desk did. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class RefusedDeedsTest {
    private static final String REFUSED = "/api/response/v1/me/refused";

    private final String agency = "satu-" + UUID.randomUUID();
    private final String following = "dua-" + UUID.randomUUID();
    private final DeskFixture desk = new DeskFixture(agency);
    private final RoutingsWord routing = new RoutingsWord(Topics.RESPONSE, "surakarta");

    @Test
    void saysThatAnAnswerHasNoEffectAndKeepsItsWords() {
        var complaint = desk.dispatch();
        take(complaint, "accept", Map.of());
        answer(complaint, "Lampu kami ganti.");
        move(complaint);
        routing.refuse(complaint, ActRefusal.MOVED, DeskStatus.DISPATCHED);

        await().atMost(SOON)
                .untilAsserted(() -> next().get(CASES + complaint)
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("DISPATCHED"))
                        .body("answer", equalTo(null)));
        with(next(), Map.of()).post(CASES + complaint + "/accept").then().statusCode(200);
        desk.admin().get(CASES + complaint).then().statusCode(404);
        var id = desk.admin()
                .get(REFUSED)
                .then()
                .statusCode(200)
                .body("findAll { it.text == 'Lampu kami ganti.' }", hasSize(1))
                .body("[0].action", equalTo("PUBLISH"))
                .body("[0].because", startsWith("Tidak berlaku: aduan ini lebih dahulu dialihkan"))
                .extract()
                .<String>path("[0].id");
        next().post(REFUSED + "/" + id + "/read").then().statusCode(404);
        desk.admin().post(REFUSED + "/" + id + "/read").then().statusCode(204);
        desk.admin().post(REFUSED + "/" + id + "/read").then().statusCode(204);
        desk.admin().get(REFUSED).then().statusCode(200).body("id.findAll { it == '" + id + "' }", hasSize(0));
    }

    @Test
    void putsTheFormerAnswerBackWhenTheNewOneHasNoEffect() {
        var complaint = desk.dispatch();
        take(complaint, "accept", Map.of());
        take(complaint, "answer", Map.of("text", "Jawaban pertama."));
        desk.say(complaint, new ObjectionRaised("Belum.", Instant.now()));
        becomes(complaint, "OBJECTED");
        answerTheObjection(complaint, "Jawaban kedua.");
        routing.refuse(complaint, ActRefusal.MOVED, DeskStatus.OBJECTED);

        becomes(complaint, "OBJECTED");
        desk.admin()
                .get(CASES + complaint)
                .then()
                .body("answer", equalTo("Jawaban pertama."))
                .body("timeline.findAll { it.noEffect != null }.text", equalTo(List.of("Jawaban kedua.")));
    }

    /** The word on the first answer came late: the next agency had answered by then. */
    @Test
    void leavesTheNewerAnswerOfTheNextAgencyAsItIs() {
        var complaint = desk.dispatch();
        take(complaint, "accept", Map.of());
        answer(complaint, "Jawaban instansi pertama.");
        move(complaint);
        with(next(), Map.of()).post(CASES + complaint + "/accept").then().statusCode(200);
        with(next(), Map.of("text", "Jawaban instansi kedua."))
                .post(CASES + complaint + "/answer")
                .then()
                .statusCode(200);

        routing.refuse(complaint, ActRefusal.MOVED, DeskStatus.IN_PROGRESS);

        await().atMost(SOON)
                .untilAsserted(() -> desk.admin()
                        .get(REFUSED)
                        .then()
                        .body("text", hasItem("Jawaban instansi pertama."))
                        .body("text", not(hasItem("Jawaban instansi kedua."))));
        next().get(CASES + complaint)
                .then()
                .body("status", equalTo("ANSWERED"))
                .body("answer", equalTo("Jawaban instansi kedua."));
        routing.refuse(complaint, ActRefusal.MOVED, DeskStatus.IN_PROGRESS);
        routing.refuse(complaint, ActRefusal.MOVED, DeskStatus.IN_PROGRESS);

        await().atMost(SOON)
                .untilAsserted(() -> next().get(CASES + complaint)
                        .then()
                        .body("status", equalTo("IN_PROGRESS"))
                        .body("answer", equalTo(null)));
    }

    @Test
    void isAnsweredAgainWhenTheAnswerCallsTheMoveOff() {
        var complaint = desk.dispatch();
        take(complaint, "accept", Map.of());
        answer(complaint, "Lampu kami ganti.");
        move(complaint);
        desk.say(complaint, new MoveCalledOff(agency, "Dinas Percobaan", 1, Instant.now()));
        routing.take(complaint);

        becomes(complaint, "ANSWERED");
        desk.admin()
                .get(CASES + complaint)
                .then()
                .body("answer", equalTo("Lampu kami ganti."))
                .body("timeline.what", hasItem("MOVE_CALLED_OFF"));
        next().get(CASES + complaint).then().statusCode(404);
    }

    private RequestSpecification next() {
        return as("cici", "/surakarta/" + following, "agency-admin");
    }

    private void take(UUID complaint, String act, Map<String, ?> body) {
        with(desk.admin(), body).post(CASES + complaint + "/" + act).then().statusCode(200);
        routing.take(complaint);
    }

    private void answer(UUID complaint, String text) {
        with(desk.admin(), Map.of("text", text))
                .post(CASES + complaint + "/answer")
                .then()
                .statusCode(200)
                .body("status", equalTo("ANSWERED"));
    }

    private void answerTheObjection(UUID complaint, String text) {
        var about = CASES + complaint;
        with(desk.admin(), Map.of("text", text, "version", 0))
                .put(about + "/draft")
                .then()
                .statusCode(200);
        desk.admin().post(about + "/approval-request").then().statusCode(200);
        with(as("ketua", "/surakarta", "head"), Map.of("draftVersion", 1))
                .post(about + "/approval")
                .then()
                .statusCode(200);
        with(desk.admin(), Map.of("draftVersion", 1))
                .post(about + "/answer")
                .then()
                .statusCode(200)
                .body("status", equalTo("ANSWERED"));
    }

    private void move(UUID complaint) {
        desk.say(complaint, new Redelegated(agency, following, MisroutingReason.NOT_OUR_DUTY, 1, Instant.now()));
        desk.say(complaint, new Dispatched(following, "Dinas Lain", "Dialihkan", "redelegation", 1, Instant.now()));
        await().atMost(SOON)
                .untilAsserted(() -> next().get(CASES + complaint).then().statusCode(200));
    }

    private void becomes(UUID complaint, String status) {
        await().atMost(SOON)
                .untilAsserted(() -> desk.admin().get(CASES + complaint).then().body("status", equalTo(status)));
    }
}
