package id.tanggap.intake.complaint;

import static id.tanggap.intake.complaint.ComplaintFixture.form;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.Location;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.intake.Surroundings;
import id.tanggap.testkit.EventBus;
import id.tanggap.testkit.Platform;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Surroundings.class)
class IntakeFaultsTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void tellsMaskedTextWithTheTraceOfTheRequest() {
        var id = UUID.fromString(given().contentType(ContentType.JSON)
                .header("traceparent", EventBus.TRACEPARENT)
                .body(form().with("text", "Lampu mati, hubungi Wagimin di 081299998888.")
                        .with("complainant", Map.of("name", "Wagimin", "email", "w@contoh.id"))
                        .json())
                .post("/api/intake/v1/complaints")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(EventBus.records(Topics.INTAKE, id)).hasSize(1));
        assertThat(EventBus.heard(Topics.INTAKE, id).getFirst())
                .isInstanceOfSatisfying(
                        ComplaintReceived.class,
                        received -> assertThat(received.text()).isEqualTo("Lampu mati, hubungi [NAMA] di [TELEPON]."));
        var record = EventBus.records(Topics.INTAKE, id).getFirst();
        assertThat(EventBus.header(record, "traceparent")).startsWith(EventBus.TRACEPARENT.substring(0, 35));
        assertThat(new String(record.value(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("Wagimin", "0812", "contoh.id");
    }

    @Test
    void tellsNoWordOfASecretComplaint() {
        var id = submit(form().with("type", "OVERSIGHT")
                .with("title", "Pungutan liar")
                .with("location", Map.of("address", "Kantor anu", "regionCode", "33.72.01")));

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(EventBus.records(Topics.INTAKE, id)).hasSize(1));
        assertThat(EventBus.heard(Topics.INTAKE, id).getFirst())
                .isInstanceOfSatisfying(ComplaintReceived.class, received -> {
                    assertThat(received.text()).isNull();
                    assertThat(received.title()).isNull();
                    assertThat(received.location()).isEqualTo(new Location(null, "33.72.01", null, null));
                });
    }

    @Test
    void acceptsWhileKafkaIsDownAndTellsAfterwards() {
        Platform.kafka().stop();
        var accepted = IntStream.range(0, 20).mapToObj(i -> submit(form())).toList();
        Platform.kafka().start();

        areTold(accepted);
    }

    @Test
    void acceptsAgainAfterPostgresWasRestarted() {
        submit(form());
        Platform.postgres().stop();
        given().contentType(ContentType.JSON)
                .body(form().json())
                .post("/api/intake/v1/complaints")
                .then()
                .statusCode(503)
                .contentType("application/problem+json");
        Platform.postgres().start();

        await().atMost(SOON)
                .untilAsserted(() -> given().contentType(ContentType.JSON)
                        .body(form().json())
                        .post("/api/intake/v1/complaints")
                        .then()
                        .statusCode(201));
        areTold(List.of(submit(form())));
    }

    @Test
    void writesManyAtATimeAndEachOnce() throws Exception {
        try (var clients = Executors.newFixedThreadPool(16)) {
            var submissions = IntStream.range(0, 200)
                    .mapToObj(i -> clients.submit(() -> submit(form())))
                    .toList();
            var ids = new java.util.HashSet<UUID>();
            for (var submission : submissions) {
                ids.add(submission.get());
            }
            assertThat(ids).hasSize(200);
            areTold(ids.stream().limit(5).toList());
        }
    }

    private static void areTold(List<UUID> complaints) {
        for (var complaint : complaints) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(EventBus.heard(Topics.INTAKE, complaint))
                            .singleElement()
                            .isInstanceOf(ComplaintReceived.class));
        }
    }

    private static UUID submit(ComplaintFixture form) {
        return UUID.fromString(given().contentType(ContentType.JSON)
                .body(form.json())
                .post("/api/intake/v1/complaints")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }
}
