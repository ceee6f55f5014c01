package id.tanggap.intake.government;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import id.tanggap.intake.Surroundings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Surroundings.class)
class RegionsResourceTest {
    private static final String REGIONS = "/api/intake/v1/governments/{id}/regions";

    @Test
    void givesTheDistrictsWithVillagesAndOutlines() {
        given().get(REGIONS, "surakarta")
                .then()
                .statusCode(200)
                .contentType("application/geo+json")
                .body("type", equalTo("FeatureCollection"))
                .body("source", containsString("MIT"))
                .body("accuracy", equalTo(50))
                .body(
                        "features.properties.name",
                        contains("Laweyan", "Serengan", "Pasar Kliwon", "Jebres", "Banjarsari"))
                .body(
                        "features[0].properties.villages.find { it.code == '33.72.01.1001' }",
                        equalTo(Map.of("code", "33.72.01.1001", "name", "Pajang", "kind", "KELURAHAN")))
                .body("features.geometry.type", everyItem(equalTo("MultiPolygon")));
    }

    @Test
    void writesLongitudeFirst() {
        List<List<Float>> ring = given().get(REGIONS, "surakarta").path("features[0].geometry.coordinates[0][0]");

        assertThat(ring)
                .isNotEmpty()
                .allSatisfy(point -> assertThat(point.get(0)).isBetween(110f, 111f))
                .allSatisfy(point -> assertThat(point.get(1)).isBetween(-8f, -7f));
        assertThat(ring.getFirst()).isEqualTo(ring.getLast());
    }

    @Test
    void isKeptByThoseWhoAskAndNotSentTwice() {
        String tag = given().get(REGIONS, "karanganyar")
                .then()
                .header("Cache-Control", equalTo("public, max-age=3600"))
                .extract()
                .header("ETag");

        given().header("If-None-Match", tag)
                .get(REGIONS, "karanganyar")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .body(emptyString());
        given().header("If-None-Match", tag)
                .get(REGIONS, "surakarta")
                .then()
                .statusCode(200)
                .body("features.properties.code", hasItem("33.72.01"));
    }

    @Test
    void saysThatAGovernmentIsNotServed() {
        given().get(REGIONS, "atlantis").then().statusCode(404).contentType("application/problem+json");
    }
}
