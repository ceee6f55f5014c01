package id.tanggap.notification.delivery;

import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.messaging.Rows;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that an event calls for.
 *
 * @param happenedAt what it tells of; the same again is a message of its own
 */
record PlannedDelivery(
        UUID id,
        UUID complaintId,
        String government,
        MessageKind message,
        Instant happenedAt,
        @Nullable String agency,
        @Nullable String words,
        @Nullable String traceparent) {

    static final Rows<PlannedDelivery> ROWS = Rows.of(PlannedDelivery.class)
            .uuid("id", PlannedDelivery::id)
            .uuid("complaint_id", PlannedDelivery::complaintId)
            .text("government", PlannedDelivery::government)
            .text("message", delivery -> delivery.message().name())
            .time("happened_at", PlannedDelivery::happenedAt)
            .text("agency", PlannedDelivery::agency)
            .text("words", PlannedDelivery::words)
            .text("traceparent", PlannedDelivery::traceparent);

    /** Leaves out the words, which are the citizen's and not the log's. */
    @Override
    public String toString() {
        return "PlannedDelivery[" + id + ", " + message + "]";
    }
}
