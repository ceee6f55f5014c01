package id.tanggap.response.casefile;

import static id.tanggap.response.DeskFixture.CASES;
import static id.tanggap.response.DeskFixture.SOON;
import static id.tanggap.response.DeskFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.response.DeskFixture;
import id.tanggap.response.Surroundings;
import id.tanggap.testkit.EventBus;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an officer writes to a citizen is read by everybody: nobody's identity leaves with it unless that is meant. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class IdentityTest {
    private static final String NAMING =
            "Yth. Bapak Wagimin, NIK 3372011203800001, WA 081234567890: lampu sudah kami ganti.";

    private final DeskFixture desk = new DeskFixture("dishub");

    @Test
    void keepsAnAnswerThatTellsWhoSomebodyIs() {
        var complaint = accepted();

        answer(complaint, Map.of("text", NAMING))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tanggap:masalah:data-pribadi"))
                .body("found.word", contains("nama orang", "NIK", "nomor telepon"))
                .body("found.mark", contains("[NAMA]", "[NIK]", "[TELEPON]"))
                .body("found[1].from", equalTo(NAMING.indexOf("3372")))
                .body("found[1].to", equalTo(NAMING.indexOf(", WA")))
                .body(not(containsString("Wagimin")));
        desk.admin()
                .get(CASES + complaint)
                .then()
                .body("status", equalTo("IN_PROGRESS"))
                .body("answer", nullValue());

        answer(complaint, Map.of("text", "Yth. Bapak [NAMA], NIK [NIK], WA [TELEPON]: lampu sudah kami ganti."))
                .statusCode(200)
                .body("timeline.last().identityMeant", nullValue());
        assertThat(published(complaint).answer()).doesNotContain("Wagimin", "3372", "0812");
    }

    @Test
    void sendsWhatIsMeantAndKeepsOnRecordWhoMeantIt() {
        var complaint = accepted();

        answer(complaint, Map.of("text", NAMING, "identityMeant", true))
                .statusCode(200)
                .body("status", equalTo("ANSWERED"))
                .body("timeline.last().what", equalTo("PUBLISH"))
                .body("timeline.last().who", equalTo("andi"))
                .body("timeline.last().identityMeant", equalTo(true));

        assertThat(published(complaint).answer()).isEqualTo(NAMING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Silakan hubungi 0812 3456 7890 untuk janji temu.",
                "Surat dikirim ke budi (at) contoh titik id besok.",
                "Mobil AD 1234 XY sudah kami derek tadi.",
                "Anak Ibu lahir 12-03-2015, akta sudah jadi.",
                "Kami datang ke rumah Bapak di Jl. Melati No. 12 besok.",
                "Nomor pelanggan 00123456 sudah kami sambung lagi."
            })
    void asksOfEveryKind(String text) {
        answer(accepted(), Map.of("text", text)).statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lampu kami ganti 12-11-2026 pukul 07.30 di Jalan Slamet Riyadi.",
                "Anggaran Rp 1.250.000.000 sesuai kontrak 602.1/045/2026.",
                "Ikuti kabar di @dishubsolo atau buka surakarta.go.id.",
                "Bapak/Ibu dapat datang ke kantor, buka 08.00-15.30."
            })
    void asksOfNothingThatTellsOfNobody(String text) {
        answer(accepted(), Map.of("text", text)).statusCode(200);
    }

    @Test
    void asksOfAQuestionAndOfADraftAlike() {
        var complaint = accepted();

        with(desk.admin(), Map.of("question", "Apakah nomor 081234567890 masih aktif?"))
                .post(CASES + complaint + "/information-request")
                .then()
                .statusCode(422)
                .body("found.mark", contains("[TELEPON]"));
        with(desk.admin(), Map.of("text", NAMING, "version", 0))
                .put(CASES + complaint + "/draft")
                .then()
                .statusCode(200);
        answer(complaint, Map.of("draftVersion", 1)).statusCode(422);
        answer(complaint, Map.of("draftVersion", 1, "identityMeant", true)).statusCode(200);
    }

    @Test
    void saysFirstWhatCannotBeDoneAtAll() {
        answer(desk.dispatch(), Map.of("text", NAMING)).statusCode(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"WA 081234567890 aktif | [TELEPON]", "Lampu sudah kami ganti | "})
    void tellsBeforehand(String text, String mark) {
        with(desk.admin(), Map.of("text", text))
                .post(CASES + accepted() + "/identity")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("found.mark", mark == null ? empty() : contains(mark));
    }

    @Test
    void tellsNobodyOfACaseThatIsNotTheirs() {
        with(desk.staffOf("parkir"), Map.of("text", NAMING))
                .post(CASES + accepted() + "/identity")
                .then()
                .statusCode(404);
    }

    private UUID accepted() {
        var complaint = desk.dispatch();
        desk.admin().post(CASES + complaint + "/accept").then().statusCode(200);
        return complaint;
    }

    private ValidatableResponse answer(UUID complaint, Map<String, ?> publication) {
        return with(desk.admin(), publication)
                .post(CASES + complaint + "/answer")
                .then();
    }

    private static AnswerPublished published(UUID complaint) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(heard(complaint)).hasAtLeastOneElementOfType(AnswerPublished.class));
        return (AnswerPublished) heard(complaint).getLast();
    }

    private static List<Event> heard(UUID complaint) {
        return EventBus.heard(Topics.RESPONSE, complaint);
    }
}
