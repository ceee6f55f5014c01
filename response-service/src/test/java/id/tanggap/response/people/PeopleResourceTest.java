package id.tanggap.response.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import id.tanggap.response.DeskFixture;
import id.tanggap.response.Surroundings;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Surroundings.class)
class PeopleResourceTest {
    static final List<String> GOVERNMENTS = List.of("surakarta", "karanganyar");
    private static final String PATH = "/api/response/v1/people";

    @ParameterizedTest
    @CsvSource({
        "coordinator, /surakarta, andi kira dewi mantan petugas.parkir",
        "coordinator, /karanganyar, andi kira dewi mantan petugas.parkir",
        "head, /surakarta, andi kira dewi mantan petugas.parkir",
        "auditor, /surakarta, andi kira dewi mantan petugas.parkir",
        "auditor, /surakarta/dlh, andi kira dewi mantan petugas.parkir",
        "head, /surakarta/dlh, dewi",
        "agency-admin, /surakarta/dishub, andi mantan petugas.parkir",
        "agency-admin, /surakarta/dlh, dewi",
        "agency-admin, /karanganyar/dlh, dewi"
    })
    void tellsWhoWorksWhereTheCallerReaches(String role, String group, String usernames) {
        var government = group.split("/", -1)[1];

        List<String> ids = people(group, role).statusCode(200).extract().path("id");

        assertThat(ids)
                .containsExactlyInAnyOrder(List.of(usernames.split(" ", -1)).stream()
                        .map(username -> government + ":" + username)
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "agency-admin, /surakarta",
        "division-staff, /surakarta/dishub/parkir",
        "intake-officer, /surakarta",
        "patron, /surakarta",
        "operator, /surakarta",
        "secret-answer-reader, /surakarta"
    })
    void refusesEverybodyElse(String role, String group) {
        people(group, role).statusCode(403).contentType("application/problem+json");
    }

    @Test
    void asksForATokenAndAGovernment() {
        given().get(PATH).then().statusCode(401);
        given().auth()
                .oauth2(Tokens.ofService("reporting-service", "auditor"))
                .get(PATH)
                .then()
                .statusCode(403);
    }

    @Test
    void tellsNameRolesPlaceAndWhoMayLogIn() {
        var list = people("/surakarta", "coordinator")
                .header("Cache-Control", equalTo("no-store"))
                .body("name", contains("Andi Nugroho", "Bayu Santoso", "Dewi", "Kirana Wulandari", "petugas.parkir"))
                .body("find { it.name == 'Kirana Wulandari' }.roles", contains("coordinator", "intake-officer"))
                .body("find { it.name == 'Kirana Wulandari' }.agency", nullValue())
                .body("find { it.name == 'petugas.parkir' }.roles", contains("division-staff"))
                .body("find { it.name == 'petugas.parkir' }.agency", equalTo("dishub"))
                .body("find { it.name == 'petugas.parkir' }.division", equalTo("parkir"))
                .body("find { it.name == 'Andi Nugroho' }.division", nullValue())
                .body("find { it.name == 'Andi Nugroho' }.enabled", equalTo(true))
                .body("find { it.name == 'Bayu Santoso' }.enabled", equalTo(false));

        assertThat(list.extract().asString()).doesNotContain("contoh.invalid");
    }

    @Test
    void leavesRolesOutWhereKeycloakDoesNotTellThem() {
        FakeKeycloak.TELLS_ROLES.set(false);
        try {
            people("/klaten", "coordinator")
                    .statusCode(200)
                    .body("size()", equalTo(5))
                    .body("find { it.name == 'Andi Nugroho' }.agency", equalTo("dishub"))
                    .body("findAll { it.roles != null }.size()", equalTo(0));
        } finally {
            FakeKeycloak.TELLS_ROLES.set(true);
        }
    }

    @Test
    void asksKeycloakPerGroupAndRoleAndNotAgainWithinTheMinute() {
        people("/sragen", "head").statusCode(200);
        people("/sragen", "auditor").statusCode(200);

        assertThat(FakeKeycloak.ASKED)
                .filteredOn(question -> question.contains("sragen"))
                .containsExactlyInAnyOrder(
                        "groups/sragen",
                        "groups/.sragen/children",
                        "groups/.sragen.dishub/children",
                        "groups/.sragen/members",
                        "groups/.sragen.dishub/members",
                        "groups/.sragen.dlh/members",
                        "groups/.sragen.dishub.parkir/members");
    }

    @Test
    void saysSoWhileKeycloakIsAwayAndTellsAsSoonAsItIsBack() {
        FakeKeycloak.AWAY.put("boyolali", true);
        people("/boyolali", "coordinator")
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tanggap:masalah:daftar-petugas-tidak-tersedia"));

        FakeKeycloak.AWAY.remove("boyolali");

        people("/boyolali", "coordinator").statusCode(200).body("size()", equalTo(5));
    }

    private static ValidatableResponse people(String group, String role) {
        return DeskFixture.as("sari", group, role).get(PATH).then();
    }
}
