package id.tanggap.notification.delivery;

import id.tanggap.contracts.NotificationEvent.MessageKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message that an event calls for. */
record PlannedDelivery(
        UUID id,
        UUID complaintId,
        String government,
        MessageKind message,
        @Nullable String agency,
        @Nullable String answer,
        @Nullable String traceparent) {

    /** Leaves out the answer, which is the citizen's and not the log's. */
    @Override
    public String toString() {
        return "PlannedDelivery[" + id + ", " + message + "]";
    }
}
