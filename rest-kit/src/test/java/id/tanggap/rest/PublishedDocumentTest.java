package id.tanggap.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import id.tanggap.testkit.TokensResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** What the document of every service says without a word at the operation. */
@QuarkusTest
@WithTestResource(TokensResource.class)
class PublishedDocumentTest {
    private static final String POST = "paths.'/letters'.post.";
    private static final String MINE = "paths.'/letters/mine'.get.";

    @Test
    void callsAnOperationByClassAndMethod() {
        document().body(POST + "operationId", equalTo("Letterbox_post")).body(POST + "tags", contains("Letterbox"));
    }

    @Test
    void tellsWhomAnOperationIsOpenTo() {
        document()
                .body(POST + "security", empty())
                .body(MINE + "security.Keycloak", contains(empty()))
                .body(MINE + "description", equalTo("For the roles `agency-admin`."));
    }

    @Test
    void tellsTheRefusalsThatFollowFromWhatAnOperationTakes() {
        document()
                .body(POST + "responses.keySet()", containsInAnyOrder("200", "400", "413", "503", "default"))
                .body(MINE + "responses.keySet()", containsInAnyOrder("200", "401", "403", "503", "default"))
                .body("paths.'/letters/{state}'.get.responses", hasKey("404"));
    }

    @Test
    void tellsEachRefusalOnce() {
        document()
                .body(POST + "responses.'400'.$ref", equalTo("#/components/responses/Invalid"))
                .body(
                        "components.responses.Invalid.content.'application/problem+json'.schema.$ref",
                        equalTo("#/components/schemas/Problem"))
                .body("components.responses.Unavailable.headers", hasKey("Retry-After"))
                .body("components.responses", not(hasKey("Gone")));
    }

    @Test
    void tellsWhichPostsTakeAKey() {
        document()
                .body(
                        "paths.'/letters/registered'.post.parameters.$ref",
                        contains("#/components/parameters/IdempotencyKey"))
                .body("components.parameters.IdempotencyKey.name", equalTo("Idempotency-Key"))
                .body("components.parameters.IdempotencyKey", not(hasKey("required")))
                .body("paths.'/letters'.post", not(hasKey("parameters")));
    }

    @Test
    void demandsWhatIsNeitherNullableNorLeftOut() {
        document()
                .body("components.schemas.Problem.required", containsInAnyOrder("type", "title", "status"))
                .body("components.schemas.Letter.required", containsInAnyOrder("text", "colour"));
    }

    @Test
    void putsWhatIsUnwrappedWhereItStands() {
        document()
                .body("components.schemas.Parcel.properties.keySet()", contains("weight", "worth", "colour", "from"))
                .body("components.schemas.Parcel.required", contains("colour", "from", "weight", "worth"));
        given().get("/letters/parcel")
                .then()
                .body(equalTo("{\"weight\":7,\"worth\":\"3.000\",\"colour\":null,\"from\":\"Surakarta\"}"));
    }

    private static ValidatableResponse document() {
        return given().get("/api/letters/openapi.json").then().statusCode(200);
    }
}
