package id.tanggap.intake.masking;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import id.tanggap.intake.Surroundings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Surroundings.class)
class PreviewResourceTest {
    @Test
    void tellsWhereWhatIdentifiesAPersonStands() {
        preview(Map.of(
                        "government", "surakarta",
                        "name", "Budi Santoso",
                        "title", "Budi Santoso melapor",
                        "text", "NIK saya 3372011203800001 ditolak",
                        "address", "Jl. Melati No. 12"))
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("found.field", contains("TITLE", "TEXT", "ADDRESS"))
                .body("found.word", contains("nama orang", "NIK", "nomor rumah"))
                .body("found.mark", contains("[NAMA]", "[NIK]", "[RUMAH]"))
                .body("found.from", contains(0, 9, 11))
                .body("found.to", contains(12, 25, 17));
    }

    @Test
    void knowsThePublicAccountsAndPlacesOfTheGovernment() {
        preview(Map.of("government", "surakarta", "text", "Sudah lapor @dishubsolo soal lampu di Kottabarat"))
                .statusCode(200)
                .body("found", empty());
    }

    @Test
    void needsNoGovernmentOfOurs() {
        preview(Map.of("government", "atlantis", "text", "WA 081234567890"))
                .statusCode(200)
                .body("found.mark", contains("[TELEPON]"));
    }

    @Test
    void isAskedForSomewhere() {
        preview(Map.of("text", "WA 081234567890")).statusCode(400).body("errors.field", contains("government"));
    }

    private static ValidatableResponse preview(Map<String, String> written) {
        return given().contentType("application/json")
                .body(written)
                .post("/api/intake/v1/masking/preview")
                .then();
    }
}
