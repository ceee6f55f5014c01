package id.tanggap.response.queue;

import static id.tanggap.response.DeskFixture.CASES;
import static id.tanggap.response.DeskFixture.RECEIVED;
import static id.tanggap.response.DeskFixture.SOON;
import static id.tanggap.response.DeskFixture.as;
import static id.tanggap.response.DeskFixture.received;
import static id.tanggap.response.DeskFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.tanggap.contracts.event.RoutingEvent.ClockStarted;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.response.DeskFixture;
import id.tanggap.response.Surroundings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Surroundings.class)
class QueueTest {
    private static final String COUNTS = "/api/response/v1/counts";

    /** An agency of its own for each test, so that its queue holds nothing else. */
    private final String agency = "agency-" + UUID.randomUUID();

    private final DeskFixture desk = new DeskFixture(agency);

    @ParameterizedTest
    @CsvSource({"NEWEST, 3", "OLDEST, 2", "DUE, 3"})
    void turnsThePagesWithoutLossOrRepetition(String sort, int limit) {
        var sent = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            // Two at a time have the same instant.
            sent.add(sent(RECEIVED.plusSeconds(i / 2), RECEIVED.plusSeconds(3_600 + i / 2), "Lampu mati.")
                    .toString());
        }

        var seen = new ArrayList<String>();
        String next = null;
        do {
            var request = desk.admin().queryParam("limit", limit).queryParam("sort", sort);
            var page = (next == null ? request : request.queryParam("after", next))
                    .get(CASES)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.id"));
            next = page.path("next");
        } while (next != null);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    void sortsByTheNextDeadlineAndLeavesOutWhatHasNone() {
        var late = sent(RECEIVED, RECEIVED.plusSeconds(7_200), "Lampu mati.");
        var soon = sent(RECEIVED.plusSeconds(1), RECEIVED.plusSeconds(3_600), "Lampu mati.");
        var done = sent(RECEIVED.plusSeconds(2), RECEIVED.plusSeconds(1_800), "Lampu mati.");
        desk.admin().post(CASES + done + "/accept").then().statusCode(200);
        with(desk.admin(), Map.of("text", "Sudah kami ganti."))
                .post(CASES + done + "/answer")
                .then()
                .statusCode(200);

        list("sort", "DUE").body("items.id", contains(soon.toString(), late.toString()));
        list("answeredOn", LocalDate.now(ZoneId.of("Asia/Jakarta")).toString())
                .body("items.id", contains(done.toString()));
        list("answeredOn", "2026-11-02").body("items", hasSize(0));
        list("sort", "NEWEST").body("items.id", contains(done.toString(), soon.toString(), late.toString()));
        list("status", "ANSWERED").body("items.id", contains(done.toString()));
    }

    @Test
    void filters() {
        var complaint = sent(RECEIVED, RECEIVED.plusSeconds(3_600), "Trotoar rusak di depan sekolah.");
        var other = sent(
                RECEIVED.plus(Duration.ofDays(3)),
                Instant.now().plus(Duration.ofDays(30)),
                "Sampah menumpuk di pasar.");
        desk.admin().post(CASES + other + "/accept").then().statusCode(200);

        list("status", "IN_PROGRESS,DISPOSED").body("items.id", contains(other.toString()));
        list("deadline", "OVERDUE").body("items.id", contains(complaint.toString()));
        list("deadline", "LATER").body("items.id", contains(other.toString()));
        list("assignee", "me").body("items.id", contains(other.toString()));
        list("category", "sampah").body("items", hasSize(0));
        list("channel", "WEB").body("items", hasSize(2));
        list("type", "OVERSIGHT").body("items", hasSize(0));
        list("from", "2026-11-03").body("items.id", contains(other.toString()));
        list("to", "2026-11-02").body("items.id", contains(complaint.toString()));
        list("text", "sampah pasar").body("items.id", contains(other.toString()));
        // The stem counts, not the form.
        list("text", "menumpuknya").body("items.id", contains(other.toString()));
        list("text", "sekolah -trotoar").body("items", hasSize(0));
        list("text", "ska-test-0001").body("items", hasSize(2));
    }

    @ParameterizedTest
    @CsvSource({
        "status, LOST, 'Pilih salah satu: DISPATCHED, IN_PROGRESS, DISPOSED, NEEDS_INFO, ANSWERED, OBJECTED, RESOLVED, CLOSED, WITHDRAWN, MERGED, REFERRED.'",
        "deadline, SOON, 'Pilih salah satu: OVERDUE, TODAY, LATER.'",
        "sort, UP, 'Pilih salah satu: DUE, NEWEST, OLDEST.'",
        "from, kemarin, Tulis tanggal seperti 2026-08-17.",
        "after, ?, Isi dengan nilai next dari halaman sebelumnya.",
        "limit, 0, Paling sedikit 1."
    })
    void saysWhichParameterIsWrong(String parameter, String value, String message) {
        desk.admin()
                .queryParam(parameter, value)
                .get(CASES)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(parameter))
                .body("errors[0].message", equalTo(message));
    }

    @Test
    void countsWhatEachViewHolds() {
        var first = sent(RECEIVED, RECEIVED.plusSeconds(3_600), "Lampu mati.");
        var second = sent(RECEIVED, Instant.now().plus(Duration.ofDays(30)), "Lampu mati.");
        sent(RECEIVED, Instant.now().plus(Duration.ofDays(30)), "Lampu mati.");
        counts(desk.admin(), "NEW").body("count", equalTo(3)).body("more", equalTo(false));
        desk.admin().post(CASES + first + "/accept").then().statusCode(200);
        desk.admin().post(CASES + second + "/accept").then().statusCode(200);

        expect("NEW", 1);
        expect("MINE", 2);
        expect("OVERDUE", 1);
        expect("ANSWERED", 0);
        with(desk.admin(), Map.of("text", "Sudah kami ganti."))
                .post(CASES + first + "/answer")
                .then()
                .statusCode(200);
        expect("MINE", 1);
        expect("OVERDUE", 0);
        expect("ANSWERED", 1);
    }

    @Test
    void countsWithManyHandsAtOnce() throws InterruptedException {
        var cases = new ArrayList<UUID>();
        for (int i = 0; i < 24; i++) {
            cases.add(sent(RECEIVED, RECEIVED.plusSeconds(60), "Lampu mati."));
        }
        var hands = cases.stream()
                .map(id -> Thread.ofVirtual()
                        .start(() ->
                                desk.admin().post(CASES + id + "/accept").then().statusCode(200)))
                .toList();
        for (var hand : hands) {
            hand.join();
        }

        expect("NEW", 0);
        expect("MINE", 24);
    }

    @Test
    void showsADivisionWhatItWasGiven() {
        var works = new DeskFixture("dpupr");
        var given = works.dispatch();
        works.dispatch();
        with(
                        works.admin(),
                        Map.of(
                                "division",
                                "drainase",
                                "instruction",
                                "Periksa.",
                                "dueAt",
                                Instant.now().plusSeconds(3_600).toString()))
                .post(CASES + given + "/disposition")
                .then()
                .statusCode(200);

        works.staffOf("drainase")
                .get(CASES)
                .then()
                .body("items.id", contains(given.toString()))
                .body("items[0].divisionName", equalTo("Bidang Drainase"));
        counts(works.staffOf("drainase"), "WITH_DIVISION").body("count", equalTo(1));
        works.staffOf("tata-ruang").get(CASES).then().body("items", hasSize(0));
        works.staffOf("drainase").get("/api/response/v1/overview").then().statusCode(403);
    }

    @Test
    void overlooksTheLoad() {
        sent(RECEIVED, RECEIVED.plusSeconds(3_600), "Lampu mati.");
        sent(Instant.now(), Instant.now().plus(Duration.ofDays(3)), "Lampu mati.");

        desk.admin()
                .get("/api/response/v1/overview")
                .then()
                .statusCode(200)
                .body("receivedToday", equalTo(1))
                .body("answeredToday", equalTo(0))
                .body("agencies.agency", contains(agency))
                .body("agencies[0].open", equalTo(2))
                .body("agencies[0].overdue", equalTo(1))
                .body("ageing.open.sum()", equalTo(2))
                .body("ageing[0].open", equalTo(1));
    }

    @Test
    void tellsWhoOneIs() {
        as("citra", "/surakarta/dishub/lalu-lintas", "division-staff")
                .get("/api/response/v1/me")
                .then()
                .statusCode(200)
                .body("name", equalTo("citra"))
                .body("agencyName", equalTo("Dinas Perhubungan"))
                .body("divisionName", equalTo("Bidang Lalu Lintas"))
                .body("timeZone", equalTo("Asia/Jakarta"))
                .body("roles", contains("division-staff"))
                .body("divisions.id", containsInAnyOrder("lalu-lintas", "rekayasa", "angkutan", "parkir"));
        as("x", "/lain/dishub", "agency-admin")
                .get("/api/response/v1/me")
                .then()
                .statusCode(403);
    }

    /** Tells of a complaint and its agency, and waits until it lies on the desk with its deadline. */
    private UUID sent(Instant receivedAt, Instant dueAt, String text) {
        var id = UUID.randomUUID();
        desk.say(id, received(Visibility.PUBLIC, ComplaintType.ORDINARY, text, receivedAt));
        desk.say(id, desk.dispatched());
        desk.say(id, new ClockStarted(ClockKind.PROMISE, "promise", "48 jam", receivedAt, dueAt));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(desk.admin().get(CASES + id).jsonPath().getString("dueAt"))
                                .isNotNull());
        return id;
    }

    private ValidatableResponse list(String parameter, String value) {
        return desk.admin().queryParam(parameter, value).get(CASES).then().statusCode(200);
    }

    private static ValidatableResponse counts(RequestSpecification who, String view) {
        return who.get(COUNTS).then().statusCode(200).rootPath("find { it.view == '" + view + "' }");
    }

    private void expect(String view, int count) {
        counts(desk.admin(), view).body("count", equalTo(count));
    }
}
