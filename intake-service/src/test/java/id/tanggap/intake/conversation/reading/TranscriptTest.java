package id.tanggap.intake.conversation.reading;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tanggap.contracts.wire.Topics;
import id.tanggap.intake.Surroundings;
import id.tanggap.intake.channel.FakeWhatsApp;
import id.tanggap.intake.channel.FakeWhatsApp.Phone;
import id.tanggap.intake.vault.Seal;
import id.tanggap.testkit.EventBus;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may read a chat later, and what of it. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class TranscriptTest {
    private static final Duration SOON = Duration.ofSeconds(8);
    private static final String MATTER = "Lampu jalan mati sejak tiga malam yang lalu";
    private static final String PURPOSE = "menangani aduan";
    private static final FakeWhatsApp WHATSAPP = new FakeWhatsApp();

    private final Phone siti = Phone.any();

    @Inject
    Pool pool;

    @Inject
    Seal seal;

    @BeforeAll
    static void open() {
        WHATSAPP.start();
    }

    @AfterAll
    static void close() {
        WHATSAPP.stop();
    }

    @Test
    void showsWhatWasSaidButWhatIsTheCitizensAlone() {
        var complaint = lodged();
        says("kode", 4);
        says("Sudah tiga hari.", 5);
        siti.says(siti.press("to:" + complaint));
        awaitReplies(6);

        var shown = disclosed("/surakarta", "coordinator", complaint, PURPOSE)
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(shown.getString("way")).isEqualTo("WHATSAPP");
        assertThat(shown.getString("freeUntil")).isNotNull();
        assertThat(shown.getBoolean("stopped")).isFalse();
        assertThat(shown.getList("lines.ours", Boolean.class).subList(0, 8))
                .containsExactly(false, true, false, true, false, true, false, false);
        assertThat(shown.getList("lines.text", String.class))
                .startsWith(MATTER)
                .contains("Sudah tiga hari.", complaintNumber(complaint))
                .containsNull();
        assertThat(shown.prettify()).doesNotContain("kode rahasia").contains("Kirim rahasia");
        assertThat(accesses(complaint)).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "/karanganyar, coordinator, menangani aduan, 404",
        "/surakarta/dishub, agency-admin, menangani aduan, 404",
        "/surakarta, auditor, menangani aduan, 403",
        "/surakarta, intake-officer, menangani aduan, 403",
        "/surakarta, coordinator, x, 400"
    })
    void isNobodyElsesToRead(String group, String role, String purpose, int status) {
        var complaint = lodged();
        disclosed(group, role, complaint, purpose).statusCode(status);
        assertThat(accesses(complaint)).isZero();
    }

    private UUID lodged() {
        says(MATTER, 1);
        says("Jalan Slamet Riyadi dekat Gladag", 2);
        says("lewati", 3);
        siti.says(siti.text("kirim"));
        await().atMost(SOON).until(() -> complaint() != null);
        return requireNonNull(complaint());
    }

    private void says(String words, int replies) {
        siti.says(siti.text(words));
        awaitReplies(replies);
    }

    private void awaitReplies(int replies) {
        await().atMost(SOON)
                .until(() -> EventBus.heard(Topics.CONVERSATION, conversation()).size() == replies);
    }

    private UUID conversation() {
        var contact = seal.fingerprint(
                ("contact\n" + FakeWhatsApp.ACCOUNT + "\n" + siti.number()).getBytes(StandardCharsets.UTF_8));
        var row = first("select id from conversation where contact = $1", Buffer.buffer(contact));
        return row == null ? new UUID(0, 0) : row.getUUID("id");
    }

    private @Nullable UUID complaint() {
        var row = first("select complaint_id from conversation_complaint where conversation_id = $1", conversation());
        return row == null ? null : row.getUUID("complaint_id");
    }

    private String complaintNumber(UUID complaint) {
        return requireNonNull(first("select number from complaint where id = $1", complaint))
                .getString(0);
    }

    private long accesses(UUID complaint) {
        var accesses = "select count(*) from vault_access where complaint_id = $1 and what = 'conversation'";
        return requireNonNull(first(accesses, complaint)).getLong(0);
    }

    private @Nullable Row first(String query, Object value) {
        var rows = pool.preparedQuery(query).execute(Tuple.of(value)).await().indefinitely();
        return rows.size() == 0 ? null : rows.iterator().next();
    }

    private static ValidatableResponse disclosed(String group, String role, UUID complaint, String purpose) {
        return given().auth()
                .oauth2(Tokens.of("sri", group, role))
                .contentType("application/json")
                .body(Map.of("purpose", purpose))
                .post("/api/intake/v1/complaints/{id}/conversation/disclosure", complaint)
                .then();
    }
}
