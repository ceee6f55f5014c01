package id.tanggap.response.projection;

import static id.tanggap.response.DeskFixture.CASES;
import static id.tanggap.response.DeskFixture.RECEIVED;
import static id.tanggap.response.DeskFixture.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.AddedKind;
import id.tanggap.contracts.event.IntakeEvent.AddedWords;
import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.MaskedAnew;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.OneAct;
import id.tanggap.contracts.event.RoutingEvent.ActRefusal;
import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.response.DeskFixture;
import id.tanggap.response.Surroundings;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What intake masked anew stands in place of what the desk was told before, wherever that is. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class WordsAnewTest {
    private static final Instant REPLIED = RECEIVED.plusSeconds(20);
    private static final Instant OBJECTED = RECEIVED.plusSeconds(30);
    private static final MaskedAnew ANEW = new MaskedAnew(
            "Lampu di rumah [NAMA]",
            "Trotoar rusak di depan rumah [NAMA].",
            "Jalan Pasar [RUMAH]",
            List.of(
                    new AddedWords(AddedKind.REPLIED, REPLIED, "Saya [NAMA]"),
                    new AddedWords(AddedKind.OBJECTED, OBJECTED, "Belum, kata [NAMA]")),
            RECEIVED.plusSeconds(99));

    private final DeskFixture desk = new DeskFixture("agency-" + UUID.randomUUID());

    @Inject
    @SuppressWarnings("NullAway.Init")
    Pool pool;

    @Test
    void replacesTheComplaintAndWhatItIsFoundBy() {
        var complaint = maskedAnew();

        desk.admin()
                .get(CASES + complaint)
                .then()
                .statusCode(200)
                .body("title", equalTo(ANEW.title()))
                .body("text", equalTo(ANEW.text()))
                .body("address", equalTo(ANEW.address()));
        search("trotoar").body("items.id", contains(complaint.toString()));
        search("wagimin").body("items", hasSize(0));
    }

    @Test
    void replacesWhatTheCitizenAddedThoughItWasRefused() {
        var complaint = maskedAnew();

        desk.admin()
                .get(CASES + complaint)
                .then()
                .body("timeline.text", hasItem("Saya [NAMA]"))
                .body("timeline.text", hasItem("Belum, kata [NAMA]"));
        assertThat(everythingKeptOf(complaint)).doesNotContain("Wagimin");
    }

    /** The earlier words stand on the topic as well as those in their place. */
    @Test
    void standsWhenTheDeskIsBuiltAnew() {
        var complaint = maskedAnew();
        var before = everythingKeptOf(complaint);
        pool.preparedQuery("update case_text set text = 'Wagimin' where case_id = $1")
                .executeAndAwait(Tuple.of(complaint));

        rebuild();

        assertThat(everythingKeptOf(complaint)).isEqualTo(before);
    }

    private UUID maskedAnew() {
        var complaint = desk.dispatch();
        desk.say(complaint, new ComplainantReplied("Saya Wagimin", REPLIED));
        desk.say(complaint, refused(new ObjectionRaised("Belum, kata Wagimin", OBJECTED)));
        await().atMost(SOON)
                .until(() -> everythingKeptOf(complaint).contains("Saya Wagimin")
                        && everythingKeptOf(complaint).contains("kata Wagimin"));
        desk.say(complaint, ANEW);
        await().atMost(SOON).until(() -> !everythingKeptOf(complaint).contains("Lampu jalan"));
        return complaint;
    }

    private static Event refused(ObjectionRaised act) {
        return new ActRefused(
                UUID.randomUUID(), OneAct.of(act), ActRefusal.ENDED, DeskStatus.IN_PROGRESS, null, OBJECTED);
    }

    private static void rebuild() {
        var operator = RestAssured.given().auth().oauth2(Tokens.ofService("operator", "operator"));
        await().atMost(SOON)
                .until(() -> operator.post("/api/response/v1/admin/rebuild").statusCode() == 202);
        await().atMost(SOON)
                .until(() -> "DONE"
                        .equals(operator.get("/api/response/v1/admin/rebuild").path("state")));
    }

    private String everythingKeptOf(UUID complaint) {
        return pool.preparedQuery(
                        "select desk_case::text || case_text::text as kept from desk_case join case_text on case_id = id where id = $1")
                .executeAndAwait(Tuple.of(complaint))
                .iterator()
                .next()
                .getString("kept");
    }

    private ValidatableResponse search(String typed) {
        return desk.admin().queryParam("text", typed).get(CASES).then().statusCode(200);
    }
}
