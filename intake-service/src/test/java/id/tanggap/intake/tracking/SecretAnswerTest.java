package id.tanggap.intake.tracking;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static id.tanggap.intake.complaint.ComplaintFixture.form;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.intake.Surroundings;
import id.tanggap.testkit.EventBus;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The answer to a secret complaint stays with response-service and is shown to who has number and secret. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class SecretAnswerTest {
    private static final String TOKEN_PATH = "/auth/realms/tanggap/protocol/openid-connect/token";
    private static final Instant ANSWERED = Instant.parse("2030-01-02T03:04:05Z");

    /** Response-service and Keycloak, as far as intake asks them. */
    private static final WireMockServer NEIGHBOURS = new WireMockServer(WireMockConfiguration.options()
            .port(ConfigProvider.getConfig().getValue("neighbours.port", Integer.class)));

    private UUID complaint = new UUID(0, 0);
    private String number = "";
    private String secret = "";

    @BeforeAll
    static void startNeighbours() {
        NEIGHBOURS.start();
    }

    @AfterAll
    static void stopNeighbours() {
        NEIGHBOURS.stop();
    }

    @BeforeEach
    void answerASecretComplaint() {
        NEIGHBOURS.resetAll();
        NEIGHBOURS.stubFor(post(urlPathEqualTo(TOKEN_PATH)).willReturn(okJson("""
                        {"access_token":"token-layanan","token_type":"Bearer","expires_in":-10}
                        """)));
        var receipt = given().contentType(ContentType.JSON)
                .body(form().with("visibility", "SECRET").json())
                .post("/api/intake/v1/complaints")
                .then()
                .statusCode(201)
                .extract();
        complaint = UUID.fromString(receipt.path("id"));
        number = receipt.path("number");
        secret = receipt.path("secret");
        EventBus.say("surakarta", complaint, new AnswerPublished("inspektorat", null, ANSWERED));
        responseSays(aResponse().withStatus(503));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> timeline().body("status", is("ANSWERED")));
    }

    @Test
    void showsTheAnswerToWhoHasTheSecret() {
        responseSays(okJson("{\"text\":\"Terlapor sudah kami periksa.\"}"));

        timeline()
                .statusCode(200)
                .body("answer", is("Terlapor sudah kami periksa."))
                .body("entries[-1].text", is("Aduan dijawab."));
    }

    @Test
    void showsWhatTheOfficeAsksToWhoHasTheSecret() {
        responseSays(okJson("{\"text\":\"Terlapor sudah kami periksa.\"}"));
        EventBus.say("surakarta", complaint, new ObjectionRaised(null, ANSWERED.plusSeconds(60)));
        EventBus.say("surakarta", complaint, new InformationRequested("inspektorat", null, ANSWERED.plusSeconds(120)));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> timeline().body("status", is("NEEDS_INFO")));

        timeline().body("question", nullValue()).body("answer", is("Terlapor sudah kami periksa."));
        NEIGHBOURS.stubFor(get(urlPathEqualTo("/api/response/v1/cases/" + complaint + "/question"))
                .withHeader("Authorization", equalTo("Bearer token-layanan"))
                .willReturn(okJson("{\"text\":\"Siapa saksinya?\"}")));
        timeline()
                .body("question", is("Siapa saksinya?"))
                .body("entries[-1].text", is("Instansi meminta kelengkapan dari Anda."));
    }

    @Test
    void asksForNothingWhenTheSecretIsWrong() {
        NEIGHBOURS.resetRequests();

        given().header("Tanggap-Secret", "AAAA-AAAA")
                .get("/api/intake/v1/complaints/" + number + "/timeline")
                .then()
                .statusCode(404);

        assertThat(NEIGHBOURS.getAllServeEvents()).isEmpty();
    }

    @Test
    void showsTheRestWhileTheAnswerCannotBeHad() {
        for (var trouble : new ResponseDefinitionBuilder[] {
            aResponse().withStatus(503),
            aResponse().withStatus(404),
            aResponse().withFixedDelay(10_000),
            okJson("{\"text\":")
        }) {
            responseSays(trouble);
            answerIsMissing();
        }
        NEIGHBOURS.stubFor(
                post(urlPathEqualTo(TOKEN_PATH)).willReturn(aResponse().withStatus(503)));
        answerIsMissing();
    }

    private void answerIsMissing() {
        timeline()
                .statusCode(200)
                .body("status", is("ANSWERED"))
                .body("answer", nullValue())
                .body(
                        "entries[-1].text",
                        is("Aduan dijawab. Jawabannya belum dapat ditampilkan; buka lagi beberapa saat lagi."));
    }

    private void responseSays(ResponseDefinitionBuilder answer) {
        NEIGHBOURS.stubFor(get(urlPathEqualTo("/api/response/v1/cases/" + complaint + "/answer"))
                .withHeader("Authorization", equalTo("Bearer token-layanan"))
                .willReturn(answer));
    }

    private ValidatableResponse timeline() {
        return given().header("Tanggap-Secret", secret)
                .get("/api/intake/v1/complaints/" + number + "/timeline")
                .then();
    }
}
