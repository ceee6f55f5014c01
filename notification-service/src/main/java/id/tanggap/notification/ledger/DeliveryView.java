package id.tanggap.notification.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.contracts.vocabulary.ContactWay;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger as an operator sees it; on the wire one flat object, its parts one after the other.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
        UUID id, @JsonUnwrapped What what, @JsonUnwrapped Progress progress, Instant createdAt, Instant updatedAt) {

    /** @param number null as long as the complaint itself has not been heard of */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record What(UUID complaintId, @Nullable String number, MessageKind message, ContactWay way) {}

    /**
     * @param nextAttemptAt for a message being sent, when it counts as lost and is sent again
     * @param lastCause why the last attempt failed, as a class or a code
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Progress(
            DeliveryState state,
            int attempts,
            @Nullable Instant nextAttemptAt,
            @Nullable String lastCause) {}

    static DeliveryView of(Row row) {
        return new DeliveryView(
                row.getUUID("id"),
                new What(
                        row.getUUID("complaint_id"),
                        row.getString("number"),
                        MessageKind.valueOf(row.getString("message")),
                        ContactWay.valueOf(row.getString("way"))),
                new Progress(
                        DeliveryState.valueOf(row.getString("state")),
                        row.getInteger("attempts"),
                        instant(row, "next_attempt_at"),
                        row.getString("last_cause")),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    private static @Nullable Instant instant(Row row, String column) {
        var value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
