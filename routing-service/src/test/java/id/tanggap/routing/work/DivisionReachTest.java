package id.tanggap.routing.work;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.routing.cases.ReceivedFixture;
import id.tanggap.testkit.EventBus;
import id.tanggap.testkit.PlatformResource;
import id.tanggap.testkit.Tokens;
import id.tanggap.testkit.api.ApiDocument;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A division sees what it was given, here as at its desk; whatever is asked of a case, by whomever. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class DivisionReachTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    InstantSource time;

    @Inject
    Pool pool;

    private final UUID given = UUID.randomUUID();
    private final UUID neighbour = UUID.randomUUID();
    private String agency = "";

    @BeforeEach
    void twoCasesOfOneAgency() {
        agency = dispatched(given);
        assertThat(dispatched(neighbour)).isEqualTo(agency);
        dispose(given, new DispositionIssued(agency, "lalu-lintas", now()));
        await().atMost(SOON).until(() -> kept(given) == 1);
    }

    @Test
    void isTheSameForEveryOperationOnACase() throws IOException {
        var operations = ApiDocument.copyOf("routing").operationsById();
        assertThat(operations).contains("get /api/routing/v1/cases/{id}", "get /api/routing/v1/cases/{id}/clocks");

        for (var operation : operations) {
            assertThat(seenBy("/surakarta/" + agency + "/lalu-lintas", operation, given))
                    .as(operation)
                    .isEqualTo(operation.startsWith("get") ? 200 : 403);
            for (var group : strangers().toList()) {
                assertThat(seenBy(group, operation, given))
                        .as(operation + " by " + group)
                        .isIn(403, 404);
            }
            for (var id : List.of(neighbour, UUID.randomUUID())) {
                assertThat(seenBy("/surakarta/" + agency + "/lalu-lintas", operation, id))
                        .as(operation)
                        .isEqualTo(operation.startsWith("get") ? 404 : 403);
            }
        }
    }

    /** Who is no less of the agency for being in a division, and nobody else, sees more. */
    @Test
    void leavesTheAgencyWhatItHas() {
        var path = "get /api/routing/v1/cases/{id}";
        for (var id : List.of(given, neighbour)) {
            assertThat(answer("/surakarta/" + agency, path, id, "agency-admin").statusCode())
                    .isEqualTo(200);
            assertThat(answer("/surakarta/" + agency + "/sarana", path, id, "agency-admin", "division-staff")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(answer("/surakarta", path, id, "coordinator").statusCode())
                    .isEqualTo(200);
        }
        for (var other : List.of("analyst", "intake-officer", "archivist")) {
            assertThat(answer("/surakarta/" + agency + "/sarana", path, given, "division-staff", other)
                            .statusCode())
                    .as("a division's " + other)
                    .isEqualTo(404);
        }
    }

    @Test
    void tellsNothingOfACaseThatIsNotItsOwn() {
        var path = "get /api/routing/v1/cases/{id}";
        var group = "/surakarta/" + agency + "/lalu-lintas";

        assertThat(answer(group, path, neighbour, "division-staff").asString())
                .isEqualTo(
                        answer(group, path, UUID.randomUUID(), "division-staff").asString());
    }

    @Test
    void countsWhatWasProposedOnceItIsTaken() {
        dispose(neighbour, new DispositionIssued(agency, "sarana", now()).asProposal());
        dispose(given, new DispositionIssued("disdik", "lalu-lintas", now()).asProposal());

        await().atMost(SOON).until(() -> kept(neighbour) == 1);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(EventBus.heard(Topics.ROUTING, given)).hasAtLeastOneElementOfType(ActRefused.class));
        assertThat(kept(given)).isEqualTo(1);
        assertThat(seenBy("/surakarta/" + agency + "/sarana", "get /api/routing/v1/cases/{id}", neighbour))
                .isEqualTo(200);
    }

    /** Other divisions, those that are called alike elsewhere, and who belongs to none. */
    private Stream<String> strangers() {
        return Stream.of(
                "/surakarta/" + agency + "/sarana",
                "/surakarta/" + agency + "/lalu-lintas-dua",
                "/surakarta/" + agency + "/*",
                "/surakarta/" + agency,
                "/surakarta/disdik/lalu-lintas",
                "/karanganyar/" + agency + "/lalu-lintas",
                "/surakarta");
    }

    private static int seenBy(String group, String operation, UUID id) {
        return answer(group, operation, id, "division-staff").statusCode();
    }

    private static Response answer(String group, String operation, UUID id, String... roles) {
        var parts = operation.split(" ");
        return given().auth()
                .oauth2(Tokens.of("budi", group, roles))
                .contentType("application/json")
                .body(
                        parts[0].equals("get")
                                ? ""
                                : "{\"reason\":\"NOT_OUR_DUTY\",\"agency\":\"disdik\",\"institution\":\"pln\"}")
                .request(parts[0], parts[1].replace("{id}", id.toString()));
    }

    private String dispatched(UUID complaint) {
        EventBus.say(
                "surakarta",
                complaint,
                ReceivedFixture.received().at(now()).inCategory("jalan-rusak").event());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(EventBus.heard(Topics.ROUTING, complaint))
                        .hasAtLeastOneElementOfType(Dispatched.class));
        return EventBus.heard(Topics.ROUTING, complaint).stream()
                .filter(Dispatched.class::isInstance)
                .map(event -> ((Dispatched) event).agency())
                .findFirst()
                .orElseThrow();
    }

    private static void dispose(UUID complaint, Event disposition) {
        EventBus.say("surakarta", complaint, disposition);
    }

    private int kept(UUID complaint) {
        return pool.preparedQuery("select from disposition where complaint_id = $1")
                .execute(Tuple.of(complaint))
                .await()
                .atMost(SOON)
                .size();
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
