package id.tanggap.intake.suggestion;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import id.tanggap.intake.Surroundings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Surroundings.class)
class SuggestionResourceTest {
    @Test
    void namesPlacesAndCategories() {
        asked("surakarta", Map.of("text", "Lampu jalan padam", "address", "Kel. Pajang"))
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("regions.id", contains("33.72.01.1001"))
                .body("regions.name", contains("Kelurahan Pajang, Kecamatan Laweyan"))
                .body("categories.id", contains("penerangan-jalan"))
                .body("district", nullValue())
                .body("outside", is(false));
    }

    @Test
    void goesByThePointBeforeTheWords() {
        asked("surakarta", Map.of("text", "Di Kel. Kerten", "lat", -7.5692, "lon", 110.8291))
                .body("district.id", equalTo("33.72.03"))
                .body("regions.id", contains("33.72.03"));
        asked("surakarta", Map.of("text", "Di Kel. Mojo", "lat", -7.5692, "lon", 110.8291))
                .body("regions.id", contains("33.72.03.1010", "33.72.03"));
    }

    @Test
    void saysThatAPointLiesOutside() {
        asked("surakarta", Map.of("lat", -6.2, "lon", 106.8))
                .body("outside", is(true))
                .body("regions", empty())
                .body("categories", empty());
    }

    @Test
    void refusesWhatIsNoPlaceAndNoGovernment() {
        asked("surakarta", Map.of("lat", 91, "lon", 110)).statusCode(400);
        asked("entah", Map.of("text", "Lampu")).statusCode(404);
    }

    private static ValidatableResponse asked(String government, Map<String, Object> written) {
        return given().contentType(ContentType.JSON)
                .body(written)
                .post("/api/intake/v1/governments/" + government + "/suggestions")
                .then();
    }
}
