package id.tanggap.contracts.event;

import id.tanggap.contracts.vocabulary.ContactWay;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
     * The answer of an office is with the citizen, as far as anybody can tell. Told once for an answer on each of the ways that
     * bring it, the first of which counts.
     *
     * @param way on which it went; null where it went on none
     */
    @WireName("complaint.answer-reached.v1")
    record AnswerReached(Reached by, @Nullable ContactWay way, Instant reachedAt) implements NotificationEvent {}

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

    /** How it is known that an answer is with its citizen. */
    enum Reached {
        /** The provider says that it is with the citizen. */
        DELIVERED,
        /** The provider took it over, and tells no more. */
        SENT,
        /** An officer sent a letter. */
        POSTED,
        /** The citizen cannot be written to, and finds it on the page of the complaint. */
        SHOWN
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
