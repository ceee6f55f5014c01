package id.tanggap.routing.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import id.tanggap.contracts.Event;
import id.tanggap.contracts.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.RoutingEvent.ClockMet;
import id.tanggap.contracts.RoutingEvent.ClockStarted;
import id.tanggap.contracts.RoutingEvent.DeadlineMissed;
import id.tanggap.contracts.RoutingEvent.Dispatched;
import id.tanggap.contracts.Topics;
import id.tanggap.routing.TestTime;
import id.tanggap.routing.clock.DeadlineWatch;
import id.tanggap.testkit.EventBus;
import id.tanggap.testkit.Platform;
import id.tanggap.testkit.PlatformResource;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class RoutingTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    TestTime time;

    @Inject
    DeadlineWatch watch;

    private final UUID complaint = UUID.randomUUID();

    @Test
    void dispatchesAndStartsThePromise() {
        receive("surakarta", received().inCategory("jalan-rusak"));

        assertThat(heard(2)).hasExactlyElementsOfTypes(Dispatched.class, ClockStarted.class);
        assertThat(EventBus.records(Topics.ROUTING, complaint))
                .allSatisfy(record ->
                        assertThat(EventBus.header(record, "traceparent")).isEqualTo(EventBus.TRACEPARENT))
                .allSatisfy(record ->
                        assertThat(EventBus.header(record, "ce_government")).isEqualTo("surakarta"));
    }

    @Test
    void takesARepeatedEventOnce() {
        var id = UUID.randomUUID();
        EventBus.say(id, "surakarta", complaint, received().event());
        EventBus.say(id, "surakarta", complaint, received().event());
        var later = UUID.randomUUID();
        EventBus.say("surakarta", later, received().event());

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(EventBus.heard(Topics.ROUTING, later)).hasSize(2));
        assertThat(heard(2)).hasSize(2);
    }

    @Test
    void meetsThePromiseWithTheAnswer() {
        var receivedAt = time.instant().truncatedTo(ChronoUnit.MICROS);
        receive("karanganyar", ReceivedFixture.received().at(receivedAt));
        heard(2);
        var answeredAt = receivedAt.plus(Duration.ofHours(2));
        EventBus.say("karanganyar", complaint, new AnswerPublished("dpupr", "Sudah diperbaiki.", answeredAt));

        assertThat(heard(3).getLast()).isInstanceOfSatisfying(ClockMet.class, met -> {
            assertThat(met.metAt()).isEqualTo(answeredAt);
            assertThat(met.late()).isFalse();
        });
    }

    @Test
    void saysOnceThatADeadlineIsMissedAndThatALateAnswerIsLate() {
        receive("surakarta", received());
        heard(2);

        time.goOn(Duration.ofHours(49));
        watch.look();
        assertThat(heard(3).getLast()).isInstanceOf(DeadlineMissed.class);

        EventBus.say("surakarta", complaint, new AnswerPublished("dpupr", "Maaf terlambat.", time.instant()));
        assertThat(heard(4).getLast())
                .isInstanceOfSatisfying(
                        ClockMet.class, met -> assertThat(met.late()).isTrue());
        watch.look();
        assertThat(heard(4)).hasSize(4);
    }

    @Test
    void putsAComplaintOfAnUnknownGovernmentAsideAndTakesTheNext() {
        var stray = UUID.randomUUID();
        EventBus.say("atlantis", stray, received().event());
        receive("surakarta", received());

        heard(2);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(EventBus.records(Topics.deadLettersOf(Topics.INTAKE), stray))
                        .singleElement()
                        .satisfies(letter -> assertThat(EventBus.header(letter, "dlq_consumer"))
                                .isEqualTo("routing-service")));
    }

    @Test
    void skipsEventsItDoesNotKnowAndPutsPoisonAside() {
        var id = UUID.randomUUID();
        EventBus.say(
                Topics.INTAKE,
                id.toString(),
                EventBus.headers(UUID.randomUUID(), "complaint.dreamt.v1", "surakarta", id),
                "{}".getBytes(StandardCharsets.UTF_8));
        EventBus.say(
                Topics.INTAKE,
                id.toString(),
                EventBus.headers(UUID.randomUUID(), "complaint.received.v1", "surakarta", id),
                "no json".getBytes(StandardCharsets.UTF_8));
        receive("surakarta", received());

        heard(2);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(EventBus.records(Topics.deadLettersOf(Topics.INTAKE), id))
                        .hasSize(1));
    }

    @Test
    void catchesUpAfterPostgresWasRestarted() {
        Platform.postgres().stop();
        receive("surakarta", received());
        Platform.postgres().start();

        heard(2);
    }

    @Test
    void explainsACaseToItsOwnAgencyOnly() {
        receive("surakarta", received().inCategory("jalan-rusak"));
        heard(2);

        given().auth()
                .oauth2(Tokens.of("andi", "/surakarta/dpupr", "agency-admin"))
                .get("/api/routing/v1/cases/" + complaint)
                .then()
                .statusCode(200)
                .body("agency", equalTo("dpupr"))
                .body("promise.standard", equalTo("48 jam"));
        for (var group : List.of("/surakarta/dishub", "/karanganyar/dpupr", "/karanganyar")) {
            given().auth()
                    .oauth2(Tokens.of("budi", group, "agency-admin"))
                    .get("/api/routing/v1/cases/" + complaint)
                    .then()
                    .statusCode(404);
        }
        given().get("/api/routing/v1/cases/" + complaint).then().statusCode(401);
    }

    /** Received just now: an older one would be overdue. */
    private ReceivedFixture received() {
        return ReceivedFixture.received().at(time.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private void receive(String government, ReceivedFixture complaintReceived) {
        EventBus.say(government, complaint, complaintReceived.event());
    }

    private List<Event> heard(int atLeast) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(EventBus.heard(Topics.ROUTING, complaint)).hasSizeGreaterThanOrEqualTo(atLeast));
        return EventBus.heard(Topics.ROUTING, complaint);
    }
}
