package id.tanggap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One trace id leads from a request to all that came of it. */
@ExtendWith(RunningPlatform.Provided.class)
class TraceJourney {
    private static final String FILED = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String ACCEPTED = "0af7651916cd43dd8448eb211c80319c";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningPlatform platform;
    private final FrontDoor door;

    TraceJourney(RunningPlatform platform) {
        this.platform = platform;
        door = new FrontDoor(platform);
    }

    @Test
    void followsAComplaintThroughEveryTopic() throws IOException, InterruptedException {
        ObjectNode complaint = FrontDoor.complaint("Aduan dengan nomor jejak.");
        complaint.putObject("complainant").put("email", "jejak@contoh.invalid");
        JsonNode receipt = door.file(complaint, Map.of("traceparent", traceparent(FILED)))
                .orFail()
                .json();
        Map<String, String> agency = new TreeMap<>(door.as("admin.dishub.solo"));
        String number = receipt.path("number").asText();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(door.cases(agency)).containsKey(number));

        agency.put("traceparent", traceparent(ACCEPTED));
        door.post("/api/response/v1/cases/" + receipt.path("id").asText() + "/accept", "", agency)
                .orFail();

        try (Topics topics = new Topics(platform)) {
            String id = receipt.path("id").asText();
            assertThat(traces(topics.await("complaint.intake.v1", id))).containsOnly(FILED);
            assertThat(traces(topics.await("complaint.routing.v1", id))).contains(FILED);
            assertThat(traces(topics.await("complaint.notification.v1", id))).contains(FILED);
            assertThat(traces(topics.await("complaint.response.v1", id))).contains(ACCEPTED);
        }
    }

    private static String traceparent(String trace) {
        return "00-" + trace + "-00f067aa0ba902b7-01";
    }

    private static List<String> traces(List<ConsumerRecord<String, String>> records) {
        return records.stream()
                .map(record -> record.headers().lastHeader("traceparent"))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8).split("-")[1])
                .toList();
    }
}
