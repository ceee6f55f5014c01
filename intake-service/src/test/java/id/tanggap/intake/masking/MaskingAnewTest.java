package id.tanggap.intake.masking;

import static id.tanggap.intake.complaint.ComplaintFixture.form;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import id.tanggap.contracts.event.IntakeEvent.AddedKind;
import id.tanggap.contracts.event.IntakeEvent.AddedWords;
import id.tanggap.contracts.event.IntakeEvent.MaskedAnew;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.intake.Surroundings;
import id.tanggap.intake.complaint.Lodged;
import id.tanggap.testkit.EventBus;
import id.tanggap.testkit.Tokens;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was told by other rules than those in force is told anew, from the vault. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class MaskingAnewTest {
    private static final String MASKING = "/api/intake/v1/admin/masking";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String WRITTEN = "Nama saya Wagimin, motor AD 1234 XY, telepon 0812,9999,8888.";
    private static final String MASKED = "Nama saya [NAMA], motor [NOPOL], telepon [TELEPON].";
    private static final Instant ASKED = Instant.parse("2030-01-02T03:04:05Z");

    @Inject
    @SuppressWarnings("NullAway.Init")
    Pool pool;

    @Inject
    @SuppressWarnings("NullAway.Init")
    MaskingAnew anew;

    @Test
    void tellsAnewAllThatTheCitizenWrote() {
        var own = lodge(WRITTEN, "PUBLIC");
        ask(own);
        own.reply(WRITTEN).statusCode(201);
        var at = Instant.parse(own.timeline().extract().path("entries[-1].at"));
        spoil("update addition set words = 'Wagimin' where complaint_id = $1", own.id());

        mask();

        assertThat(told(own)).singleElement().satisfies(words -> {
            assertThat(words.title()).isEqualTo("Motor [NOPOL]");
            assertThat(words.text()).isEqualTo(MASKED);
            assertThat(words.address()).isEqualTo("Jalan Slamet Riyadi [RUMAH]");
            assertThat(words.added()).containsExactly(new AddedWords(AddedKind.REPLIED, at, MASKED));
        });
        own.timeline().body("entries.words", hasItem(MASKED));
    }

    @Test
    void tellsNothingOfASecretComplaintAndLeavesAnErasedOneAlone() {
        var secret = lodge(WRITTEN, "SECRET");
        var erased = lodge(WRITTEN, "PUBLIC");
        var foreign = lodge(WRITTEN, "ANONYMOUS");
        spoil("update vault set wrapped_key = null where complaint_id = $1", erased.id());
        spoil("update vault set sealed = '\\x00' where complaint_id = $1", foreign.id());
        var open = lodge(WRITTEN, "ANONYMOUS");

        var progress = mask();

        assertThat(told(open)).hasSize(1);
        assertThat(told(secret)).isEmpty();
        assertThat(told(erased)).isEmpty();
        assertThat(told(foreign)).isEmpty();
        assertThat(progress.getLong("done")).isGreaterThanOrEqualTo(4);
        assertThat(progress.getLong("leftAlone")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void goesOnWhereItWasStopped() {
        mask();
        var done = lodge(WRITTEN, "PUBLIC");
        var waiting = lodge(WRITTEN, "PUBLIC");
        spoil("update masking_anew set ended_at = null, asked_at = 'infinity', position = $1", done.id());

        anew.start(new StartupEvent());
        ended();

        assertThat(told(waiting)).hasSize(1);
        assertThat(told(done)).isEmpty();
    }

    @Test
    void isUnderWayOnceAtATimeAndOnceForOneRequest() {
        mask();
        var key = UUID.randomUUID().toString();
        spoil("update masking_anew set ended_at = null, position = $1", new UUID(-1, -1));
        operator().post(MASKING).then().statusCode(409).body("detail", equalTo("Penyamaran ulang sedang berjalan."));
        ended();

        var begun =
                operator().header("Idempotency-Key", key).post(MASKING).then().statusCode(202);
        ended();

        operator()
                .header("Idempotency-Key", key)
                .post(MASKING)
                .then()
                .statusCode(202)
                .body("askedAt", equalTo(begun.extract().path("askedAt")))
                .body("endedAt", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake-officer", "analyst", "coordinator", "auditor", "agency-admin"})
    void isForOperatorsAlone(String role) {
        var officer = given().auth().oauth2(Tokens.of("orang", "/surakarta", role));
        officer.post(MASKING).then().statusCode(403);
        officer.get(MASKING).then().statusCode(403);
    }

    private static Lodged lodge(String text, String visibility) {
        return Lodged.of(form().with("text", text)
                .with("title", "Motor AD 1234 XY")
                .with("visibility", visibility)
                .with("location", Map.of("address", "Jalan Slamet Riyadi No. 12"))
                .with("complainant", Map.of("name", "Wagimin", "phone", "081299998888")));
    }

    private static void ask(Lodged own) {
        EventBus.say("surakarta", own.id(), new InformationRequested("dishub", "Di mana?", ASKED));
        await().atMost(SOON).untilAsserted(() -> own.timeline().body("open", hasItem("REPLIED")));
    }

    private static List<MaskedAnew> told(Lodged own) {
        return EventBus.heard(Topics.INTAKE, own.id()).stream()
                .filter(MaskedAnew.class::isInstance)
                .map(MaskedAnew.class::cast)
                .toList();
    }

    private void spoil(String sql, UUID complaint) {
        pool.preparedQuery(sql).executeAndAwait(Tuple.of(complaint));
    }

    /** To its end. */
    private static JsonPath mask() {
        await().atMost(SOON).until(() -> operator().post(MASKING).statusCode() == 202);
        return ended();
    }

    private static JsonPath ended() {
        await().atMost(SOON).until(() -> operator().get(MASKING).path("endedAt") != null);
        // What was told before is on the topic before this.
        var last = lodge("Lampu mati.", "PUBLIC");
        await().atMost(SOON)
                .until(() -> !EventBus.heard(Topics.INTAKE, last.id()).isEmpty());
        return operator().get(MASKING).jsonPath();
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.ofService("operator", "operator"));
    }
}
