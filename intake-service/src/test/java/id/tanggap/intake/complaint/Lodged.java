package id.tanggap.intake.complaint;

import static id.tanggap.intake.complaint.ComplaintFixture.form;
import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** A complaint that was lodged, in the hands of who has its receipt. */
public record Lodged(UUID id, String number, String secret) {
    /** Wagimin's, who left a telephone number. */
    public static Lodged byWagimin() {
        return of(form().with("complainant", Map.of("name", "Wagimin", "phone", "081299998888")));
    }

    public static Lodged of(ComplaintFixture form) {
        var receipt = given().contentType(ContentType.JSON)
                .body(form.json())
                .post("/api/intake/v1/complaints")
                .then()
                .statusCode(201)
                .extract();
        return new Lodged(UUID.fromString(receipt.path("id")), receipt.path("number"), receipt.path("secret"));
    }

    public ValidatableResponse timeline() {
        return given().header("Tanggap-Secret", secret).get(path("timeline")).then();
    }

    public ValidatableResponse reply(String text) {
        return asCitizen().body(Map.of("text", text)).post(path("reply")).then();
    }

    public ValidatableResponse object(String reason) {
        return asCitizen()
                .body(Map.of("reason", reason))
                .post(path("objection"))
                .then();
    }

    public ValidatableResponse withdraw() {
        return given().header("Tanggap-Secret", secret).post(path("withdrawal")).then();
    }

    public RequestSpecification asCitizen() {
        return given().header("Tanggap-Secret", secret).contentType(ContentType.JSON);
    }

    public String path(String last) {
        return "/api/intake/v1/complaints/" + number + "/" + last;
    }
}
