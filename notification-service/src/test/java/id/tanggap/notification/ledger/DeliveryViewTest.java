package id.tanggap.notification.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.notification.delivery.DeliveryState;
import id.tanggap.notification.ledger.DeliveryView.Kind;
import id.tanggap.notification.ledger.DeliveryView.Progress;
import id.tanggap.notification.ledger.DeliveryView.What;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeliveryViewTest {
    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Test
    void isOneFlatObjectThatLeavesOutWhatIsNotThere() throws JsonProcessingException {
        var full = new DeliveryView(
                new UUID(0, 1),
                new What(new UUID(0, 2), "SKA-4F7K-92XM", Kind.ANSWERED, ContactWay.EMAIL),
                new Progress(DeliveryState.PENDING, 2, NOON, "SMTP 451"),
                NOON,
                NOON);
        var bare = new DeliveryView(
                new UUID(0, 1),
                new What(new UUID(0, 2), null, Kind.RECEIVED, ContactWay.EMAIL),
                new Progress(DeliveryState.PENDING, 0, null, null),
                NOON,
                NOON);

        assertThat(JSON.writeValueAsString(full)).isEqualToIgnoringWhitespace("""
                {"id":"00000000-0000-0000-0000-000000000001","complaintId":"00000000-0000-0000-0000-000000000002",
                "number":"SKA-4F7K-92XM","message":"ANSWERED","way":"EMAIL","state":"PENDING","attempts":2,
                "nextAttemptAt":"2026-03-02T05:00:00Z","lastCause":"SMTP 451","createdAt":"2026-03-02T05:00:00Z",
                "updatedAt":"2026-03-02T05:00:00Z"}
                """);
        assertThat(JSON.readTree(JSON.writeValueAsString(bare)).fieldNames())
                .toIterable()
                .containsExactly("id", "complaintId", "message", "way", "state", "attempts", "createdAt", "updatedAt");
    }
}
