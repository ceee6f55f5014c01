package id.tanggap.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What intake-service tells of conversations with citizens on channels of theirs: topic {@code complaint.conversation.v1}. No
 * words travel in it; who may say them asks intake for them.
 */
public sealed interface ConversationEvent extends Event {

    /**
     * The conversation answers its citizen; the subject is the conversation.
     *
     * @param reply by which intake gives out what is to be said, and to whom
     */
    @WireName("conversation.reply-due.v1")
    record ReplyDue(UUID reply, Instant dueAt) implements ConversationEvent {}

    /**
     * A provider reported on a message of ours; the subject is its delivery.
     *
     * @param fault what is wrong, of one that failed; else null
     * @param cause the provider's code for that; else null
     */
    @WireName("conversation.delivery-reported.v1")
    record DeliveryReported(
            ReportedState state,
            @Nullable ReportedFault fault,
            @Nullable String cause,
            Instant reportedAt) implements ConversationEvent {}

    /** How far a message got, says its provider. */
    enum ReportedState {
        SENT,
        DELIVERED,
        READ,
        FAILED
    }

    /** What a provider can say is wrong with a message. */
    enum ReportedFault {
        TRANSIENT,
        THROTTLED,
        WINDOW_CLOSED,
        RECIPIENT,
        CONTENT,
        CONFIG,
        QUALITY
    }
}
