package id.tanggap.reporting.proof;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import id.tanggap.proof.Digest;
import id.tanggap.proof.file.CaseProof;
import id.tanggap.proof.verification.CaseCheck;
import id.tanggap.proof.verification.Finding;
import id.tanggap.proof.verification.RecapCheck;
import id.tanggap.reporting.ComplaintStory;
import id.tanggap.reporting.ReportingResource;
import id.tanggap.reporting.facts.Feed;
import id.tanggap.reporting.recap.Loop;
import id.tanggap.testkit.SettableTime;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ReportingResource.class)
class ProofsTest {
    private static final String SECRET = "KUNCI-RAHASIA-WARGA";

    @Inject
    Feed feed;

    @Inject
    SettableTime time;

    @Inject
    Loop loop;

    @Inject
    ObjectMapper json;

    @Inject
    @ConfigProperty(name = "tanggap.intake.url")
    URI intakeUrl;

    private WireMockServer intake = new WireMockServer();

    @BeforeEach
    void startsEmpty() {
        feed.forgetAll();
        time.set("2026-11-02T02:00:00Z");
        intake = new WireMockServer(intakeUrl.getPort());
        intake.start();
    }

    @AfterEach
    void stopsIntake() {
        intake.stop();
    }

    @Test
    void showsACitizenThatTheOwnComplaintStandsInTheRecapUnchanged() throws IOException {
        var stories = IntStream.range(0, 1500)
                .mapToObj(_ -> ComplaintStory.in("surakarta"))
                .toList();
        feed.take(stories.stream().map(ComplaintStory::received).toList());
        feed.take(stories.stream()
                .limit(3)
                .flatMap(it -> it.answered(Duration.ofDays(1)).stream().skip(1))
                .toList());
        loop.look();
        var entries = feed.query("select entry::json ->> 'number' as number from recap_entry order by no");
        // What happens afterwards does not belong to the recap, and spoils no proof.
        feed.take(List.of(stories.getFirst().objectedAfter(Duration.ofDays(3))));

        var numbers = new ArrayList<>(List.of(
                stories.getFirst().number(),
                String.valueOf(entries.getFirst().get("number")),
                String.valueOf(entries.get(1022).get("number")),
                String.valueOf(entries.get(1023).get("number")),
                String.valueOf(entries.getLast().get("number"))));
        for (var number : numbers) {
            var proof = proof(number);
            assertThat(proof.entry()).contains("\"number\" : \"" + number + "\"");
            assertThat(CaseCheck.of(proof, root()).findings()).isNotEmpty().allMatch(Finding::intact);
        }
        assertThat(proof(stories.getFirst().number()).topics()).hasSize(3);
    }

    @Test
    void saysThatTheRecapIsStillToCome() {
        var story = ComplaintStory.in("surakarta").receivedAt("2026-11-01T23:00:00Z");
        feed.take(story.open());
        owned(story.number());

        ask(story.number())
                .statusCode(200)
                .body("month", Matchers.equalTo("2026-11"))
                .body("version", nullValue())
                .body("proof", nullValue());
    }

    @Test
    void saysThatItCameTooLateForTheRecap() {
        feed.take(ComplaintStory.in("surakarta").open());
        loop.look();
        var late = ComplaintStory.in("surakarta");
        feed.take(late.open());
        owned(late.number());

        ask(late.number()).statusCode(200).body("version", notNullValue()).body("proof", nullValue());
    }

    @Test
    void tellsNothingWithoutTheSecret() {
        var story = ComplaintStory.in("surakarta");
        feed.take(story.open());
        loop.look();

        given().get("/api/reporting/v1/proofs/" + story.number())
                .then()
                .statusCode(400)
                .body("errors.field", contains("Tanggap-Secret"));
        intake.stubFor(
                get(urlEqualTo(timeline(story.number()))).willReturn(aResponse().withStatus(404)));
        ask(story.number()).statusCode(404).contentType("application/problem+json");
    }

    @Test
    void saysSoWhenIntakeDoesNotAnswer() {
        var story = ComplaintStory.in("surakarta");
        feed.take(story.open());
        intake.stubFor(
                get(urlEqualTo(timeline(story.number()))).willReturn(aResponse().withStatus(503)));
        ask(story.number()).statusCode(503).contentType("application/problem+json");

        intake.stop();
        ask(story.number()).statusCode(503).contentType("application/problem+json");
    }

    @Test
    void givesAuditorsTheWholeRecap() throws IOException {
        feed.take(IntStream.range(0, 40)
                .mapToObj(_ -> ComplaintStory.in("surakarta").received())
                .toList());
        loop.look();
        var path = "/api/reporting/v1/recaps/surakarta/2026-10/versions/1/proof";

        var file = given().auth()
                .oauth2(Tokens.of("budi", "/surakarta", "auditor"))
                .get(path);

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.header("Content-Disposition")).contains("rekap-surakarta-2026-10-v1.jsonl");
        assertThat(file.asString().lines()).hasSize(42);
        assertThat(RecapCheck.of(new ByteArrayInputStream(file.asByteArray()), root())
                        .intact())
                .isTrue();
        given().auth()
                .oauth2(Tokens.of("budi", "/surakarta", "agency-admin"))
                .get(path)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.of("budi", "/karanganyar", "auditor"))
                .get(path)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.of("budi", "/surakarta", "auditor"))
                .get(path.replace("/1/", "/2/"))
                .then()
                .statusCode(404);
    }

    private CaseProof proof(String number) throws IOException {
        owned(number);
        var answer = json.readTree(ask(number).statusCode(200).extract().asByteArray());
        return CaseProof.read(json.writeValueAsBytes(answer.get("proof")));
    }

    private static ValidatableResponse ask(String number) {
        return given().header("Tanggap-Secret", SECRET)
                .get("/api/reporting/v1/proofs/" + number)
                .then();
    }

    private void owned(String number) {
        intake.stubFor(get(urlEqualTo(timeline(number)))
                .withHeader("Tanggap-Secret", equalTo(SECRET))
                .willReturn(okJson("{\"number\":\"%s\",\"status\":\"RECEIVED\"}".formatted(number))));
    }

    private static String timeline(String number) {
        return "/api/intake/v1/complaints/" + number + "/timeline";
    }

    private Digest root() {
        return Digest.of((byte[]) Objects.requireNonNull(feed.query(
                        "select root from recap_version join monthly_recap on id = recap_id where government = 'surakarta'")
                .getFirst()
                .get("root")));
    }
}
