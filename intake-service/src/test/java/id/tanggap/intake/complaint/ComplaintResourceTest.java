package id.tanggap.intake.complaint;

import static id.tanggap.intake.complaint.ComplaintFixture.form;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import id.tanggap.intake.Surroundings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Surroundings.class)
class ComplaintResourceTest {
    @Inject
    Pool pool;

    @Test
    void givesAReceipt() {
        submit(form())
                .statusCode(201)
                .body("number", matchesPattern("SKA(-[0-9A-Z]{4}){2}"))
                .body("secret", matchesPattern("[0-9A-Z]{4}-[0-9A-Z]{4}"))
                .body("receivedAt", matchesPattern(".*Z"))
                .body("track", matchesPattern("/lacak/[?]nomor=SKA-.*"));
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        submit(form().without("government")
                        .with("text", "pendek")
                        .with("complainant", Map.of("email", "bukan surel", "phone", "satu"))
                        .with("location", Map.of("lat", 91)))
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "errors.field",
                        hasItems("government", "text", "complainant.email", "complainant.phone", "location.lat"));
    }

    @ParameterizedTest
    @CsvSource({
        "government, atlantis, government",
        "category, tidak-ada, category",
        "channel, TELEPATI, channel",
        "type, KELUHAN, type",
        "visibility, TERSELUBUNG, visibility"
    })
    void namesTheFieldWhoseValueIsUnknown(String field, String value, String named) {
        submit(form().with(field, value))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(named));
    }

    @Test
    void refusesARegionOfAnotherGovernment() {
        submit(form().with("location", Map.of("regionCode", "33.13.01")))
                .statusCode(400)
                .body("errors[0].field", equalTo("location.regionCode"));
    }

    @Test
    void refusesControlCharactersThatNoDatabaseTakes() {
        submit(form().with("text", "Lampu jalan mati \u0000 sejak kemarin"))
                .statusCode(400)
                .body("errors[0].field", equalTo("text"));
    }

    @Test
    void saysWhereTheJsonIsBroken() {
        given().contentType(ContentType.JSON)
                .body("{\"government\": \"surakarta\",,}")
                .post("/api/intake/v1/complaints")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tanggap:masalah:json-rusak"));
    }

    @Test
    void refusesAnEmptyBodyAndAnotherMediaType() {
        given().contentType(ContentType.JSON)
                .post("/api/intake/v1/complaints")
                .then()
                .statusCode(400);
        given().contentType("text/plain")
                .body("Lampu mati")
                .post("/api/intake/v1/complaints")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        submit(form().with("text", "a".repeat(70_000))).statusCode(413);
    }

    @Test
    void givesTheSameReceiptForTheSameKey() {
        var key = UUID.randomUUID().toString();
        var first = submit(form(), key).statusCode(201).extract().asString();
        var second = submit(form(), key).statusCode(201).extract().asString();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void refusesTheSameKeyForAnotherForm() {
        var key = UUID.randomUUID().toString();
        submit(form(), key).statusCode(201);

        submit(form().with("text", "Sampah menumpuk di pinggir jalan raya."), key)
                .statusCode(422)
                .body("type", equalTo("urn:tanggap:masalah:kunci-terpakai"));
    }

    @Test
    void storesThePersonSealedOnly() {
        var id = UUID.fromString(submit(form().with("text", "Saya Wagimin KANARI, telepon 081299998888, lampu mati.")
                        .with(
                                "complainant",
                                Map.of("name", "Wagimin Kanari", "email", "kanari@contoh.id", "phone", "081299998888")))
                .statusCode(201)
                .body("$", not(hasItems("Kanari")))
                .extract()
                .<String>path("id"));

        var row = pool.preparedQuery(
                        "select c::text, encode(v.sealed, 'escape') as vault from complaint c join vault v on complaint_id = id where id = $1")
                .execute(io.vertx.mutiny.sqlclient.Tuple.of(id))
                .await()
                .indefinitely()
                .iterator()
                .next();
        assertThat(row.getString(0) + row.getString("vault"))
                .doesNotContainIgnoringCase("kanari")
                .doesNotContain("81299998888");
    }

    @Test
    void offersItsGovernmentsAndCategories() {
        given().get("/api/intake/v1/governments")
                .then()
                .statusCode(200)
                .body("id", hasItems("surakarta", "karanganyar"))
                .body("find { it.id == 'surakarta' }.categories.id", hasItems("jalan-rusak"));
    }

    private static ValidatableResponse submit(ComplaintFixture form) {
        return given().contentType(ContentType.JSON)
                .body(form.json())
                .post("/api/intake/v1/complaints")
                .then();
    }

    private static ValidatableResponse submit(ComplaintFixture form, String key) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(form.json())
                .post("/api/intake/v1/complaints")
                .then();
    }
}
