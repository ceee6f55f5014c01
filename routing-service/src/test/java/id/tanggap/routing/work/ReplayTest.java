package id.tanggap.routing.work;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.ComplaintWithdrawn;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.ResponseEvent.DivisionAnswered;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.RoutingEvent.ClockMet;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.contracts.vocabulary.MisroutingReason;
import id.tanggap.contracts.wire.Envelope;
import id.tanggap.contracts.wire.EventCodec;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.routing.cases.Case;
import id.tanggap.routing.cases.CaseState;
import id.tanggap.routing.cases.ReceivedFixture;
import id.tanggap.routing.cases.Refusal;
import id.tanggap.routing.sop.Handbook;
import id.tanggap.testkit.EventBus;
import id.tanggap.testkit.PlatformResource;
import id.tanggap.testkit.RealComplaints;
import id.tanggap.testkit.SettableTime;
import id.tanggap.testkit.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Real complaints go through the SOPs, each through that of one government, answered, asked back, returned and disputed as
 * offices and citizens do.
 */
@QuarkusTest
@WithTestResource(PlatformResource.class)
@TestProfile(ReplayTest.OwnDatabase.class)
class ReplayTest {
    /** So many confirmed cases are learned from, which no other test shall notice. */
    public static final class OwnDatabase implements QuarkusTestProfile {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EventCodec CODEC = new EventCodec();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int BATCH = 500;
    private static final int OFFICERS = 50;

    @Inject
    CaseWork work;

    @Inject
    Outbox outbox;

    @Inject
    Handbook handbook;

    @Inject
    Pool pool;

    @Inject
    MeterRegistry meters;

    @Inject
    SettableTime time;

    static final List<String> GOVERNMENTS = List.of("surakarta", "karanganyar");

    @ParameterizedTest
    @FieldSource("GOVERNMENTS")
    void endsEveryCaseInADefinedStateAndCountsWhatTheTopicTells(String government) throws IOException {
        var file = RealComplaints.orSkip();
        var now = time.instant().truncatedTo(ChronoUnit.MICROS);
        var refusedBefore = refused();
        var cases = new ArrayList<UUID>();
        var batch = new ArrayList<ReceivedEvent>();
        var lines = Files.readAllLines(file);
        for (var i = GOVERNMENTS.indexOf(government); i < lines.size(); i += GOVERNMENTS.size()) {
            var id = UUID.randomUUID();
            cases.add(id);
            var text = JSON.readTree(lines.get(i)).path("text").asText();
            batch.add(received(
                    government,
                    id,
                    ReceivedFixture.received().saying(text).at(now).event()));
            if (batch.size() == BATCH) {
                take(batch);
            }
        }
        take(batch);
        var agencies = bringToAgencies(cases);
        for (var i = 0; i < cases.size(); i++) {
            live(government, cases.get(i), agencies.get(i), i, now, batch);
            if (batch.size() >= BATCH) {
                take(batch);
            }
        }
        take(batch);

        // Every case stands in a state of the table, and nothing that happened was refused.
        assertThat(states(government, cases)).isEqualTo(cases.size());
        assertThat(refused()).isEqualTo(refusedBefore);
        agreesWithTheTopic(government);
    }

    /** Officers decide side by side; an agency is empty where the case went back to the coordinator. */
    private List<String> bringToAgencies(List<UUID> cases) {
        var agencies = new ArrayList<String>();
        for (var from = 0; from < cases.size(); from += OFFICERS) {
            var decisions = new ArrayList<Uni<String>>();
            for (var i = from; i < Math.min(cases.size(), from + OFFICERS); i++) {
                var number = i;
                decisions.add(work.decide(cases.get(i), null, (it, at) -> toAnAgency(it, number, at))
                        .map(decided -> Objects.requireNonNull(decided).about().memory())
                        .map(memory ->
                                memory.state() == CaseState.DISPATCHED && memory.agency != null ? memory.agency : ""));
            }
            agencies.addAll(Uni.join().all(decisions).andFailFast().await().atMost(PATIENCE));
        }
        return agencies;
    }

    /** What people do with the i-th case; each tenth is another story. Only what an agency has can be worked on. */
    private void live(String government, UUID id, String agency, int i, Instant now, List<ReceivedEvent> batch) {
        var accepted = now.plus(Duration.ofMinutes(10 + i % 300));
        var answered = accepted.plus(Duration.ofMinutes(i % 5_000));
        if (agency.isEmpty()) {
            return;
        }
        batch.add(received(government, id, new Accepted(agency, accepted)));
        switch (i % 10) {
            case 0 -> batch.add(received(government, id, new ComplaintWithdrawn(answered)));
            case 1 -> {
                batch.add(received(government, id, new InformationRequested(agency, null, accepted.plusSeconds(60))));
                batch.add(received(
                        government, id, new ComplainantReplied(null, accepted.plus(Duration.ofHours(i % 90)))));
                batch.add(received(
                        government, id, new AnswerPublished(agency, null, answered.plus(Duration.ofHours(91)))));
            }
            case 2 -> {
                batch.add(received(government, id, new DispositionIssued(agency, "bidang", accepted.plusSeconds(60))));
                batch.add(received(government, id, new DivisionAnswered(agency, "bidang", answered.plusSeconds(60))));
                batch.add(received(government, id, new AnswerPublished(agency, null, answered.plusSeconds(3_600))));
            }
            case 3 -> {
                batch.add(received(government, id, new AnswerPublished(agency, null, answered)));
                batch.add(received(government, id, new ObjectionRaised(null, answered.plusSeconds(86_400))));
            }
            case 4 -> {
                // Nobody answers.
            }
            default -> batch.add(received(government, id, new AnswerPublished(agency, null, answered)));
        }
    }

    /** Claimed from the group, chosen by a coordinator where the system is unsure, now and then returned. */
    private @Nullable Refusal toAnAgency(Case it, int i, Instant at) {
        var memory = it.memory();
        var home = handbook.of(memory.government).government();
        var agencies = home.agencies();
        if (memory.state() == CaseState.FORWARDED && i % 2 == 0) {
            return it.claim(agencies.get(i % agencies.size()), at);
        }
        if (memory.state() == CaseState.FORWARDED || memory.state() == CaseState.VERIFIED) {
            return it.decide(agencies.get(i % agencies.size()).id(), at);
        }
        if (i % 7 == 0 && memory.agency != null) {
            var other = agencies.get((i + 1) % agencies.size()).id();
            return it.giveBack(
                    memory.agency, MisroutingReason.NOT_OUR_DUTY, other.equals(memory.agency) ? null : other, at);
        }
        return null;
    }

    private void agreesWithTheTopic(String government) {
        var zone = ZoneId.of("Asia/Jakarta");
        var today = LocalDate.ofInstant(time.instant(), zone);
        await().atMost(PATIENCE).until(() -> number("select count(*) from outbox") == 0);
        var report = given().auth()
                .oauth2(Tokens.of("sri", "/" + government, "coordinator"))
                .queryParam("from", today.minusYears(1).toString())
                .queryParam("to", today.plusYears(1).toString())
                .get("/api/routing/v1/conformance")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var told = EventBus.all(Topics.ROUTING, government, ClockMet.class).stream()
                .filter(met -> met.clock() == ClockKind.STEP)
                .toList();
        for (var row : read(report).path("rows")) {
            var met = told.stream()
                    .filter(it -> row.path("step").asText().equals(it.rule()))
                    .toList();
            var took = met.stream()
                    .mapToLong(it -> it.tookSeconds() == null ? 0 : it.tookSeconds())
                    .sorted()
                    .toArray();
            assertThat(row.path("done").asLong()).as("%s", row).isEqualTo(met.size());
            assertThat(row.path("inTime").asLong())
                    .as("%s", row)
                    .isEqualTo(met.stream().filter(it -> !it.late()).count());
            if (took.length > 0) {
                assertThat(row.path("medianSeconds").asLong()).as("%s", row).isEqualTo(at(took, 0.5));
                assertThat(row.path("p90Seconds").asLong()).as("%s", row).isEqualTo(at(took, 0.9));
            }
        }
    }

    /** The first value that so large a share of all does not exceed. */
    private static long at(long[] sorted, double share) {
        return sorted[(int) Math.ceil(sorted.length * share) - 1];
    }

    private void take(List<ReceivedEvent> batch) {
        var events = List.copyOf(batch);
        batch.clear();
        if (!events.isEmpty()) {
            outbox.inTransaction(transaction -> work.hear(transaction, events))
                    .await()
                    .atMost(PATIENCE);
        }
    }

    private long states(String government, List<UUID> cases) {
        return pool.preparedQuery("""
                        select count(*) from cases where complaint_id = any($1) and government = $2
                          and state in ('DISPATCHED', 'IN_PROGRESS', 'ANSWERED', 'OBJECTED', 'WITHDRAWN', 'REDELEGATED',
                                        'CLOSED', 'NEEDS_INFO')
                        """)
                .execute(
                        Tuple.tuple().addArrayOfUUID(cases.toArray(UUID[]::new)).addString(government))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    private long number(String sql) {
        return pool.query(sql)
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    private double refused() {
        return meters.find("cases.unexpected").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static ReceivedEvent received(String government, UUID complaint, Event event) {
        return new ReceivedEvent(
                new Envelope(
                        UUID.randomUUID(),
                        EventCodec.wireName(event.getClass()),
                        "/tanggap/test",
                        complaint,
                        government,
                        Instant.EPOCH,
                        null),
                event,
                CODEC.write(event));
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
