package id.tanggap.notification.delivery;

import static id.tanggap.notification.delivery.CitizenFixture.citizen;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

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
class DeliveryResourceTest {
    private static final String PATH = "/api/notification/v1/deliveries";
    private final World world = World.here();

    @ParameterizedTest
    @CsvSource({
        "coordinator, /surakarta, 200",
        "auditor, /surakarta, 200",
        "coordinator, /surakarta/dishub, 200",
        "head, /surakarta, 403",
        "agency-admin, /surakarta/dishub, 403",
        "division-staff, /surakarta/dishub, 403",
        "intake-officer, /surakarta, 403",
        "patron, /surakarta, 403"
    })
    void isOpenToThoseWhoWatchOver(String role, String group, int status) {
        as(Tokens.of("sari", group, role)).get(PATH).then().statusCode(status);
    }

    @Test
    void asksForAToken() {
        given().get(PATH).then().statusCode(401).contentType("application/problem+json");
        as(Tokens.forged("sari", "/surakarta", "coordinator")).get(PATH).then().statusCode(401);
        as(Tokens.expired("sari", "/surakarta", "coordinator")).get(PATH).then().statusCode(401);
    }

    @Test
    void isClosedToServices() {
        as(Tokens.ofService("notification-service", "contact-reader"))
                .get(PATH)
                .then()
                .statusCode(403);
    }

    @Test
    void showsTheLedgerWithoutAddresses() {
        var citizen = citizen(world).complains();
        world.row(citizen.complaint, "RECEIVED", "SENT");

        var page = page("/surakarta", "state=SENT&limit=200");

        var body = page.extract().asString();
        assertThat(body).doesNotContain("@", "Kanarina", "0812");
        assertThat(page.extract().jsonPath().<Map<String, @Nullable Object>>getList("items"))
                .filteredOn(item -> citizen.complaint.toString().equals(item.get("complaintId")))
                .singleElement()
                .satisfies(item -> assertThat(item)
                        .containsEntry("number", citizen.number)
                        .containsEntry("message", "RECEIVED")
                        .containsEntry("way", "EMAIL")
                        .containsEntry("state", "SENT")
                        .containsEntry("attempts", 1)
                        .containsKeys("id", "createdAt", "updatedAt")
                        .doesNotContainKeys("answer", "lastCause", "nextAttemptAt"));
    }

    @Test
    void showsEachGovernmentItsOwn() {
        var citizen = citizen(world).of("karanganyar").complainsWithoutAddress();
        world.row(citizen.complaint, "RECEIVED", "NO_ADDRESS");

        assertThat(complaints("/karanganyar", "limit=200")).contains(citizen.complaint.toString());
        assertThat(complaints("/surakarta", "limit=200")).doesNotContain(citizen.complaint.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "coordinator, /surakarta, 200",
        "auditor, /surakarta, 200",
        "intake-officer, /surakarta, 200",
        "head, /surakarta, 200",
        "agency-admin, /surakarta/dishub, 403",
        "division-staff, /surakarta/dishub, 403",
        "patron, /surakarta, 403"
    })
    void showsThoseOfOneComplaintToMore(String role, String group, int status) {
        as(Tokens.of("sari", group, role))
                .get(PATH + "?complaint=" + UUID.randomUUID())
                .then()
                .statusCode(status);
    }

    @Test
    void showsThoseOfOneComplaint() {
        var citizen = citizen(world).complains().isAnswered();
        citizen(world).complains();
        world.row(citizen.complaint, "RECEIVED", "SENT");
        world.row(citizen.complaint, "ANSWERED", "SENT");

        assertThat(complaints("/surakarta", "complaint=" + citizen.complaint))
                .containsExactly(citizen.complaint.toString(), citizen.complaint.toString());
        assertThat(complaints("/surakarta", "state=FAILED&complaint=" + citizen.complaint))
                .isEmpty();
        assertThat(complaints("/karanganyar", "complaint=" + citizen.complaint)).isEmpty();
    }

    @Test
    void leavesConversationsOutWhereTheyAreNotAskedFor() {
        var conversation = UUID.randomUUID();
        world.execute("""
                insert into recipient (complaint_id) values ('%1$s');
                insert into delivery (id, complaint_id, government, message, happened_at, way, state, created_at, updated_at)
                values ('%1$s', '%1$s', 'kota-bicara', 'DIALOGUE', now(), 'WHATSAPP', 'SENT', now(), now())
                """.formatted(conversation));

        assertThat(page("/kota-bicara", "limit=2").extract().jsonPath().getList("items.message"))
                .containsExactly("DIALOGUE");
        assertThat(complaints("/kota-bicara", "conversations=false")).isEmpty();
        assertThat(complaints("/kota-bicara", "complaint=" + conversation)).isEmpty();
    }

    @Test
    void pagesFromTheNewestToTheOldest() {
        var written = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            var citizen = citizen(world).of("kota-halaman").complainsWithoutAddress();
            world.row(citizen.complaint, "RECEIVED", "NO_ADDRESS");
            written.addFirst(citizen.complaint.toString());
        }

        var seen = new ArrayList<String>();
        String next = null;
        do {
            var page = page("/kota-halaman", "limit=2" + (next == null ? "" : "&after=" + next));
            seen.addAll(page.extract().jsonPath().getList("items.complaintId"));
            next = page.extract().path("next");
        } while (next != null);

        assertThat(seen).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"state=LOST, state", "limit=0, limit", "limit=201, limit", "limit=abc, limit", "after=x, after"})
    void namesTheParameterAtFault(String query, String field) {
        as(Tokens.of("sari", "/surakarta", "coordinator"))
                .get(PATH + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(field));
    }

    private List<String> complaints(String group, String query) {
        return page(group, query).extract().jsonPath().getList("items.complaintId");
    }

    private static ValidatableResponse page(String group, String query) {
        return as(Tokens.of("sari", group, "auditor"))
                .get(PATH + "?" + query)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
