package id.tanggap.notification.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.notification.delivery.DeliveryState;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger as an operator sees it; on the wire one flat object, its parts one after the other.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
        UUID id, @JsonUnwrapped What what, @JsonUnwrapped Progress progress, Instant createdAt, Instant updatedAt) {

    /** What is said: a message on a complaint, or what a conversation answers. */
    @Schema(name = "MessageKind")
    enum Kind {
        RECEIVED,
        INFORMATION_REQUESTED,
        ANSWERED,
        REFERRED_OUTSIDE,
        SCREENED_OUT,
        DIALOGUE
    }

    /**
     * @param complaintId null when it is about none
     * @param number null as long as the complaint itself has not been heard of
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record What(@Nullable UUID complaintId, @Nullable String number, Kind message, ContactWay way) {}

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
                        Kind.valueOf(row.getString("message")),
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
