package id.tanggap.notification.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.contracts.vocabulary.ContactWay;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger as an operator sees it.
 *
 * @param number null as long as the complaint itself has not been heard of
 * @param nextAttemptAt for a message being sent, when it counts as lost and is sent again
 * @param lastCause why the last attempt failed, as a class or a code
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
        UUID id,
        UUID complaintId,
        @Nullable String number,
        MessageKind message,
        ContactWay way,
        DeliveryState state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String lastCause,
        Instant createdAt,
        Instant updatedAt) {}
