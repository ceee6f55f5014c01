package id.tanggap.routing.work;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.MaskedAnew;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.RoutingEvent.ClaimedFromGroup;
import id.tanggap.contracts.event.RoutingEvent.ClockMet;
import id.tanggap.contracts.event.RoutingEvent.ClockMoved;
import id.tanggap.contracts.event.RoutingEvent.ClockStarted;
import id.tanggap.contracts.event.RoutingEvent.DeadlineMissed;
import id.tanggap.contracts.event.RoutingEvent.DestinationProposed;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.Escalated;
import id.tanggap.contracts.event.RoutingEvent.ForwardedToGroup;
import id.tanggap.contracts.event.RoutingEvent.Redelegated;
import id.tanggap.contracts.event.RoutingEvent.ReferredOutside;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.governments.Governments;
import id.tanggap.routing.cases.Lifecycle;
import id.tanggap.routing.cases.ReceivedFixture;
import id.tanggap.routing.sop.Handbook;
import id.tanggap.testkit.EventBus;
import id.tanggap.testkit.Platform;
import id.tanggap.testkit.PlatformResource;
import id.tanggap.testkit.SettableTime;
import id.tanggap.testkit.Tokens;
import id.tanggap.testkit.api.ApiDocument;
import id.tanggap.testkit.api.AtOnce;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class RoutingTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    @Inject
    SettableTime time;

    @Inject
    DeadlineWatch watch;

    @Inject
    CaseWork work;

    @Inject
    Handbook handbook;

    @Inject
    CalendarChange calendarChange;

    @Inject
    Pool pool;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final UUID complaint = UUID.randomUUID();

    @Test
    void dispatchesAndStartsTheClocks() {
        receive("surakarta", received().inCategory("jalan-rusak"));

        heard(Dispatched.class);
        assertThat(EventBus.records(Topics.ROUTING, complaint))
                .hasSize(3)
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
                        () -> assertThat(EventBus.heard(Topics.ROUTING, later)).isNotEmpty());
        assertThat(heard(Dispatched.class)).hasSize(1);
    }

    @Test
    void meetsThePromiseWithTheAnswer() {
        var receivedAt = time.instant().truncatedTo(ChronoUnit.MICROS);
        receive("surakarta", ReceivedFixture.received().at(receivedAt));
        heard(Dispatched.class);
        var answeredAt = receivedAt.plus(Duration.ofHours(2));
        EventBus.say("surakarta", complaint, new AnswerPublished("dpupr", "Sudah diperbaiki.", answeredAt));

        assertThat(heardUntil(ClockMet.class, met -> met.clock() == ClockKind.PROMISE))
                .satisfies(met -> {
                    assertThat(met.metAt()).isEqualTo(answeredAt);
                    assertThat(met.late()).isFalse();
                    assertThat(met.tookSeconds()).isEqualTo(7200);
                });
    }

    @Test
    void saysOnceThatADeadlineIsMissedAndThatALateAnswerIsLate() {
        receive("surakarta", received());
        heard(Dispatched.class);

        time.goOn(Duration.ofHours(49));
        watch.look();
        assertThat(heard(DeadlineMissed.class)).hasSize(1);
        assertThat(heard(Escalated.class)).isNotEmpty();

        EventBus.say("surakarta", complaint, new AnswerPublished("dpupr", "Maaf terlambat.", time.instant()));
        assertThat(heardUntil(ClockMet.class, met -> met.clock() == ClockKind.PROMISE)
                        .late())
                .isTrue();
        watch.look();
        assertThat(heard(DeadlineMissed.class)).hasSize(1);
    }

    @Test
    void keepsAnObjectionUntilItHearsTheAnswer() {
        receive("surakarta", received());
        heard(Dispatched.class);
        var answeredAt = time.instant().truncatedTo(ChronoUnit.MICROS);
        EventBus.say("surakarta", complaint, new ObjectionRaised(null, answeredAt.plusSeconds(60)));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(pool.preparedQuery(
                                        "select 1 from cases where complaint_id = $1 and objected_at is not null")
                                .execute(Tuple.of(complaint))
                                .await()
                                .indefinitely()
                                .size())
                        .isOne());

        EventBus.say("surakarta", complaint, new AnswerPublished("dpupr", "Sudah.", answeredAt));

        assertThat(heardUntil(ClockStarted.class, started -> "objection-answer".equals(started.rule()))
                        .startedAt())
                .isEqualTo(answeredAt.plusSeconds(60));
    }

    @Test
    void putsAsideWhatItCannotPlaceAndTakesTheNext() {
        var stray = UUID.randomUUID();
        EventBus.say("atlantis", stray, received().event());
        var unknown = UUID.randomUUID();
        EventBus.say("surakarta", unknown, new Accepted("dpupr", time.instant()));
        receive("surakarta", received());

        heard(Dispatched.class);
        awaitDeadLetter(Topics.INTAKE, stray);
        awaitDeadLetter(Topics.RESPONSE, unknown);
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

        heard(Dispatched.class);
        awaitDeadLetter(Topics.INTAKE, id);
    }

    @Test
    void leavesACaseAsItIsWhenSomethingDoesNotFit() {
        receive("surakarta", received());
        heard(Dispatched.class);
        EventBus.say("surakarta", complaint, new AnswerPublished("dpupr", "Sudah.", time.instant()));
        EventBus.say("surakarta", complaint, new Accepted("dpupr", time.instant()));
        var other = UUID.randomUUID();
        EventBus.say("surakarta", other, received().event());
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(EventBus.heard(Topics.ROUTING, other)).isNotEmpty());

        heardUntil(ClockMet.class, met -> met.clock() == ClockKind.PROMISE);
        coordinator("surakarta").get(path()).then().body("state", equalTo("ANSWERED"));
    }

    @Test
    void catchesUpAfterPostgresWasRestarted() {
        Platform.postgres().stop();
        receive("surakarta", received());
        Platform.postgres().start();

        heard(Dispatched.class);
    }

    @Test
    void explainsACaseToItsOwnAgencyOnly() {
        receive("surakarta", received().inCategory("jalan-rusak"));
        heard(Dispatched.class);

        admin("/surakarta/dpupr")
                .get(path())
                .then()
                .statusCode(200)
                .body("agency", equalTo("dpupr"))
                .body("clocks.find { it.rule == 'promise' }.standard", equalTo("48 jam"));
        for (var group : List.of("/surakarta/dishub", "/karanganyar/dpupr", "/karanganyar", "/surakarta")) {
            admin(group).get(path()).then().statusCode(404);
            admin(group).get(path() + "/clocks").then().statusCode(404);
            admin(group).post(path() + "/claim").then().statusCode(404);
        }
        given().get(path()).then().statusCode(401);
    }

    @Test
    void explainsEveryClockIntervalByInterval() {
        receive("surakarta", received().inCategory("jalan-rusak"));
        heard(Dispatched.class);

        admin("/surakarta/dpupr")
                .get(path() + "/clocks")
                .then()
                .statusCode(200)
                .body("summary.rule", hasItem("answer-ordinary"))
                .body("find { it.summary.rule == 'answer-ordinary' }.explanation.counted", not(empty()))
                .body("find { it.summary.rule == 'answer-ordinary' }.explanation.closedDays", not(empty()))
                .body(
                        "find { it.summary.rule == 'answer-ordinary' }.explanation.because",
                        containsString("14 hari kerja sejak"));
    }

    @Test
    void givesAClaimToTheFirstAndTellsTheSecondWhoHasIt() {
        receive("karanganyar", received());
        heard(ForwardedToGroup.class);

        admin("/karanganyar/dishub-pkp").get(path()).then().statusCode(200).body("state", equalTo("FORWARDED"));
        admin("/karanganyar/dishub-pkp")
                .queryParam("limit", 200)
                .get("/api/routing/v1/offered")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '%s' }.text".formatted(complaint), containsString("berlubang"));
        admin("/surakarta/dishub")
                .queryParam("limit", 200)
                .get("/api/routing/v1/offered")
                .then()
                .body("items.id", not(hasItem(complaint.toString())));
        admin("/karanganyar/dpupr")
                .post(path() + "/claim")
                .then()
                .statusCode(200)
                .body("state", equalTo("DISPATCHED"))
                .body("agency", equalTo("dpupr"));
        admin("/karanganyar/dishub-pkp")
                .post(path() + "/claim")
                .then()
                .statusCode(409)
                .body("detail", containsString("Pekerjaan Umum"));
        admin("/surakarta/dishub").post(path() + "/claim").then().statusCode(404);
        assertThat(heard(ClaimedFromGroup.class)).hasSize(1);
    }

    @Test
    void movesAReturnedCaseAndLetsTheSenderSeeIt() {
        receive("surakarta", received().inCategory("jalan-rusak"));
        heard(Dispatched.class);

        giveBack("/surakarta/dpupr", "NOT_OUR_DUTY", "dlh").statusCode(200).body("agency", equalTo("dlh"));

        assertThat(heard(Redelegated.class))
                .singleElement()
                .satisfies(moved -> assertThat(moved.hop()).isEqualTo(1));
        admin("/surakarta/dpupr").get(path()).then().statusCode(200).body("moves.from", hasItem("dpupr"));
        // Sight is kept, not the right to act.
        giveBack("/surakarta/dpupr", "NOT_OUR_DUTY", null).statusCode(409).body("detail", containsString("Lingkungan"));
        var today = LocalDate.ofInstant(time.instant(), WIB);
        coordinator("surakarta")
                .queryParam("from", today.minusDays(1).toString())
                .queryParam("to", today.plusDays(1).toString())
                .get("/api/routing/v1/misrouting")
                .then()
                .statusCode(200)
                .body("find { it.from == 'dpupr' && it.to == 'dlh' }.reason", equalTo("NOT_OUR_DUTY"));
    }

    static Stream<String> decisions() throws IOException {
        return ApiDocument.copyOf("routing").postsDoneOnce();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void decidesOnceThoughSentSixTimesAtOnce(String decision) throws Exception {
        var request = ready(decision);

        var answers = AtOnce.sixTimes(() -> request.get());

        assertThat(answers).as(decision).extracting(Response::statusCode).containsOnly(200);
        assertThat(heard(became(decision))).hasSize(1);
        request.get().then().statusCode(200);
        assertThat(told(became(decision))).hasSize(1);
    }

    private Supplier<Response> ready(String decision) {
        switch (decision) {
            case "Case_claim" -> {
                receive("karanganyar", received());
                heard(ForwardedToGroup.class);
                return sent(() -> admin("/karanganyar/dpupr"), "claim", Map.of());
            }
            case "Case_giveBack" -> {
                receive("surakarta", received().inCategory("jalan-rusak"));
                heard(Dispatched.class);
                return sent(
                        () -> admin("/surakarta/dpupr"), "return", Map.of("reason", "NOT_OUR_DUTY", "target", "dlh"));
            }
            case "Case_decideDestination", "Case_refer" -> {
                receive("surakarta", received().saying("Usul untuk kotaku"));
                heard(DestinationProposed.class);
                return decision.equals("Case_refer")
                        ? sent(() -> coordinator("surakarta"), "referral", Map.of("institution", "pln"))
                        : sent(() -> coordinator("surakarta"), "destination", Map.of("agency", "dlh"));
            }
            default -> throw new IllegalArgumentException("Say how to come to " + decision);
        }
    }

    private static Class<? extends Event> became(String decision) {
        return switch (decision) {
            case "Case_claim" -> ClaimedFromGroup.class;
            case "Case_giveBack" -> Redelegated.class;
            case "Case_refer" -> ReferredOutside.class;
            default -> Dispatched.class;
        };
    }

    private Supplier<Response> sent(Supplier<RequestSpecification> who, String what, Map<String, String> body) {
        return () -> who.get()
                .header("Idempotency-Key", "satu")
                .contentType("application/json")
                .body(body)
                .post(path() + "/" + what);
    }

    @Test
    void refusesAReturnThatMakesNoSense() {
        receive("surakarta", received().inCategory("jalan-rusak"));
        heard(Dispatched.class);

        giveBack("/surakarta/dpupr", "BOREDOM", null).statusCode(400).body("errors.field", hasItem("reason"));
        giveBack("/surakarta/dpupr", "NOT_OUR_DUTY", "nasa").statusCode(409);
        admin("/surakarta/dpupr")
                .contentType("application/json")
                .body("{}")
                .post(path() + "/return")
                .then()
                .statusCode(400);
    }

    @Test
    void showsTheCalendarThatTheClocksCountBy() {
        admin("/surakarta/dpupr")
                .get("/api/routing/v1/calendar/2026")
                .then()
                .statusCode(200)
                .body("decreed", equalTo(true))
                .body("legalBasis[0]", startsWith("Perpres 21 Tahun 2023"))
                .body("days.size()", equalTo(365))
                .body("days.find { it.date == '2026-08-17' }.hours", nullValue())
                .body(
                        "days.find { it.date == '2026-08-17' }.holidays.name",
                        contains("Hari Kemerdekaan Republik Indonesia"))
                .body("days.find { it.date == '2026-08-18' }.hours.from", contains("07:30:00", "13:00:00"))
                .body("days.find { it.date == '2026-03-02' }.season", equalTo("Ramadan"))
                .body("days.find { it.date == '2026-03-02' }.hours.to", contains("12:00:00", "15:00:00"));
        admin("/surakarta/dpupr").get("/api/routing/v1/calendar/2027").then().body("decreed", equalTo(false));
        admin("/surakarta/dpupr")
                .get("/api/routing/v1/calendar/abad-depan")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("year"));
        given().get("/api/routing/v1/calendar/2026").then().statusCode(401);
    }

    @Test
    void letsACoordinatorChooseWhereTheSystemIsUnsure() {
        receive("surakarta", received().saying("Usul untuk kotaku"));
        assertThat(heard(DestinationProposed.class)).hasSize(1);

        coordinator("surakarta")
                .queryParam("limit", 200)
                .get("/api/routing/v1/undecided")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '%s' }.channel".formatted(complaint), equalTo("WEB"));
        admin("/surakarta/dpupr").get("/api/routing/v1/undecided").then().statusCode(403);
        given().auth()
                .oauth2(Tokens.of("petugas", "/surakarta", "intake-officer"))
                .queryParam("limit", 200)
                .get("/api/routing/v1/undecided")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(complaint.toString()));
        decide("/karanganyar", "destination", Map.of("agency", "dpupr")).statusCode(404);
        decide("/surakarta", "destination", Map.of("agency", "nasa")).statusCode(409);
        decide("/surakarta", "destination", Map.of("agency", "dlh"))
                .statusCode(200)
                .body("agency", equalTo("dlh"));
        assertThat(heard(Dispatched.class))
                .singleElement()
                .satisfies(dispatched -> assertThat(dispatched.rule()).isEqualTo("coordinator"));
    }

    @Test
    void findsWhatWaitsForACoordinator() {
        receive("surakarta", received().saying("Usul wahana bianglala untuk kotaku"));
        assertThat(heard(DestinationProposed.class)).hasSize(1);

        undecided("bianglal kota -wayang")
                .body("items.id", hasItem(complaint.toString()))
                .body("items.find { it.id == '%s' }.found".formatted(complaint), contains("bianglala", "kotaku"));
        undecided("bianglala -wahana").body("items.id", not(hasItem(complaint.toString())));
        undecided("'&|!").body("items.id", hasItem(complaint.toString()));
    }

    @Test
    void keepsWordsThatWereMaskedAnewInPlaceOfEarlierOnes() {
        receive("surakarta", received().saying("Usul komidi putar di rumah Wagimin"));
        assertThat(heard(DestinationProposed.class)).hasSize(1);

        EventBus.say(
                "surakarta",
                complaint,
                new MaskedAnew(null, "Usul komidi putar di rumah [NAMA]", null, List.of(), Instant.EPOCH));

        await().atMost(SOON)
                .untilAsserted(() -> undecided("komidi putar")
                        .body(
                                "items.find { it.id == '%s' }.text".formatted(complaint),
                                equalTo("Usul komidi putar di rumah [NAMA]")));
        undecided("wagimin").body("items.id", not(hasItem(complaint.toString())));
    }

    private static ValidatableResponse undecided(String typed) {
        return coordinator("surakarta")
                .queryParam("limit", 200)
                .queryParam("text", typed)
                .get("/api/routing/v1/undecided")
                .then()
                .statusCode(200);
    }

    @Test
    void countsWhatWaitsForACoordinator() {
        receive("surakarta", received().saying("Usul untuk kotaku"));
        heard(DestinationProposed.class);
        var waiting = waitingIn("surakarta");

        decide("/surakarta", "destination", Map.of("agency", "dlh")).statusCode(200);

        assertThat(waiting).isPositive();
        assertThat(waitingIn("surakarta")).isEqualTo(waiting - 1);
        assertThat(waitingIn("karanganyar")).isZero();
        admin("/surakarta/dpupr").get("/api/routing/v1/undecided/count").then().statusCode(403);
    }

    private int waitingIn(String government) {
        return coordinator(government)
                .get("/api/routing/v1/undecided/count")
                .then()
                .statusCode(200)
                .extract()
                .path("waiting");
    }

    @Test
    void refersOutside() {
        receive("surakarta", received().saying("Usul untuk kotaku"));
        heard(DestinationProposed.class);

        decide("/surakarta", "referral", Map.of("institution", "pln"))
                .statusCode(200)
                .body("state", equalTo("OUT_OF_JURISDICTION"));
        assertThat(heard(ReferredOutside.class).getFirst().advice()).contains("123");
        decide("/surakarta", "referral", Map.of("institution", "pln"))
                .statusCode(409)
                .body("detail", containsString("sudah berakhir"));
    }

    @Test
    void countsTheConformanceThatTheTopicTells() {
        receive("surakarta", received().inCategory("jalan-rusak"));
        heard(Dispatched.class);
        EventBus.say(
                "surakarta", complaint, new Accepted("dpupr", time.instant().plusSeconds(60)));
        EventBus.say(
                "surakarta",
                complaint,
                new AnswerPublished("dpupr", "Sudah.", time.instant().plusSeconds(120)));
        heardUntil(ClockMet.class, met -> "division-answer".equals(met.rule()));

        var today = LocalDate.ofInstant(time.instant(), WIB);
        coordinator("surakarta")
                .queryParam("from", today.minusDays(1).toString())
                .queryParam("to", today.plusDays(3).toString())
                .get("/api/routing/v1/conformance")
                .then()
                .statusCode(200)
                .body("rows.row", hasItem(3))
                .body("rows.find { it.step == 'distribute' }.share", equalTo(1.0f));
        coordinator("surakarta")
                .queryParam("from", today.toString())
                .queryParam("to", today.minusDays(1).toString())
                .get("/api/routing/v1/conformance")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("to"));
    }

    @Test
    void ringsTheOthersWhenSomeCasesHaveAFault() {
        var all = Stream.generate(UUID::randomUUID).limit(6).toList();
        var faulty = List.of(all.get(0), all.get(2), all.get(3));
        all.forEach(this::open);
        procedure("lost", faulty);

        time.goOn(Duration.ofHours(49));
        watch.look();

        all.stream()
                .filter(id -> !faulty.contains(id))
                .forEach(id -> await().atMost(SOON)
                        .untilAsserted(() -> assertThat(EventBus.heard(Topics.ROUTING, id))
                                .flatExtracting(Event::parts)
                                .hasAtLeastOneElementOfType(DeadlineMissed.class)));
        await().atMost(SOON).untilAsserted(() -> assertThat(putOff(all)).containsExactlyInAnyOrderElementsOf(faulty));
        procedure("", faulty);
    }

    @Test
    void putsOffNoCaseThatAnotherLookLeftBehind() {
        var behind = UUID.randomUUID();
        var faulty = UUID.randomUUID();
        Stream.of(behind, faulty).forEach(this::open);
        procedure("lost", List.of(faulty));
        var due = time.instant().minusSeconds(1);
        alarm(behind, due.minusSeconds(1));
        alarm(faulty, due);

        work.timeUp(due).await().atMost(SOON);

        assertThat(putOff(List.of(behind, faulty))).containsExactly(faulty);
        procedure("", List.of(faulty));
    }

    private void open(UUID id) {
        EventBus.say("surakarta", id, received().event());
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(EventBus.heard(Topics.ROUTING, id)).isNotEmpty());
    }

    private void alarm(UUID id, Instant at) {
        pool.preparedQuery("update cases set next_alarm_at = $1 where complaint_id = $2")
                .execute(Tuple.of(at.atOffset(ZoneOffset.UTC), id))
                .await()
                .atMost(SOON);
    }

    private void procedure(String version, List<UUID> of) {
        pool.preparedQuery("update cases set sop = $1 where complaint_id = any($2)")
                .execute(Tuple.of(version, of.toArray(UUID[]::new)))
                .await()
                .atMost(SOON);
    }

    /** Those that ring an hour from now. */
    private List<UUID> putOff(List<UUID> of) {
        var inAnHour = time.instant().plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC);
        var rows = pool.preparedQuery(
                        "select complaint_id from cases where next_alarm_at between $1 and $2 and complaint_id = any($3)")
                .execute(Tuple.of(inAnHour.minusMinutes(2), inAnHour.plusSeconds(1), of.toArray(UUID[]::new)))
                .await()
                .atMost(SOON);
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID(0))
                .toList();
    }

    @Test
    void showsTheLifecycle() {
        coordinator("surakarta")
                .get("/api/routing/v1/lifecycle")
                .then()
                .statusCode(200)
                .body("size()", equalTo(Lifecycle.TABLE.size()))
                .body("find { it.event == 'complaint.answer-published.v1' }.to", equalTo("ANSWERED"));
    }

    @Test
    void movesDueDatesWithADecreeAndKeepsTheProcedureThatACaseBeganWith() throws IOException {
        receive("karanganyar", received().inCategory("penerangan-jalan"));
        heard(ForwardedToGroup.class);
        admin("/karanganyar/dishub-pkp").post(path() + "/claim").then().statusCode(200);
        var due = heardUntil(ClockStarted.class, started -> started.clock() == ClockKind.PROMISE)
                .dueAt();
        var day = LocalDate.ofInstant(due, WIB);
        copyGovernments();
        try {
            // The due day becomes joint leave, and the procedure allows another time.
            edit("national/holidays.yaml", "holidays:\n", """
                    holidays:
                      - {date: %s, name: Cuti Bersama Baru, type: JOINT_LEAVE, status: DECIDED}
                    """.formatted(day));
            edit("karanganyar/sop.yaml", "promise:\n  within: 3", "promise:\n  within: 9");
            handbook.enforce(Governments.load(folder));
            calendarChange.followAll().await().atMost(SOON);

            var moved = heardUntil(ClockMoved.class, it -> it.rule().equals("promise"));
            assertThat(moved.from()).isEqualTo(due);
            assertThat(LocalDate.ofInstant(moved.to(), WIB)).isAfter(day);
            assertThat(heard(ClockMoved.class).stream().filter(it -> it.rule().equals("promise")))
                    .hasSize(1);
            coordinator("karanganyar")
                    .get(path())
                    .then()
                    .body("clocks.find { it.rule == 'promise' }.standard", equalTo("3 hari kerja"));
            var next = UUID.randomUUID();
            EventBus.say("karanganyar", next, received().event());
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(EventBus.heard(Topics.ROUTING, next))
                            .filteredOn(ClockStarted.class::isInstance)
                            .extracting(event -> ((ClockStarted) event).standard())
                            .contains("9 hari kerja"));
        } finally {
            handbook.enforce(Governments.load(null));
            calendarChange.followAll().await().atMost(SOON);
        }
    }

    /** Received just now: an older one would be overdue. */
    private ReceivedFixture received() {
        return ReceivedFixture.received().at(time.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private void receive(String government, ReceivedFixture complaintReceived) {
        EventBus.say(government, complaint, complaintReceived.event());
    }

    private String path() {
        return "/api/routing/v1/cases/" + complaint;
    }

    private static RequestSpecification admin(String group) {
        return given().auth().oauth2(Tokens.of("andi", group, "agency-admin"));
    }

    private static RequestSpecification coordinator(String government) {
        return given().auth().oauth2(Tokens.of("sri", "/" + government, "coordinator"));
    }

    private ValidatableResponse giveBack(String group, String reason, @Nullable String target) {
        return admin(group)
                .contentType("application/json")
                .body(target == null ? Map.of("reason", reason) : Map.of("reason", reason, "target", target))
                .post(path() + "/return")
                .then();
    }

    private ValidatableResponse decide(String group, String what, Map<String, String> body) {
        return given().auth()
                .oauth2(Tokens.of("sri", group, "coordinator"))
                .contentType("application/json")
                .body(body)
                .post(path() + "/" + what)
                .then();
    }

    /** Waits for one of them; what belongs together is told together. */
    private <E extends Event> List<E> heard(Class<E> type) {
        await().atMost(SOON).untilAsserted(() -> assertThat(told(type)).isNotEmpty());
        return told(type);
    }

    private <E extends Event> E heardUntil(Class<E> type, Predicate<E> such) {
        await().atMost(SOON).untilAsserted(() -> assertThat(told(type)).anyMatch(such));
        return told(type).stream().filter(such).findFirst().orElseThrow();
    }

    private <E extends Event> List<E> told(Class<E> type) {
        return EventBus.heard(Topics.ROUTING, complaint).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static void awaitDeadLetter(String topic, UUID id) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(EventBus.records(Topics.deadLettersOf(topic), id))
                        .singleElement()
                        .satisfies(letter -> assertThat(EventBus.header(letter, "dlq_consumer"))
                                .isEqualTo("routing-service")));
    }

    private void copyGovernments() throws IOException {
        var source = Path.of("../governments");
        Files.copy(source.resolve("index.yaml"), folder.resolve("index.yaml"));
        for (var name : List.of("surakarta", "karanganyar", "national")) {
            Files.createDirectory(folder.resolve(name));
            try (var files = Files.list(source.resolve(name))) {
                for (var file : files.toList()) {
                    Files.copy(file, folder.resolve(name).resolve(file.getFileName()));
                }
            }
        }
    }

    private void edit(String file, String old, String changed) throws IOException {
        var text = Files.readString(folder.resolve(file));
        assertThat(text).contains(old);
        Files.writeString(folder.resolve(file), text.replace(old, changed));
    }
}
