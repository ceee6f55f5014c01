package id.tanggap.notification.delivery;

import id.tanggap.contracts.event.NotificationEvent;
import id.tanggap.contracts.event.NotificationEvent.FailureReason;
import id.tanggap.contracts.event.NotificationEvent.MessageFailed;
import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.contracts.event.NotificationEvent.MessageSent;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.messaging.Rows;
import id.tanggap.notification.sender.Message;
import id.tanggap.notification.sender.Message.About;
import id.tanggap.notification.sender.Outcome;
import id.tanggap.notification.sender.Outcome.Erased;
import id.tanggap.notification.sender.Outcome.NoAddress;
import id.tanggap.notification.sender.Outcome.Postponed;
import id.tanggap.notification.sender.Outcome.Refused;
import id.tanggap.notification.sender.Outcome.Sent;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery in the hands of the worker that claimed it.
 *
 * @param attempts this one included
 * @param tryUntil when a fault that passes is no longer waited for
 */
record Delivery(
        Message message,
        ContactWay way,
        int attempts,
        Instant tryUntil,
        @Nullable String traceparent) {

    /** By which claim a worker holds it; the next one counts one more. */
    static final Rows<Delivery> CLAIMS = Rows.of(Delivery.class)
            .uuid("id", delivery -> delivery.message().id())
            .number("attempts", Delivery::attempts);

    static Delivery of(Row row) {
        return new Delivery(
                new Message(
                        row.getUUID("id"),
                        new About(row.getUUID("complaint_id"), row.getString("number"), row.getString("government")),
                        MessageKind.valueOf(row.getString("message")),
                        row.getString("agency"),
                        row.getString("words")),
                ContactWay.valueOf(row.getString("way")),
                row.getInteger("attempts"),
                row.getOffsetDateTime("try_until").toInstant(),
                row.getString("traceparent"));
    }

    /** What a delivery becomes after an attempt, and what others are told; null when there is nothing to tell yet. */
    record Next(
            DeliveryState state,
            @Nullable Instant attemptAt,
            @Nullable String cause,
            @Nullable NotificationEvent event) {}

    /** @param chance from 0 to 1, spreads the retries */
    Next next(Outcome outcome, Instant now, RetryPolicy retry, double chance) {
        return switch (outcome) {
            case Sent() ->
                new Next(DeliveryState.SENT, null, null, new MessageSent(message.kind(), way, attempts, now));
            case NoAddress() -> new Next(DeliveryState.NO_ADDRESS, null, null, null);
            case Erased() -> failed(FailureReason.ERASED, "", now);
            case Refused(var cause) -> failed(FailureReason.RECIPIENT, cause, now);
            case Postponed(var cause)
            when now.isBefore(tryUntil) ->
                new Next(
                        DeliveryState.PENDING, earlier(now.plus(retry.pause(attempts, chance)), tryUntil), cause, null);
            case Postponed(var cause) -> failed(FailureReason.UNREACHABLE, cause, now);
        };
    }

    private Next failed(FailureReason reason, String cause, Instant now) {
        return new Next(
                DeliveryState.FAILED,
                null,
                (reason + " " + cause).strip(),
                new MessageFailed(message.kind(), way, reason, attempts, now));
    }

    /** The last attempt falls on the very end, however long the pauses have become. */
    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
