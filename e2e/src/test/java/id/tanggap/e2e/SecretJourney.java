package id.tanggap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The answer to a secret complaint comes back to its citizen, and passes by everybody else. */
@ExtendWith(RunningPlatform.Provided.class)
class SecretJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CANARY = "kenari-rahasia-7319";

    private final RunningPlatform platform;
    private final FrontDoor door;

    SecretJourney(RunningPlatform platform) {
        this.platform = platform;
        door = new FrontDoor(platform);
    }

    @Test
    void bringsTheAnswerToWhoHasTheSecretAndToNobodyElse() throws IOException, InterruptedException {
        JsonNode receipt = door.file(
                        FrontDoor.complaint("Seorang petugas meminta uang agar kendaraan lolos pemeriksaan.")
                                .put("visibility", "SECRET"),
                        Map.of())
                .orFail()
                .json();
        Map<String, String> officer = door.as("admin.dishub.solo");
        String cases = "/api/response/v1/cases/" + receipt.path("id").asText();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(door.get(cases, officer).status()).isEqualTo(200));

        door.post(cases + "/accept", "{}", officer).orFail();
        door.post(cases + "/answer", "{\"text\":\"Petugas itu sudah kami periksa. " + CANARY + "\"}", officer)
                .orFail();

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(timeline(receipt).path("answer").asText("")).contains(CANARY));
        try (Topics topics = new Topics(platform)) {
            assertThat(topics.await("complaint.response.v1", receipt.path("id").asText()))
                    .extracting(ConsumerRecord::value)
                    .noneMatch(event -> event.contains(CANARY));
        }
        assertThat(door.get(cases + "/answer", officer).status()).isEqualTo(403);
    }

    private JsonNode timeline(JsonNode receipt) throws IOException, InterruptedException {
        return door.get(
                        "/api/intake/v1/complaints/" + receipt.path("number").asText() + "/timeline",
                        Map.of("Tanggap-Secret", receipt.path("secret").asText()))
                .orFail()
                .json();
    }
}
