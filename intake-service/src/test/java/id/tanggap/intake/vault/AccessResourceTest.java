package id.tanggap.intake.vault;

import static id.tanggap.intake.complaint.ComplaintFixture.form;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import id.tanggap.intake.Surroundings;
import id.tanggap.intake.complaint.Lodged;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vault's log before the auditor. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class AccessResourceTest {
    private static final String PATH = "/api/intake/v1/vault/accesses";

    /** Nobody else in this database has looked. */
    private final String officer = "petugas-" + UUID.randomUUID();

    @ParameterizedTest
    @CsvSource({
        "auditor, /surakarta, 200, 1",
        "auditor, /surakarta/inspektorat, 200, 1",
        "auditor, /karanganyar, 200, 0",
        "auditor, /karanganyar/inspektorat, 200, 0",
        "coordinator, /surakarta, 403, 0",
        "agency-admin, /surakarta/dishub, 403, 0",
        "division-staff, /surakarta/dishub, 403, 0",
        "intake-officer, /surakarta, 403, 0",
        "head, /surakarta, 403, 0",
        "patron, /surakarta, 403, 0",
        "contact-reader, /surakarta, 403, 0",
        "coordinator, /karanganyar, 403, 0"
    })
    void isOpenToTheAuditorOfTheGovernment(String role, String group, int status, int seen) {
        open(Lodged.byWagimin(), "surakarta", "menjawab aduan");

        var page = given().auth()
                .oauth2(Tokens.of("sari", group, role))
                .get(PATH + "?officer=" + officer)
                .then()
                .statusCode(status);

        if (status == 200) {
            assertThat(page.extract().<Integer>path("items.size()")).isEqualTo(seen);
        }
    }

    @Test
    void asksForATokenAndAGovernment() {
        given().get(PATH).then().statusCode(401).contentType("application/problem+json");
        given().auth()
                .oauth2(Tokens.forged("sari", "/surakarta", "auditor"))
                .get(PATH)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.ofService("reporting-service", "auditor"))
                .get(PATH)
                .then()
                .statusCode(403);
    }

    @Test
    void saysWhoOpenedWhichComplaintWhenAndWhatFor() {
        var complaint = Lodged.byWagimin();
        open(complaint, "surakarta", "  menjawab keberatan warga ");

        var page = page("/surakarta", "officer=" + officer)
                .header("Cache-Control", equalTo("no-store"))
                .body("items.number", contains(complaint.number()))
                .body("items.officer", contains(officer))
                .body("items.what", contains("original"))
                .body("items.purpose", contains("menjawab keberatan warga"))
                .body("next", nullValue());

        assertThat(Instant.parse(page.extract().<String>path("items[0].at"))).isBefore(Instant.now());
        assertThat(page.extract().asString()).doesNotContain("Wagimin", "0812", "Lampu");
    }

    @Test
    void showsEachGovernmentItsOwn() {
        var neighbours = Lodged.of(form().with("government", "karanganyar"));
        open(neighbours, "karanganyar", "menjawab aduan");
        open(Lodged.byWagimin(), "surakarta", "menjawab aduan");

        page("/karanganyar", "officer=" + officer).body("items.number", contains(neighbours.number()));
    }

    @Test
    void pagesFromTheNewestToTheOldest() {
        var opened = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            var complaint = Lodged.byWagimin();
            open(complaint, "surakarta", "keperluan " + i);
            opened.addFirst(complaint.number());
        }

        assertThat(paged("", "items.number")).isEqualTo(opened);
    }

    @Test
    void leavesOutWhatOurServicesReadUnlessAsked() {
        var complaint = Lodged.byWagimin();
        open(complaint, "surakarta", "menjawab aduan");
        readContact(complaint);

        page("/surakarta", "officer=" + officer).body("items.what", contains("original"));
        page("/surakarta", "officer=" + officer + "&system=false").body("items.what", contains("original"));
        page("/surakarta", "officer=" + officer + "&system=true").body("items.what", contains("contact", "original"));
    }

    @ParameterizedTest
    @CsvSource({"false, original original original", "true, contact original contact original contact original"})
    void pagesThroughBothKindsWithoutGapOrRepetition(boolean system, String kinds) {
        for (int i = 0; i < 3; i++) {
            var complaint = Lodged.byWagimin();
            open(complaint, "surakarta", "keperluan " + i);
            readContact(complaint);
        }

        assertThat(paged("&system=" + system, "items.what")).containsExactly(kinds.split(" ", -1));
    }

    @Test
    void showsTheSpanThatIsAskedFor() {
        open(Lodged.byWagimin(), "surakarta", "pertama");
        open(Lodged.byWagimin(), "surakarta", "kedua");
        String second =
                page("/surakarta", "officer=" + officer).extract().path("items.find { it.purpose == 'kedua' }.at");

        page("/surakarta", "officer=" + officer + "&from=" + second).body("items.purpose", contains("kedua"));
        page("/surakarta", "officer=" + officer + "&to=" + second).body("items.purpose", contains("pertama"));
        page("/surakarta", "officer=" + officer + "&from=" + second + "&to=" + second)
                .body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=201, limit",
        "limit=abc, limit",
        "after=x, after",
        "from=kemarin, from",
        "from=2026-02-31T00:00:00Z, from",
        "from=%2B292277026-12-31T00:00:00Z, from",
        "to=2026-02-03, to",
        "officer=a%00b, officer",
        "system=ya, system"
    })
    void namesTheParameterAtFault(String query, String field) {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.of("sari", "/surakarta", "auditor"))
                .get(PATH + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(field));
    }

    private void open(Lodged complaint, String government, String purpose) {
        given().auth()
                .oauth2(Tokens.of(officer, "/" + government, "coordinator"))
                .contentType(ContentType.JSON)
                .body(Map.of("purpose", purpose))
                .post("/api/intake/v1/complaints/" + complaint.id() + "/disclosure")
                .then()
                .statusCode(200);
    }

    /** By a service of ours, which has the same name here as the officer. */
    private void readContact(Lodged complaint) {
        given().auth()
                .oauth2(Tokens.ofService(officer, "contact-reader"))
                .queryParam("purpose", "mengirim pemberitahuan")
                .get("/api/intake/v1/complaints/" + complaint.id() + "/contact")
                .then()
                .statusCode(200);
    }

    /** All pages of two. */
    private List<String> paged(String query, String field) {
        var seen = new ArrayList<String>();
        String next = null;
        do {
            var page = page(
                    "/surakarta", "officer=" + officer + query + "&limit=2" + (next == null ? "" : "&after=" + next));
            seen.addAll(page.extract().jsonPath().getList(field));
            next = page.extract().path("next");
        } while (next != null);
        return seen;
    }

    private static ValidatableResponse page(String group, String query) {
        return given().auth()
                .oauth2(Tokens.of("sari", group, "auditor"))
                .get(PATH + "?" + query)
                .then()
                .statusCode(200);
    }
}
