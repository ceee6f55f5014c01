package id.tanggap.reporting.recap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.tanggap.reporting.ComplaintStory;
import id.tanggap.reporting.ReportingResource;
import id.tanggap.reporting.facts.Feed;
import id.tanggap.testkit.SettableTime;
import id.tanggap.testkit.Tokens;
import id.tanggap.testkit.api.ApiDocument;
import id.tanggap.testkit.api.AtOnce;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is sent again, because the answer was lost, is done once with a recap. */
@QuarkusTest
@WithTestResource(ReportingResource.class)
class RepeatTest {
    private static final String OCTOBER = "/api/reporting/v1/recaps/surakarta/2026-10/";
    private static final Map<String, Object> TEXT = Map.of("version", 1, "text", "Banyak jalan rusak.");

    private final String key = UUID.randomUUID().toString();

    @Inject
    Feed feed;

    @Inject
    SettableTime time;

    @Inject
    Loop loop;

    @BeforeEach
    void compilesARecap() {
        feed.forgetAll();
        time.set("2026-11-02T02:00:00Z");
        feed.take(ComplaintStory.in("surakarta").open());
        loop.look();
    }

    /** All that take a key, but for those that have a test of their own; giving back is the other way to decide. */
    static Stream<String> posts() throws IOException {
        return Stream.concat(
                ApiDocument.copyOf("reporting").postsDoneOnce().filter(post -> !post.endsWith("_start")),
                Stream.of("giveBack"));
    }

    @ParameterizedTest
    @MethodSource("posts")
    void isDoneOnceThoughSentSixTimesAtOnce(String post) throws InterruptedException, ExecutionException {
        var request = request(post);
        var before = done();

        var answers = AtOnce.sixTimes(request::get);

        assertThat(answers)
                .as(post)
                .extracting(Response::statusCode)
                .containsOnly(post.endsWith("compile") ? 202 : 200);
        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.getFirst().asString());
        assertThat(done()).isEqualTo(before + 1);
    }

    private Supplier<Response> request(String post) {
        return switch (post) {
            case "Recap_compile" -> () -> send("coordinator", "versions", Map.of());
            case "Recap_evaluation" -> () -> send("analyst", "evaluation", TEXT);
            case "Recap_decide" -> after("Recap_evaluation", () -> send("head", "decision", decision(false)));
            case "giveBack" -> after("Recap_evaluation", () -> send("head", "decision", decision(true)));
            case "Recap_dispose" -> after("Recap_decide", () -> send("head", "disposition", TEXT));
            case "Recap_archive" -> after("Recap_dispose", () -> send("archivist", "archive", Map.of("version", 1)));
            default -> throw new IllegalArgumentException("Say how to come to " + post);
        };
    }

    private Supplier<Response> after(String post, Supplier<Response> next) {
        request(post).get().then().statusCode(200);
        return next;
    }

    /** Also when the recap has gone on meanwhile. */
    @Test
    void isNotCompiledTwiceByOneRequest() {
        send("coordinator", "versions", Map.of()).then().statusCode(202).body("compiling", equalTo(true));
        loop.look();

        send("coordinator", "versions", Map.of()).then().statusCode(202).body("version", equalTo(2));
        loop.look();

        assertThat(feed.query("select version from recap_version")).hasSize(2);
    }

    @Test
    void isRefusedAsBeforeWithoutAKeyOrUnderAnother() {
        request("Recap_decide").get().then().statusCode(200);

        given().auth()
                .oauth2(token("head"))
                .contentType("application/json")
                .body(decision(false))
                .post(OCTOBER + "decision")
                .then()
                .statusCode(409);
        given().auth()
                .oauth2(token("head"))
                .header("Idempotency-Key", "lain")
                .contentType("application/json")
                .body(decision(false))
                .post(OCTOBER + "decision")
                .then()
                .statusCode(409);
    }

    /** What was refused is not granted: the same request may succeed later. */
    @Test
    void isTriedAgainAfterARefusal() {
        send("head", "decision", decision(false)).then().statusCode(409);
        request("Recap_evaluation").get().then().statusCode(200);

        send("head", "decision", decision(false)).then().statusCode(200).body("state", equalTo("EVALUATED"));
    }

    @Test
    void isAnotherRequestWithOtherWords() {
        request("Recap_evaluation").get().then().statusCode(200);
        var before = done();

        send("analyst", "evaluation", Map.of("version", 1, "text", "Lampu padam."))
                .then()
                .statusCode(200);

        assertThat(done()).isEqualTo(before + 1);
    }

    private static Map<String, Object> decision(boolean again) {
        return Map.of("version", 1, "again", again, "text", "Lengkapi jawaban DPUPR.");
    }

    private Response send(String role, String what, Map<String, Object> body) {
        return given().auth()
                .oauth2(token(role))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(OCTOBER + what);
    }

    private static String token(String role) {
        return Tokens.of("Siti " + role, "/surakarta", role);
    }

    private long done() {
        return (long) Objects.requireNonNull(feed.query("""
                select (select count(*) from recap_version)
                       + (select count(*) from recap_deed where kind <> 'STEP_MISSED') as n
                """).getFirst().get("n"));
    }
}
