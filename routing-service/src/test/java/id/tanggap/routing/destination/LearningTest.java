package id.tanggap.routing.destination;

import static id.tanggap.routing.destination.InventedCases.BEES;
import static id.tanggap.routing.destination.InventedCases.CHESS;
import static id.tanggap.routing.destination.InventedCases.KITES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.RoutingEvent.ClockMet;
import id.tanggap.contracts.event.RoutingEvent.DestinationProposed;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.dispatch.ConfirmedCase;
import id.tanggap.dispatch.Learned;
import id.tanggap.dispatch.TrackRecord;
import id.tanggap.messaging.Rows;
import id.tanggap.routing.cases.ReceivedFixture;
import id.tanggap.testkit.EventBus;
import id.tanggap.testkit.PlatformResource;
import id.tanggap.testkit.SettableTime;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** An office at work: it confirms destinations until the system has learned them, and stops it when it errs. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
@TestProfile(LearningTest.OwnDatabase.class)
@TestMethodOrder(OrderAnnotation.class)
class LearningTest {
    /** What is learned here no other test shall notice. */
    public static final class OwnDatabase implements QuarkusTestProfile {}

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final InventedCases.Topic SCHOOLS =
            InventedCases.Topic.of("disdik", "zonasi PPDB tidak adil", "jalur zonasi ditutup", "PPDB kacau");
    private static final InventedCases.Topic LAMPS =
            InventedCases.Topic.of("dpupr", "lampu PJU padam", "PJU mati total", "penerangan jalan padam");
    private static final String SWITCH = "/api/routing/v1/automatic-dispatch";

    @Inject
    SettableTime time;

    @Inject
    Learning learning;

    @Inject
    Pool pool;

    @Test
    @Order(0)
    void rulesOfWordsEarnTheRightAndLoseIt() {
        assertRight("kata-sekolah", false);
        for (var id : received(SCHOOLS, TrackRecord.FEWEST)) {
            heard(id, DestinationProposed.class);
            coordinatorSends(id, SCHOOLS.agency());
        }
        await().atMost(SOON).untilAsserted(() -> assertRight("kata-sekolah", true));
        assertThat(heard(receive(SCHOOLS.text(1)), Dispatched.class).rule()).isEqualTo("kata-sekolah");

        // Measured elsewhere, and here it is another's duty.
        assertRight("kata-penerangan-jalan", true);
        for (var id : received(LAMPS, TrackRecord.FEWEST)) {
            assertThat(heard(id, Dispatched.class).rule()).isEqualTo("kata-penerangan-jalan");
            giveBack(id, "dishub");
            coordinatorSends(id, LAMPS.agency());
        }
        await().atMost(SOON).untilAsserted(() -> assertRight("kata-penerangan-jalan", false));
        assertRight("dishub", true);
    }

    @Test
    @Order(1)
    void learnsNothingFromTooFew() {
        forgetConfirmations();
        confirmed(Learning.ENOUGH - 1);
        var next = receive(BEES.text(50_000));

        assertThat(heard(next, DestinationProposed.class).candidates())
                .singleElement()
                .satisfies(only -> assertThat(only.agency()).isEqualTo("diskominfo"));
        coordinator()
                .get(SWITCH)
                .then()
                .statusCode(200)
                .body("enabled", equalTo(true))
                .body("learned", equalTo(false))
                .body("examples", equalTo(Learning.ENOUGH - 1))
                .body("promised", equalTo(0.9f));
    }

    @Test
    @Order(2)
    void dispatchesByItselfOnceItHasLearnedEnough() {
        var last = receive(KITES.text(50_001));
        heard(last, DestinationProposed.class);
        coordinatorSends(last, KITES.agency());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(learning.of("surakarta")).isNotNull());

        var next = receive(BEES.text(50_002));
        var dispatched = heard(next, Dispatched.class);
        assertThat(dispatched.agency()).isEqualTo(BEES.agency());
        assertThat(dispatched.rule()).isEqualTo(Learned.BY);
        assertThat(dispatched.reason()).contains("lebah").contains("mirip aduan SKA-2026-");
        coordinator()
                .get("/api/routing/v1/cases/" + next)
                .then()
                .body("options[0].confidence", greaterThanOrEqualTo(0.9f));
        coordinator().get(SWITCH).then().body("learned", equalTo(true)).body("examples", equalTo(Learning.ENOUGH));
        assertThat(learning.of("karanganyar")).isNull();
    }

    @Test
    @Order(3)
    void learnsFromACorrectionAtOnce() {
        var corrected = receive("Sumur artesis warga berbau minyak");
        heard(corrected, DestinationProposed.class);
        coordinatorSends(corrected, "dinkes");

        await().atMost(SOON).untilAsserted(() -> {
            var similar = receive("Sumur artesis berbau minyak tanah");
            assertThat(heard(similar, DestinationProposed.class).candidates()).anySatisfy(candidate -> {
                assertThat(candidate.agency()).isEqualTo("dinkes");
                assertThat(candidate.reason()).contains("mirip aduan");
            });
        });
    }

    @Test
    @Order(4)
    void learnsFromAnAgencysAnswer() {
        var answered = receive(CHESS.text(50_003));
        assertThat(heard(answered, Dispatched.class).agency()).isEqualTo(CHESS.agency());
        var before = Objects.requireNonNull(learning.of("surakarta")).count();
        EventBus.say("surakarta", answered, new AnswerPublished(CHESS.agency(), "Sudah diganti.", time.instant()));
        heard(answered, ClockMet.class);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                Objects.requireNonNull(learning.of("surakarta")).count())
                        .isEqualTo(before + 1));
    }

    @Test
    @Order(5)
    void takesTheRightFromTheAgencyThatIsToBlameAndFromNobodyElse() {
        // The hives are somebody else's duty from now on; what went out in vain comes back and is decided anew.
        for (var id : received(BEES, 40)) {
            heard(id, Dispatched.class);
            giveBack(id, BEES.agency());
            coordinatorSends(id, "damkar");
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertRight(BEES.agency(), false)
                        .body(right(BEES.agency()) + "byItself", equalTo(true))
                        .body(right(BEES.agency()) + "before.measured", greaterThanOrEqualTo(30)));
        coordinator().get(SWITCH).then().body("enabled", equalTo(true));
        assertRight(Learned.BY, true);
        assertThat(heard(receive(BEES.text(60_100)), DestinationProposed.class)
                        .candidates()
                        .getFirst()
                        .agency())
                .isEqualTo(BEES.agency());
        assertThat(heard(receive(KITES.text(60_101)), Dispatched.class).agency())
                .isEqualTo(KITES.agency());
    }

    @Test
    @Order(6)
    void onlyACoordinatorSwitches() {
        var agency = SWITCH + "/agencies/" + BEES.agency();
        head().contentType("application/json")
                .body(Map.of("enabled", true))
                .put(agency)
                .then()
                .statusCode(403);
        switching(true, SWITCH + "/agencies/no-such-agency").then().statusCode(404);
        switching(true, SWITCH + "/rules/pengawasan").then().statusCode(404);
        coordinator()
                .contentType("application/json")
                .body("{}")
                .put(agency)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("enabled"));

        switching(true, agency)
                .then()
                .statusCode(200)
                .body(right(BEES.agency()) + "enabled", equalTo(true))
                .body(right(BEES.agency()) + "byItself", equalTo(false))
                .body(right(BEES.agency()) + "record.measured", equalTo(0));

        switching(false, SWITCH).then().statusCode(200).body("enabled", equalTo(false));
        heard(receive(KITES.text(60_102)), DestinationProposed.class);
        switching(true, SWITCH).then().statusCode(200).body("enabled", equalTo(true));
        of("karanganyar", "coordinator").get(SWITCH).then().statusCode(200).body("enabled", equalTo(true));
    }

    private List<UUID> received(InventedCases.Topic topic, int count) {
        return IntStream.range(60_000, 60_000 + count)
                .mapToObj(n -> receive(topic.text(n)))
                .toList();
    }

    private static String right(String id) {
        return "rights.find { it.id == '%s' }.".formatted(id);
    }

    private static ValidatableResponse assertRight(String id, boolean enabled) {
        return coordinator().get(SWITCH).then().body(right(id) + "enabled", equalTo(enabled));
    }

    private static Response switching(boolean enabled, String path) {
        return coordinator()
                .contentType("application/json")
                .body(Map.of("enabled", enabled))
                .put(path);
    }

    /** So that what comes is learned from invented cases alone. */
    private void forgetConfirmations() {
        pool.query("update cases set confirmed_at = null").execute().await().atMost(SOON);
    }

    /** As an office leaves them that has worked for a while. */
    private void confirmed(int count) {
        var cases = InventedCases.of(count);
        var rows = Rows.of(ConfirmedCase.class)
                .text("number", ConfirmedCase::number)
                .text("agency", ConfirmedCase::agency)
                .text("text", ConfirmedCase::text)
                .time("at", ConfirmedCase::confirmedAt);
        pool.preparedQuery("""
                        with confirmed as (
                            select gen_random_uuid() as id, * from %s
                        ), texts as (
                            insert into case_text (complaint_id, text) select id, text from confirmed
                        )
                        insert into cases (complaint_id, government, number, type, visibility, sop, received_at, proposal,
                                           state, agency, hop, confirmed_at)
                        select id, 'surakarta', number, 'ORDINARY', 'PUBLIC', '', at, '{"options": []}', 'CLOSED', agency,
                               0, at
                        from confirmed
                        """.formatted(rows.as("confirmed")))
                .execute(rows.tuple(cases))
                .await()
                .atMost(SOON);
    }

    private UUID receive(String text) {
        var id = UUID.randomUUID();
        var at = time.instant().truncatedTo(ChronoUnit.MICROS);
        EventBus.say(
                "surakarta",
                id,
                ReceivedFixture.received()
                        .numbered("SKA-2026-" + id.toString().substring(0, 8))
                        .saying(text)
                        .at(at)
                        .event());
        return id;
    }

    private static void coordinatorSends(UUID id, String agency) {
        coordinator()
                .contentType("application/json")
                .body(Map.of("agency", agency))
                .post("/api/routing/v1/cases/" + id + "/destination")
                .then()
                .statusCode(200);
    }

    private static void giveBack(UUID id, String agency) {
        given().auth()
                .oauth2(Tokens.of("andi", "/surakarta/" + agency, "agency-admin"))
                .contentType("application/json")
                .body(Map.of("reason", "NOT_OUR_DUTY"))
                .post("/api/routing/v1/cases/" + id + "/return")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification coordinator() {
        return of("surakarta", "coordinator");
    }

    private static RequestSpecification head() {
        return of("surakarta", "head");
    }

    private static RequestSpecification of(String government, String role) {
        return given().auth().oauth2(Tokens.of("sri", "/" + government, role));
    }

    private static <E extends Event> E heard(UUID id, Class<E> type) {
        await().atMost(SOON).untilAsserted(() -> assertThat(told(id, type)).isNotEmpty());
        return told(id, type).getFirst();
    }

    private static <E extends Event> List<E> told(UUID id, Class<E> type) {
        return EventBus.heard(Topics.ROUTING, id).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
