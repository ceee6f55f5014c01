package id.tanggap.intake.complaint;

import static id.tanggap.intake.complaint.ComplaintFixture.form;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import id.tanggap.intake.Surroundings;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes to the counter or by letter, written down by an officer. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class CounterTest {
    private static final String COUNTER = "/api/intake/v1/counter/complaints";

    @Inject
    Pool pool;

    @ParameterizedTest
    @CsvSource({
        "intake-officer, /surakarta, 201",
        "intake-officer, /karanganyar, 403",
        "intake-officer, '', 403",
        "agency-admin, /surakarta/dishub, 403",
        "division-staff, /surakarta/dishub/lalu-lintas, 403",
        "coordinator, /surakarta, 403",
        "head, /surakarta, 403",
        "patron, /surakarta, 403",
        "auditor, /surakarta, 403"
    })
    void isForTheOfficersOfTheOwnGovernment(String role, String group, int status) {
        take(Tokens.of("petugas", group, role), form().with("channel", "LETTER"), UUID.randomUUID())
                .statusCode(status);
    }

    @Test
    void keepsWhoWroteItDownAndGivesTheCitizenAReceipt() {
        var officer = Tokens.of("petugas", "/surakarta", "intake-officer");
        var key = UUID.randomUUID();
        var receipt = take(officer, form().with("channel", "COUNTER"), key)
                .statusCode(201)
                .body("number", startsWith("SKA-"))
                .extract();

        var lodged = new Lodged(UUID.fromString(receipt.path("id")), receipt.path("number"), receipt.path("secret"));
        lodged.timeline().statusCode(200).body("status", equalTo("RECEIVED"));
        assertThat(takenBy(lodged.id())).isEqualTo("petugas");
        take(officer, form().with("channel", "COUNTER"), key).statusCode(201).body("number", equalTo(lodged.number()));
    }

    @Test
    void givesNobodyTheReceiptOfAnother() {
        var form = form().with("channel", "LETTER");
        var key = UUID.randomUUID();
        var citizens = given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key.toString())
                .body(form().json())
                .post("/api/intake/v1/complaints")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("number");

        var first = numberOf("petugas", form, key);
        var second = numberOf("rekan", form, key);

        assertThat(List.of(citizens, first, second)).doesNotHaveDuplicates();
        assertThat(numberOf("petugas", form, key)).isEqualTo(first);
        take(Tokens.of("petugas", "/surakarta", "intake-officer"), form.with("title", "Lain"), key)
                .statusCode(422);
    }

    private static String numberOf(String officer, ComplaintFixture form, UUID key) {
        return take(Tokens.of(officer, "/surakarta", "intake-officer"), form, key)
                .statusCode(201)
                .extract()
                .path("number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WEB", "MOBILE_APP", "OPEN311"})
    void leavesToCitizensWhatTheyFileThemselves(String channel) {
        take(Tokens.of("petugas", "/surakarta", "intake-officer"), form().with("channel", channel), UUID.randomUUID())
                .statusCode(400)
                .body("errors[0].field", equalTo("channel"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"COUNTER", "LETTER"})
    void isNoStrangers(String channel) {
        given().contentType(ContentType.JSON)
                .body(form().with("channel", channel).json())
                .post(COUNTER)
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse take(String token, ComplaintFixture form, UUID key) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key.toString())
                .body(form.json())
                .post(COUNTER)
                .then();
    }

    private String takenBy(UUID complaint) {
        return pool.preparedQuery("select taken_by from complaint where id = $1")
                .execute(Tuple.of(complaint))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0);
    }
}
