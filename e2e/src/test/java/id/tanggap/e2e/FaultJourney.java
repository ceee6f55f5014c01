package id.tanggap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Parts die in mid-run: what was accepted arrives, what could not be accepted was refused in plain words. */
@ExtendWith(RunningPlatform.Provided.class)
class FaultJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int LOGINS = 5;

    private final RunningPlatform platform;
    private final FrontDoor door;

    FaultJourney(RunningPlatform platform) {
        this.platform = platform;
        door = new FrontDoor(platform);
    }

    /** Keycloak finds out one by one which of its connections died with the database. */
    @AfterEach
    void everythingIsUpAgain() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(platform.tanggap("status").status()).isZero();
            for (int i = 0; i < LOGINS; i++) {
                door.as("koordinator.solo");
            }
        });
    }

    @Test
    void keepsWhatItAcceptedWhenIntakeDies() throws IOException, InterruptedException {
        String number = file("Aduan diterima sesaat sebelum layanan mati.");
        platform.kill("intake");

        arrive(List.of(number));
    }

    @Test
    void acceptsOnceWhenPostgresComesBack() throws IOException, InterruptedException {
        String earlier = file("Aduan sebelum basis data dimulai ulang.");
        ObjectNode complaint = FrontDoor.complaint("Aduan dikirim ketika basis data dimulai ulang.");
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        platform.restart("postgres");

        FrontDoor.Answer refused = door.file(complaint, key);
        assertThat(refused.status()).isGreaterThanOrEqualTo(500);
        assertThat(refused.type()).isEqualTo("application/problem+json");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(door.file(complaint, key).status()).isEqualTo(201));
        String number = door.file(complaint, key).orFail().json().path("number").asText();

        arrive(List.of(earlier, number));
    }

    /** A record that nobody can read steps aside, and those behind it go on. */
    @Test
    void goesOnAfterAPoisonRecord() throws IOException, InterruptedException {
        String key = UUID.randomUUID().toString();
        try (Topics topics = new Topics(platform)) {
            topics.send(record(key, "complaint.received.v1", "{\"complaintId\":"));
            topics.send(record(key, "complaint.rewritten.v9", "{}"));

            arrive(List.of(file("Aduan setelah pesan yang rusak.")));
            assertThat(topics.await("complaint.intake.v1.dlq", key))
                    .as("the broken record, not the unknown kind")
                    .allMatch(letter -> letter.value().startsWith("{\"complaintId\":"))
                    .isNotEmpty();
        }
    }

    private static ProducerRecord<String, String> record(String key, String type, String value) {
        ProducerRecord<String, String> record = new ProducerRecord<>("complaint.intake.v1", key, value);
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", type,
                        "ce_source", "/e2e",
                        "ce_subject", key,
                        "ce_time", "2026-01-01T00:00:00Z",
                        "ce_government", "surakarta",
                        "content-type", "application/json")
                .forEach((name, content) -> record.headers()
                        .add(new RecordHeader(name, content.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        return record;
    }

    private String file(String text) throws IOException, InterruptedException {
        FrontDoor.Answer answer = door.file(FrontDoor.complaint(text), Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("number").asText();
    }

    /** In the queue of the agency that answers for them. */
    private void arrive(List<String> numbers) {
        Map<String, String> agency = new TreeMap<>();
        await().atMost(PATIENCE).untilAsserted(() -> agency.putAll(door.as("admin.dishub.solo")));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(door.cases(agency)).containsKeys(numbers.toArray(String[]::new)));
    }
}
