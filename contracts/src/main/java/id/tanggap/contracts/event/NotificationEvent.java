package id.tanggap.contracts.event;

import id.tanggap.contracts.vocabulary.ContactWay;
import java.time.Instant;

/** What notification-service tells: topic {@code complaint.notification.v1}. */
public sealed interface NotificationEvent extends Event {

    /** The citizen's provider took the message over. */
    @WireName("complaint.message-sent.v1")
    record MessageSent(MessageKind message, ContactWay way, int attempts, Instant sentAt)
            implements NotificationEvent {}

    /** The citizen's provider says that the message is with the citizen. Told once, after {@link MessageSent}; some never say. */
    @WireName("complaint.message-delivered.v1")
    record MessageDelivered(MessageKind message, ContactWay way, Instant deliveredAt) implements NotificationEvent {}

    /**
     * The message will not be tried again on this way. It says nothing of the other ways of the citizen: where one is left
     * the message goes out there next, and a {@link MessageSent} or another one of these tells how that went. Not reached at
     * all is a citizen of whose message there are only these.
     */
    @WireName("complaint.message-failed.v1")
    record MessageFailed(MessageKind message, ContactWay way, FailureReason reason, int attempts, Instant failedAt)
            implements NotificationEvent {}

    /** What a message to the citizen says. */
    enum MessageKind {
        RECEIVED,
        INFORMATION_REQUESTED,
        ANSWERED,
        REFERRED_OUTSIDE,
        SCREENED_OUT
    }

    /** Why a message could not be delivered. */
    enum FailureReason {
        /** The address does not exist or refuses us for good. */
        RECIPIENT,
        /** The provider could not be reached for the whole retry period. */
        UNREACHABLE,
        /** The citizen's data were erased before the message went out. */
        ERASED,
        /** The provider takes nothing like this to the citizen, or not at this time: its text, not its address, is at fault. */
        REFUSED
    }
}
