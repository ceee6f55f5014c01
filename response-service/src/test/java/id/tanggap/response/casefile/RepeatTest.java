package id.tanggap.response.casefile;

import static id.tanggap.response.DeskFixture.CASES;
import static id.tanggap.response.DeskFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.MisroutingReason;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.response.DeskFixture;
import id.tanggap.response.Surroundings;
import id.tanggap.testkit.Camera;
import id.tanggap.testkit.api.ApiDocument;
import id.tanggap.testkit.api.AtOnce;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is sent again, because the answer was lost, is done once. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class RepeatTest {
    private static final String BULK = "/api/response/v1/bulk";
    private static final String DONE = """
            select (select count(*) from deed) + (select count(*) from note) + (select count(*) from evidence)
                   + (select count(*) from template)
            """;

    private final DeskFixture desk = new DeskFixture("dishub");
    private final String key = UUID.randomUUID().toString();
    /** The case of a request that is about one alone. */
    private UUID about = new UUID(0, 0);

    @Inject
    Pool pool;

    /** All that take a key, but for the rebuilding, which has a test of its own. */
    static Stream<String> posts() throws IOException {
        return ApiDocument.copyOf("response").postsDoneOnce().filter(post -> !post.equals("Rebuild_start"));
    }

    @ParameterizedTest
    @MethodSource("posts")
    void isDoneOnceThoughSentSixTimesAtOnce(String post) throws InterruptedException, ExecutionException {
        var request = request(post);
        var before = done();

        var answers = AtOnce.sixTimes(request::get);

        assertThat(answers).as(post).extracting(Response::statusCode).containsOnly(post.endsWith("_add") ? 201 : 200);
        assertThat(done()).isEqualTo(before + 1);
        assertThat(request.get().asString()).isEqualTo(answers.getFirst().asString());
        assertThat(done()).isEqualTo(before + 1);
    }

    static Stream<String> postsAboutACase() throws IOException {
        return posts().filter(post -> !List.of("Bulk_act", "Template_add").contains(post));
    }

    /** It comes again when the case has gone to another agency: it was done, and there is nothing to show any more. */
    @ParameterizedTest
    @MethodSource("postsAboutACase")
    void isAnsweredThoughTheCaseHasLeftTheDesk(String post) {
        var request = request(post);
        request.get().then().statusCode(lessThan(300));
        leave(about);
        var before = done();

        request.get().then().statusCode(204);

        assertThat(done()).isEqualTo(before);
    }

    @Test
    void isDoneInABulkThoughTheCaseHasLeftTheDesk() {
        var both = List.of(desk.dispatch(), desk.dispatch());
        var all = bulk(Map.of("action", "ACCEPT", "ids", both));
        all.get().then().statusCode(200);
        leave(both.getFirst());

        all.get().then().body("results.done", equalTo(List.of(true, true)));
    }

    private void leave(UUID complaint) {
        desk.say(
                complaint,
                new ReturnedAsMisrouted(
                        "dishub", MisroutingReason.NOT_OUR_DUTY, null, DeskFixture.RECEIVED.plusSeconds(9)));
        await().atMost(DeskFixture.SOON)
                .untilAsserted(() -> desk.admin().get(CASES + complaint).then().statusCode(404));
    }

    /** What may be done with a case, brought to where it can be; and what else there is to post. */
    private Supplier<Response> request(String post) {
        return switch (post) {
            case "Case_accept" -> act(desk.dispatch(), "accept", Map.of());
            case "Case_dispose" ->
                act(
                        accepted(),
                        "disposition",
                        Map.of("division", "parkir", "instruction", "Periksa dan ganti.", "dueAt", later()));
            case "Case_answerAsDivision" -> post(() -> desk.staffOf("parkir"), disposed(), "division-answer", text());
            case "Case_requestInformation" ->
                act(accepted(), "information-request", Map.of("question", "Di sisi jalan yang mana?"));
            case "Case_requestApproval" -> act(drafted(), "approval-request", Map.of());
            case "Case_approve" -> post(desk::otherAdmin, upForApproval(), "approval", Map.of("draftVersion", 1));
            case "Case_sendBack" ->
                post(desk::otherAdmin, upForApproval(), "approval-refusal", Map.of("remark", "Sebut tanggalnya."));
            case "Case_publish" -> act(accepted(), "answer", text());
            case "Case_resolve" -> act(answered(), "resolution", Map.of());
            case "Case_note" -> act(accepted(), "notes", text());
            case "Bulk_act" -> bulk(Map.of("action", "ACCEPT", "ids", List.of(desk.dispatch())));
            case "Evidence_add" -> file(accepted(), "lampu.jpg", Camera.jpeg());
            case "Template_add" -> template();
            default -> throw new IllegalArgumentException("Say how to come to " + post);
        };
    }

    @Test
    void isAnotherRequestWithOtherWordsAnotherKeyOrOfAnotherPerson() {
        var complaint = accepted();
        for (var words : List.of("Satu.", "Satu.", "Dua.")) {
            post(desk::admin, complaint, "notes", Map.of("text", words))
                    .get()
                    .then()
                    .statusCode(200);
        }
        post(desk::otherAdmin, complaint, "notes", Map.of("text", "Satu."))
                .get()
                .then()
                .statusCode(200);
        with(desk.admin().header("Idempotency-Key", "kunci lain"), Map.of("text", "Satu."))
                .post(CASES + complaint + "/notes");

        desk.admin().get(CASES + complaint).then().body("notes", hasSize(4));
    }

    @Test
    void takesFilesOfOneNameAndSizeForTwoWhenTheyDiffer() {
        var complaint = accepted();
        var photo = Camera.jpeg();
        var other = photo.clone();
        other[other.length - 3] ^= 1;

        for (var content : List.of(photo, other, photo)) {
            file(complaint, "lampu.jpg", content).get().then().statusCode(201);
        }

        desk.admin().get(CASES + complaint).then().body("evidence", hasSize(2));
    }

    @Test
    void doesNoPartOfABulkActTwice() {
        var both = List.of(desk.dispatch(), desk.dispatch());
        var all = bulk(Map.of("action", "ACCEPT", "ids", both));
        all.get().then().statusCode(200);
        var before = done();

        all.get().then().body("results.done", equalTo(List.of(true, true)));

        assertThat(done()).isEqualTo(before);
        bulk(Map.of("action", "ASSIGN_TO_ME", "ids", both))
                .get()
                .then()
                .body("results.done", equalTo(List.of(true, true)));
        assertThat(done()).isEqualTo(before + 2);
    }

    @Test
    void refusesATemplateOfANameThatAnotherHas() {
        var template = Map.of("name", "Templat " + key, "text", "Terima kasih.");
        with(desk.admin().header("Idempotency-Key", "lain"), template)
                .post("/api/response/v1/templates")
                .then()
                .statusCode(201);

        with(desk.admin().header("Idempotency-Key", key), template)
                .post("/api/response/v1/templates")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("name"));
    }

    private Supplier<Response> act(UUID complaint, String act, Map<String, ?> body) {
        return post(desk::admin, complaint, act, body);
    }

    private Supplier<Response> post(
            Supplier<RequestSpecification> who, UUID complaint, String act, Map<String, ?> body) {
        about = complaint;
        return () -> with(who.get().header("Idempotency-Key", key), body).post(CASES + complaint + "/" + act);
    }

    private Supplier<Response> bulk(Map<String, ?> body) {
        return () -> with(desk.admin().header("Idempotency-Key", key), body).post(BULK);
    }

    private Supplier<Response> template() {
        return () -> with(
                        desk.admin().header("Idempotency-Key", key),
                        Map.of("name", "Templat " + key, "text", "Terima kasih."))
                .post("/api/response/v1/templates");
    }

    private Supplier<Response> file(UUID complaint, String name, byte[] content) {
        about = complaint;
        return () -> desk.admin()
                .header("Idempotency-Key", key)
                .multiPart("file", name, content)
                .post(CASES + complaint + "/evidence");
    }

    private static Map<String, String> text() {
        return Map.of("text", "Lampu kami ganti.");
    }

    private static String later() {
        return Instant.now().plusSeconds(3_600).toString();
    }

    private UUID accepted() {
        return accepted(desk.dispatch());
    }

    private UUID accepted(UUID complaint) {
        desk.admin().post(CASES + complaint + "/accept").then().statusCode(200);
        return complaint;
    }

    private UUID disposed() {
        var complaint = accepted();
        with(desk.admin(), Map.of("division", "parkir", "instruction", "Periksa dan ganti.", "dueAt", later()))
                .post(CASES + complaint + "/disposition")
                .then()
                .statusCode(200);
        return complaint;
    }

    private UUID answered() {
        var complaint = accepted();
        with(desk.admin(), text()).post(CASES + complaint + "/answer").then().statusCode(200);
        return complaint;
    }

    private UUID drafted() {
        var complaint = accepted(desk.dispatch(Visibility.SECRET, ComplaintType.OVERSIGHT));
        with(desk.admin(), Map.of("text", "Sudah kami periksa.", "version", 0))
                .put(CASES + complaint + "/draft")
                .then()
                .statusCode(200);
        return complaint;
    }

    private UUID upForApproval() {
        var complaint = drafted();
        desk.admin().post(CASES + complaint + "/approval-request").then().statusCode(200);
        return complaint;
    }

    private long done() {
        return pool.query(DONE)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
