package id.tanggap.intake.vault;

import static id.tanggap.intake.complaint.ComplaintFixture.form;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.intake.Surroundings;
import id.tanggap.intake.complaint.Lodged;
import id.tanggap.testkit.EventBus;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening the vault: who may, what for, and that it is written down. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class VaultTest {
    private static final Instant LATER = Instant.parse("2030-01-02T03:04:05Z");

    @Inject
    Pool pool;

    @Inject
    ObjectMapper json;

    /** As it was before there were handles. */
    record Before(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String title,
            String text,
            @Nullable String address,
            String secret) {}

    @Test
    void replicasFromBeforeHandlesReadWhatIsSealedNow() throws IOException {
        var now = new Identity(
                "Siti", Identity.given("081200001111", "siti@contoh.id"), null, "Lampu mati", null, "7KQ29F3M");

        assertThat(json.readValue(json.writeValueAsBytes(now), Before.class))
                .isEqualTo(new Before("Siti", "081200001111", "siti@contoh.id", null, "Lampu mati", null, "7KQ29F3M"));
    }

    @ParameterizedTest
    @CsvSource({
        "/surakarta/dishub, agency-admin, 200",
        "/surakarta/dlh, agency-admin, 404",
        "/karanganyar/dishub, agency-admin, 404",
        "/surakarta, coordinator, 200",
        "/karanganyar, coordinator, 404",
        "/surakarta/dishub, head, 403",
        "/surakarta, auditor, 403"
    })
    void showsTheOriginalToTheAgencyThatHasTheCase(String group, String role, int status) {
        var complaint = dispatched(Lodged.byWagimin());

        disclose(Tokens.of("andi", group, role), complaint.id(), "menjawab aduan")
                .statusCode(status);

        assertThat(accesses(complaint.id())).isEqualTo(status == 200 ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"disclosure", "identity"})
    void showsItAgainToWhoHeardNothingAndPutsBothOnRecord(String what) {
        var complaint = dispatched(Lodged.byWagimin());
        var coordinator = Tokens.of("sri", "/surakarta", "coordinator");

        var first = open(coordinator, complaint.id(), what, "menelepon warga").statusCode(200);
        var again = open(coordinator, complaint.id(), what, "menelepon warga").statusCode(200);

        assertThat(again.extract().asString()).isEqualTo(first.extract().asString());
        assertThat(accesses(complaint.id())).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "/surakarta/dishub/lalu-lintas, 200",
        "/surakarta/dishub/angkutan, 404",
        "/surakarta/dishub, 404",
        "/surakarta/dlh/lalu-lintas, 404",
        "/karanganyar/dishub/lalu-lintas, 404"
    })
    void showsTheOriginalToTheDivisionThatWasAsked(String group, int status) {
        var complaint = dispatched(Lodged.byWagimin());
        EventBus.say("surakarta", complaint.id(), new DispositionIssued("dishub", "lalu-lintas", LATER.plusSeconds(1)));
        EventBus.say("surakarta", complaint.id(), new Accepted("dishub", LATER.plusSeconds(2)));
        awaitStatus(complaint, "IN_PROGRESS");

        disclose(Tokens.of("lalin", group, "division-staff"), complaint.id(), "memeriksa tempatnya")
                .statusCode(status);

        assertThat(accesses(complaint.id())).isEqualTo(status == 200 ? 1 : 0);
    }

    @Test
    void closesTheOriginalToADivisionWhoseAgencyNoLongerHasTheCase() {
        var complaint = dispatched(Lodged.byWagimin());
        EventBus.say("surakarta", complaint.id(), new DispositionIssued("dishub", "lalu-lintas", LATER.plusSeconds(1)));
        EventBus.say("surakarta", complaint.id(), new Accepted("dishub", LATER.plusSeconds(2)));
        awaitStatus(complaint, "IN_PROGRESS");
        EventBus.say(
                "surakarta", complaint.id(), new Dispatched("dlh", "DLH", "Koordinator", "r", 1, LATER.plusSeconds(3)));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> disclose(
                                Tokens.of("andi", "/surakarta/dlh", "agency-admin"), complaint.id(), "menjawab aduan")
                        .statusCode(200));

        disclose(Tokens.of("lalin", "/surakarta/dishub/lalu-lintas", "division-staff"), complaint.id(), "memeriksa")
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC, /surakarta/dishub, agency-admin, 200",
        "PUBLIC, /surakarta/dlh, agency-admin, 404",
        "PUBLIC, /karanganyar/dishub, agency-admin, 404",
        "PUBLIC, /surakarta/dishub/lalu-lintas, division-staff, 403",
        "PUBLIC, /surakarta/dishub, head, 403",
        "ANONYMOUS, /surakarta/dishub, agency-admin, 403",
        "ANONYMOUS, /surakarta/dlh, agency-admin, 404",
        "ANONYMOUS, /surakarta, coordinator, 200",
        "ANONYMOUS, /karanganyar, coordinator, 404",
        "SECRET, /surakarta/dishub, agency-admin, 403",
        "SECRET, /surakarta, coordinator, 200"
    })
    void showsWhoComplainedToTheAgencyUnlessTheNameIsHidden(
            Visibility visibility, String group, String role, int status) {
        var complaint =
                dispatched(Lodged.of(form().with("complainant", Map.of("name", "Wagimin", "phone", "081299998888"))
                        .with("visibility", visibility.name())));

        var answer = open(Tokens.of("andi", group, role), complaint.id(), "identity", "menelepon warga")
                .statusCode(status);

        if (status == 200) {
            answer.header("Cache-Control", equalTo("no-store"))
                    .body("name", equalTo("Wagimin"))
                    .body("phone", equalTo("+6281299998888"))
                    .body("text", nullValue());
        }
        assertThat(accesses(complaint.id())).isEqualTo(status == 200 ? 1 : 0);
    }

    @Test
    void showsWhatTheCitizenWroteLaterAsItWasWritten() {
        var complaint = dispatched(Lodged.of(form().with("visibility", "SECRET")));
        var officer = Tokens.of("andi", "/surakarta/dishub", "agency-admin");
        disclose(officer, complaint.id(), "menjawab aduan")
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("number", equalTo(complaint.number()))
                .body("text", equalTo("Lampu jalan di depan pasar mati sejak tiga hari yang lalu."))
                .body("added", empty());
        EventBus.say("surakarta", complaint.id(), new InformationRequested("dishub", null, LATER.plusSeconds(1)));
        awaitStatus(complaint, "NEEDS_INFO");

        complaint.reply("Hubungi Wagimin di 081299998888.").statusCode(201);

        disclose(officer, complaint.id(), "menjawab aduan")
                .body("added", hasSize(1))
                .body("added.kind", contains("REPLIED"))
                .body("added.text", contains("Hubungi Wagimin di 081299998888."))
                .body("added.at", contains("2030-01-02T03:04:06.000001Z"));
        assertThat(accesses(complaint.id())).isEqualTo(2);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "ok", "menjawab\u0000aduan"})
    void wantsAPurpose(@Nullable String purpose) {
        var complaint = dispatched(Lodged.byWagimin());

        disclose(Tokens.of("andi", "/surakarta", "coordinator"), complaint.id(), purpose)
                .statusCode(400)
                .body("errors[0].field", equalTo("purpose"));
        disclose(Tokens.of("andi", "/surakarta", "coordinator"), complaint.id(), "a".repeat(201))
                .statusCode(400);

        assertThat(accesses(complaint.id())).isZero();
    }

    @Test
    void takesThePurposeInNoAddress() {
        var complaint = dispatched(Lodged.byWagimin());

        given().auth()
                .oauth2(Tokens.of("andi", "/surakarta", "coordinator"))
                .queryParam("purpose", "menjawab aduan")
                .get("/api/intake/v1/complaints/" + complaint.id() + "/original")
                .then()
                .statusCode(404);
    }

    @Test
    void hasNothingLeftOfAnErasedPerson() {
        var complaint = dispatched(Lodged.byWagimin());
        pool.preparedQuery("update vault set wrapped_key = null where complaint_id = $1")
                .execute(Tuple.of(complaint.id()))
                .await()
                .indefinitely();

        disclose(Tokens.of("andi", "/surakarta", "coordinator"), complaint.id(), "menjawab aduan")
                .statusCode(410);
    }

    private static Lodged dispatched(Lodged complaint) {
        EventBus.say(
                "surakarta", complaint.id(), new Dispatched("dishub", "Dinas Perhubungan", "Kategori", "r", 0, LATER));
        awaitStatus(complaint, "DISPATCHED");
        return complaint;
    }

    private static void awaitStatus(Lodged complaint, String status) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> complaint.timeline().body("status", equalTo(status)));
    }

    private static ValidatableResponse disclose(String token, UUID complaint, @Nullable String purpose) {
        return open(token, complaint, "disclosure", purpose);
    }

    private static ValidatableResponse open(String token, UUID complaint, String what, @Nullable String purpose) {
        var body = new HashMap<String, @Nullable String>(Map.of());
        body.put("purpose", purpose);
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/intake/v1/complaints/" + complaint + "/" + what)
                .then();
    }

    private int accesses(UUID complaint) {
        return pool.preparedQuery("select count(*) from vault_access where complaint_id = $1")
                .execute(Tuple.of(complaint))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getInteger(0);
    }
}
