package id.tanggap.intake.attachment.reading;

import static id.tanggap.intake.attachment.AttachmentFixture.formWith;
import static id.tanggap.intake.attachment.AttachmentFixture.uploaded;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.intake.Surroundings;
import id.tanggap.intake.attachment.AttachmentFixture;
import id.tanggap.intake.complaint.ComplaintFixture;
import id.tanggap.intake.complaint.Lodged;
import id.tanggap.testkit.Camera;
import id.tanggap.testkit.EventBus;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Officers see a citizen's photos as they may see the citizen's words, and it is on record. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class AttachmentResourceTest {
    private static final Instant LATER = Instant.parse("2030-01-02T03:04:05Z");

    @Inject
    Pool pool;

    @ParameterizedTest
    @CsvSource({
        "/surakarta/dishub, agency-admin, 200",
        "/surakarta/dishub/lalu-lintas, division-staff, 200",
        "/surakarta/dishub/angkutan, division-staff, 404",
        "/surakarta/dlh, agency-admin, 404",
        "/karanganyar/dishub, agency-admin, 404",
        "/surakarta, coordinator, 200",
        "/karanganyar, coordinator, 404",
        "/surakarta, head, 403",
        "/surakarta, auditor, 403"
    })
    void areShownToWhoHandlesTheComplaint(String group, String role, int status) {
        var own = dispatched(formWith(uploaded("surat kuasa.pdf", Camera.PDF)));
        var officer = Tokens.of("andi", group, role);

        list(officer, own).statusCode(status);
        var shown = show(officer, own, id(own)).statusCode(status);

        if (status == 200) {
            shown.contentType("application/pdf")
                    .header("Content-Disposition", containsString("surat%20kuasa.pdf"))
                    .header("Cache-Control", "no-store")
                    .header("X-Content-Type-Options", "nosniff");
        }
        assertThat(accesses(own)).isEqualTo(status == 200 ? List.of("attachment menangani aduan") : List.of());
    }

    @Test
    void areListedWithoutNames() {
        var own = dispatched(formWith(AttachmentFixture.photo(), uploaded("Wagimin.pdf", Camera.PDF)));

        list(coordinator(), own)
                .body("items", hasSize(2))
                .body("items[0].mediaType", equalTo("image/jpeg"))
                .body("items[1].size", equalTo(Camera.PDF.length))
                .body("items[1].scanned", equalTo(false))
                .body("items[1].name", equalTo(null));
        assertThat(accesses(own)).isEmpty();
    }

    @Test
    void ofASecretComplaintAreShownForAPurpose() {
        var own = dispatched(formWith(AttachmentFixture.photo()).with("visibility", "SECRET"));

        show(coordinator(), own, id(own)).statusCode(403).body("type", endsWith("keperluan-wajib"));
        assertThat(accesses(own)).isEmpty();
        disclose(coordinator(), own, id(own), "memeriksa bukti").statusCode(200).contentType("image/jpeg");
        disclose(Tokens.of("andi", "/surakarta/dlh", "agency-admin"), own, id(own), "ingin tahu")
                .statusCode(404);

        assertThat(accesses(own)).containsExactly("attachment memeriksa bukti");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "ab", "dua\nbaris"})
    void areNotShownForNothing(String purpose) {
        var own = dispatched(formWith(AttachmentFixture.photo()));

        disclose(coordinator(), own, id(own), purpose).statusCode(400);

        assertThat(accesses(own)).isEmpty();
    }

    @Test
    void areThoseOfTheComplaint() {
        var own = dispatched(formWith(AttachmentFixture.photo()));
        var other = dispatched(formWith(AttachmentFixture.photo()));

        show(coordinator(), own, id(other)).statusCode(404);
        show(coordinator(), own, UUID.randomUUID()).statusCode(404);

        assertThat(accesses(own)).isEmpty();
    }

    @Test
    void areGoneWithTheCitizensKey() {
        var own = dispatched(formWith(AttachmentFixture.photo()));
        rows("update vault set wrapped_key = null where complaint_id = $1 returning '' as row", own);

        show(coordinator(), own, id(own)).statusCode(410).body("type", endsWith("dihapus"));

        assertThat(accesses(own)).isEmpty();
    }

    private static String coordinator() {
        return Tokens.of("sri", "/surakarta", "coordinator");
    }

    private static ValidatableResponse list(String token, Lodged own) {
        return as(token).get(path(own)).then();
    }

    private static ValidatableResponse show(String token, Lodged own, UUID id) {
        return as(token).get(path(own) + "/" + id).then();
    }

    private static ValidatableResponse disclose(String token, Lodged own, UUID id, String purpose) {
        return as(token)
                .contentType(ContentType.JSON)
                .body(Map.of("purpose", purpose))
                .post(path(own) + "/" + id + "/disclosure")
                .then();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static String path(Lodged own) {
        return "/api/intake/v1/complaints/" + own.id() + "/attachments";
    }

    private UUID id(Lodged own) {
        return UUID.fromString(
                rows("select attachment_id::text as row from attachment_claim where complaint_id = $1", own)
                        .getFirst());
    }

    private List<String> accesses(Lodged own) {
        return rows("select what || ' ' || purpose as row from vault_access where complaint_id = $1", own);
    }

    private List<String> rows(String sql, Lodged own) {
        return StreamSupport.stream(
                        pool.preparedQuery(sql)
                                .execute(Tuple.of(own.id()))
                                .await()
                                .indefinitely()
                                .spliterator(),
                        false)
                .map(row -> row.getString("row"))
                .toList();
    }

    private static Lodged dispatched(ComplaintFixture form) {
        var own = Lodged.of(form);
        EventBus.say("surakarta", own.id(), new Dispatched("dishub", "Dishub", "Kategori", "r", 0, LATER));
        EventBus.say("surakarta", own.id(), new DispositionIssued("dishub", "lalu-lintas", LATER.plusSeconds(1)));
        EventBus.say("surakarta", own.id(), new Accepted("dishub", LATER.plusSeconds(2)));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> own.timeline().body("status", equalTo("IN_PROGRESS")));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> list(Tokens.of("x", "/surakarta/dishub/lalu-lintas", "division-staff"), own)
                        .statusCode(200));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> list(Tokens.of("x", "/surakarta/dishub", "agency-admin"), own)
                        .statusCode(200));
        return own;
    }
}
