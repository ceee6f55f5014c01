package id.tanggap.rest;

import static io.restassured.RestAssured.given;

import id.tanggap.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service began while Keycloak was away, and does not know yet whose tokens are good. */
@QuarkusTest
@TestProfile(KeycloakAwayTest.Away.class)
class KeycloakAwayTest {
    public static final class Away implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // Nobody ever listens there.
            return Map.of("tanggap.oidc.url", "http://127.0.0.1:1/auth/realms/tanggap");
        }
    }

    @Test
    void refusesNobodyForGood() {
        given().auth()
                .oauth2(Tokens.of("andi", "/surakarta", "agency-admin"))
                .get("/letters/mine")
                .then()
                .statusCode(503)
                .header("Retry-After", "5");
    }

    @Test
    void asksWhoShowsNothingToSignIn() {
        given().get("/letters/mine").then().statusCode(401);
    }
}
