package id.tanggap.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(FakeUpstream.class)
class ForwardingTest {

    private static final String COMPLAINTS = "/api/intake/v1/complaints";

    private final Door door = new Door();

    @Inject
    Lanes lanes;

    @Test
    void handsPathAndQueryOnUnchanged() {
        var seen = seen(door.get("/api/response/v1/cases?status=IN_PROGRESS&after=a%20b%2Fc"));
        assertThat(seen.getString("uri")).isEqualTo("/api/response/v1/cases?status=IN_PROGRESS&after=a%20b%2Fc");
        assertThat(seen(door.get("/auth/realms/tanggap/account")).getString("uri"))
                .isEqualTo("/auth/realms/tanggap/account");
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "response", "reporting"})
    void leadsToWhatAServicePublishesOfItself(String service) {
        var path = "/api/" + service + "/openapi.json";
        assertThat(seen(door.get(path)).getString("uri")).isEqualTo(path);
    }

    @Test
    void replacesWhatTheCallerClaimsAboutItsWay() {
        var headers = seen(door.send(door.at("/auth/realms/tanggap/x")
                        .header("X-Forwarded-For", "203.0.113.9")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("X-Forwarded-Proto", "gopher")
                        .header("X-Forwarded-Prefix", "/evil")
                        .header("Forwarded", "for=203.0.113.9;host=evil.example")
                        .header("X-HTTP-Method-Override", "DELETE")))
                .getJsonObject("headers");
        assertThat(headers.getString("x-forwarded-for")).isEqualTo("127.0.0.1");
        assertThat(headers.getString("x-forwarded-host")).isEqualTo("aduan.example");
        assertThat(headers.getString("x-forwarded-proto")).isEqualTo("https");
        assertThat(headers.getString("x-forwarded-port")).isEqualTo("443");
        assertThat(headers.fieldNames()).doesNotContain("x-forwarded-prefix", "forwarded", "x-http-method-override");
    }

    @Test
    void keepsHeadersOfOneConnectionToThatConnection() {
        var answer = door.raw("""
                GET /api/response/x HTTP/1.1
                Host: localhost
                Connection: close, X-Private
                X-Private: one hop only
                Authorization: Bearer abc
                TE: trailers
                Upgrade: websocket

                """);
        assertThat(answer).contains("\"authorization\":\"Bearer abc\"");
        assertThat(answer).doesNotContain("one hop only", "\"te\"", "\"upgrade\"");

        var refused = door.get("/api/response/refuses");
        assertThat(refused.headers().firstValue("X-Hop")).isEmpty();
    }

    @Test
    void passesRefusalsOfServicesThrough() {
        var answer = door.get("/api/response/refuses");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("{\"status\":409}");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void passesAnAnswerWithoutBodyThrough() {
        assertThat(door.get("/api/response/empty").statusCode()).isEqualTo(204);
        var head = door.send(door.at("/api/response/x").method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void keepsAnswersOutOfCaches() {
        assertThat(door.get("/api/response/x").headers().firstValue("Cache-Control"))
                .hasValue("no-store");
    }

    @Test
    void streamsEventsAsTheyCome() throws IOException {
        var stream = door.send(
                door.at("/api/response/stream?id=1").header("Accept", "text/event-stream"),
                BodyHandlers.ofInputStream());
        try (var events = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(events.readLine()).isEqualTo("data: first");
            assertThat(events.readLine()).isEmpty();
            door.get("/api/response/stream/next?id=1");
            assertThat(events.readLine()).isEqualTo("data: second");
        }
    }

    @Test
    void refusesALargeComplaintBeforeItIsSent() {
        var answer = door.raw("""
                POST %s HTTP/1.1
                Host: localhost
                Connection: close
                Content-Length: 9000000

                """.formatted(COMPLAINTS));
        assertThat(answer).startsWith("HTTP/1.1 413");
    }

    @Test
    void saysThatAMissingPartIsMissing() {
        var answer = door.get("/api/routing/v1/x");
        assertProblem(answer, 503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("3");
        assertThat(answer.body()).contains("sedang disiapkan");
        assertProblem(door.send(door.at("/api/notification/x").POST(BodyPublishers.ofString("{}"))), 503);
    }

    @Test
    void saysThatAnAnswerBrokeOff() {
        var answer = door.get("/api/response/hang-up");
        assertProblem(answer, 502);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void saysThatAPartIsTooSlow() {
        assertProblem(door.get("/api/reporting/silent"), 504);
    }

    @Test
    void showsAPageWhileSignInStarts() {
        var page = door.getPage("/auth/realms/tanggap/starting");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body()).contains("Layanan masuk sedang disiapkan", "/assets/sign-in-starting.js");
        assertThat(door.get("/auth/realms/tanggap/starting").body()).isEqualTo("Bootstrap in progress");
    }

    @Test
    void answersForUnknownPartsItself() {
        for (var path : new String[] {"/api/unknown", "/api/", "/api", "/api/intake"}) {
            assertProblem(door.getPage(path), 404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/intake/../../q/health",
                "/api/intake/%2e%2e/%2E%2e/q/health",
                "/api/intake/..%2f..%2fq/health",
                "/api/intake//q/health",
                "/api/intake/v1/complaints;a=b",
                "/api/intake/v1/complaint%73",
                "/api/intake/..\\..\\q"
            })
    void refusesPathsThatAnUpstreamMayReadDifferently(String path) {
        var answer = door.raw("POST %s HTTP/1.1\nHost: localhost\nConnection: close\n\n".formatted(path));
        assertThat(answer).containsPattern("^HTTP/1.1 40[04]");
    }

    @Test
    void leadsToTheRealmAloneOfKeycloak() {
        assertThat(door.get("/auth/resources/x/login/styles.css").statusCode()).isEqualTo(200);
        for (var path : new String[] {
            "/auth/",
            "/auth/admin/",
            "/auth/admin/master/console/",
            "/auth/admin/realms/tanggap",
            "/auth/realms/master/",
            "/auth/realms/master/protocol/openid-connect/token",
            "/auth/realms/tanggap2/",
            "/auth/realms/",
            "/auth/metrics",
            "/auth/health",
            "/auth/realms/TANGGAP/",
            "/auth/realms/tanggap/../master/",
            "/auth/realms/tanggap/..%2fmaster/"
        }) {
            assertThat(door.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void knowsNoMethodThatNobodyNeeds() {
        for (var method : new String[] {"TRACE", "PROPFIND", "get"}) {
            assertThat(door.raw("%s /api/response/x HTTP/1.1\nHost: localhost\n\n".formatted(method)))
                    .startsWith("HTTP/1.1 405");
        }
    }

    @Test
    void handsOutNothingOfTheServicesHealth() {
        for (var path : new String[] {"/intake/q/health", "/api/q/health", "/api/intake/../q/metrics"}) {
            assertThat(door.get(path).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void limitsHowOftenOneAddressMayLookUp() {
        var path = COMPLAINTS + "/SKA-4F7K-92XM/timeline";
        for (int i = 0; i < 3; i++) {
            assertThat(door.get(path).statusCode()).isEqualTo(200);
        }
        var refused = door.get(path);
        assertProblem(refused, 429);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 10);
        assertThat(door.get(path + "/").statusCode()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reply", "objection", "withdrawal"})
    void limitsHowOftenOneAddressMayAdd(String act) {
        var path = COMPLAINTS + "/SKA-4F7K-92XM/" + act;
        var body = BodyPublishers.ofString("{}");
        for (int i = 0; i < 3; i++) {
            door.send(door.at(path).POST(body));
        }
        assertProblem(door.send(door.at(path).POST(body)), 429);
    }

    @Test
    void limitsNothingWhereTheLimitIsSwitchedOff() {
        for (int i = 0; i < 120; i++) {
            assertThat(door.send(door.at(COMPLAINTS).POST(BodyPublishers.ofString("{}")))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void keepsNothingOfWhatIsDone() {
        var large = BodyPublishers.ofByteArray(new byte[1 << 20]);
        for (int i = 0; i < 10; i++) {
            door.get("/api/response/x");
            door.get("/api/response/refuses");
            door.get("/api/routing/v1/x");
            door.get("/api/response/hang-up");
            door.send(door.at(COMPLAINTS).POST(BodyPublishers.ofString("{}")));
            door.send(door.at(COMPLAINTS).POST(large));
            door.send(door.at("/api/intake/v1/imports").POST(large));
            door.send(door.at(COMPLAINTS + "/SKA-4F7K-92XM/survey").POST(BodyPublishers.ofString("{}")));
        }
        await().atMost(Duration.ofSeconds(3))
                .until(() -> lanes.of("ordinary").busy() + lanes.of("uploads").busy() == 0);
    }

    private static JsonObject seen(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = new JsonObject(answer.body());
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.getString("type")).startsWith("urn:tanggap:masalah:");
        assertThat(problem.getString("detail")).isNotBlank();
    }
}
