package id.tanggap.notification.delivery;

import static id.tanggap.notification.delivery.CitizenFixture.citizen;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.tanggap.contracts.event.NotificationEvent.AnswerReached;
import id.tanggap.contracts.event.NotificationEvent.Reached;
import id.tanggap.notification.Surroundings;
import id.tanggap.notification.World;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Surroundings.class)
class LetterResourceTest {
    private static final String PATH = "/api/notification/v1/letters";
    private final World world = World.here();

    @ParameterizedTest
    @CsvSource({
        "intake-officer, /surakarta, 200",
        "coordinator, /surakarta, 200",
        "auditor, /surakarta, 403",
        "head, /surakarta, 403",
        "agency-admin, /surakarta/dishub, 403",
        "operator, /, 403"
    })
    void isOpenToThoseWhoWriteLetters(String role, String group, int status) {
        as(Tokens.of("sari", group, role)).get(PATH).then().statusCode(status);
    }

    @Test
    void asksForAToken() {
        given().get(PATH).then().statusCode(401);
        given().contentType("application/json")
                .body("{}")
                .post(PATH + "/" + UUID.randomUUID() + "/done")
                .then()
                .statusCode(401);
    }

    @Test
    void tellsOfAnAnswerThatReachesNobodyOnAnyWay() {
        var citizen = citizen(world).of("kota-surat").complainsWithoutAddress().isAnswered();
        world.row(citizen.complaint, "ANSWERED", "NO_ADDRESS");

        assertThat(letters("/kota-surat"))
                .singleElement()
                .satisfies(letter -> assertThat(letter)
                        .containsEntry("complaintId", citizen.complaint.toString())
                        .containsEntry("number", citizen.number)
                        .containsEntry("message", "ANSWERED")
                        .containsEntry("why", "NO_ADDRESS")
                        .containsKey("since")
                        .doesNotContainKey("done"));
    }

    @Test
    void tellsOfTwoQuestionsOnce() {
        var citizen = citizen(world)
                .of("kota-tanya")
                .complainsWithoutAddress()
                .isAsked("Nomor tiang?", 1)
                .isAsked("Dekat apa?", 2)
                .isAnswered();
        world.row(citizen.complaint, "ANSWERED", "NO_ADDRESS");

        assertThat(letters("/kota-tanya"))
                .extracting(letter -> letter.get("message"))
                .containsExactlyInAnyOrder("INFORMATION_REQUESTED", "ANSWERED");
    }

    @Test
    void tellsNothingOfWhoeverWantsNoNameKnown() {
        var citizen = citizen(world)
                .of("kota-sembunyi")
                .complainsWithoutAddressOrName()
                .isAnswered();
        world.row(citizen.complaint, "ANSWERED", "NO_ADDRESS");

        assertThat(letters("/kota-sembunyi")).isEmpty();
    }

    @Test
    void isTickedOffOnceByWhoWasFirst() {
        var citizen =
                citizen(world).of("kota-centang").complainsWithoutAddress().isAnswered();
        world.row(citizen.complaint, "ANSWERED", "NO_ADDRESS");
        var id = letters("/kota-centang").getFirst().get("id");

        tickOff("sari", "/kota-centang", id, "{\"remark\": \" Pos, agenda 12 \"}")
                .statusCode(204);
        tickOff("budi", "/kota-centang", id, "{}").statusCode(204);

        assertThat(world.told(citizen.complaint, 2))
                .extracting(told -> ((AnswerReached) told).by())
                .containsExactly(Reached.SHOWN, Reached.POSTED);
        assertThat(letters("/kota-centang")).isEmpty();
        page("/kota-centang", "done=true")
                .body("items.id[0]", equalTo(id))
                .body("items.done[0].by", equalTo("sari"))
                .body("items.done[0].remark", equalTo("Pos, agenda 12"));
    }

    @Test
    void isTickedOffInItsGovernmentAlone() {
        var citizen = citizen(world).of("kota-lain").complainsWithoutAddress().isAnswered();
        world.row(citizen.complaint, "ANSWERED", "NO_ADDRESS");
        var id = letters("/kota-lain").getFirst().get("id");

        tickOff("sari", "/surakarta", id, "{}").statusCode(404);
        tickOff("sari", "/kota-lain", UUID.randomUUID(), "{}").statusCode(404);
        tickOff("sari", "/kota-lain", id, "{\"remark\": \"" + "x".repeat(201) + "\"}")
                .statusCode(400);

        assertThat(letters("/kota-lain")).hasSize(1);
    }

    @Test
    void pagesFromTheOldestToTheNewest() {
        var owed = new ArrayList<Object>();
        for (int i = 0; i < 5; i++) {
            var citizen =
                    citizen(world).of("kota-antre").complainsWithoutAddress().isAnswered();
            world.row(citizen.complaint, "ANSWERED", "NO_ADDRESS");
            owed.add(citizen.complaint.toString());
        }

        var seen = new ArrayList<Object>();
        String next = null;
        do {
            var page = page("/kota-antre", "limit=2" + (next == null ? "" : "&after=" + next));
            seen.addAll(page.extract().jsonPath().getList("items.complaintId"));
            next = page.extract().path("next");
        } while (next != null);

        assertThat(seen).isEqualTo(owed);
    }

    private static List<Map<String, @Nullable Object>> letters(String group) {
        return page(group, "limit=50").extract().jsonPath().getList("items");
    }

    private static ValidatableResponse page(String group, String query) {
        return as(Tokens.of("sari", group, "intake-officer"))
                .get(PATH + "?" + query)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse tickOff(String who, String group, @Nullable Object id, String body) {
        return as(Tokens.of(who, group, "coordinator"))
                .contentType("application/json")
                .body(body)
                .post(PATH + "/" + id + "/done")
                .then();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
