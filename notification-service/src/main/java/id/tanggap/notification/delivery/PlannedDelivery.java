package id.tanggap.notification.delivery;

import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.contracts.wire.Envelope;
import id.tanggap.messaging.Rows;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that an event calls for.
 *
 * @param because the envelope of that event
 * @param happenedAt what it tells of; the same again is a message of its own
 */
public record PlannedDelivery(
        UUID id,
        Envelope because,
        MessageKind message,
        Instant happenedAt,
        @Nullable String agency,
        @Nullable String words) {

    static final Rows<PlannedDelivery> ROWS = Rows.of(PlannedDelivery.class)
            .uuid("id", PlannedDelivery::id)
            .uuid("complaint_id", delivery -> delivery.because().subject())
            .text("government", delivery -> delivery.because().government())
            .text("message", delivery -> delivery.message().name())
            .time("happened_at", PlannedDelivery::happenedAt)
            .text("agency", PlannedDelivery::agency)
            .text("words", PlannedDelivery::words)
            .text("traceparent", delivery -> delivery.because().traceparent());

    /** By what the ledger knows it, whatever event it was called for by. */
    public record Known(UUID complaint, MessageKind message, Instant happenedAt) {}

    public Known known() {
        return new Known(because.subject(), message, happenedAt);
    }

    /** Leaves out the words, which are the citizen's and not the log's. */
    @Override
    public String toString() {
        return "PlannedDelivery[" + id + ", " + message + "]";
    }
}
