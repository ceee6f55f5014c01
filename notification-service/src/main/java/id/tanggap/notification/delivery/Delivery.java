package id.tanggap.notification.delivery;

import static java.util.stream.Collectors.toUnmodifiableSet;

import id.tanggap.channel.Fault;
import id.tanggap.channel.Outcome;
import id.tanggap.channel.Outcome.Delivered;
import id.tanggap.channel.Outcome.Failed;
import id.tanggap.channel.Outcome.Read;
import id.tanggap.channel.Outcome.Sent;
import id.tanggap.channel.Outcome.Unknown;
import id.tanggap.contracts.event.NotificationEvent;
import id.tanggap.contracts.event.NotificationEvent.FailureReason;
import id.tanggap.contracts.event.NotificationEvent.MessageFailed;
import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.contracts.event.NotificationEvent.MessageSent;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.messaging.Rows;
import id.tanggap.notification.ladder.Ladder;
import id.tanggap.notification.sender.Attempt;
import id.tanggap.notification.sender.Attempt.Erased;
import id.tanggap.notification.sender.Attempt.Held;
import id.tanggap.notification.sender.Attempt.Hindered;
import id.tanggap.notification.sender.Attempt.Made;
import id.tanggap.notification.sender.Attempt.NoHandle;
import id.tanggap.notification.sender.Message;
import id.tanggap.notification.sender.Message.About;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A delivery in the hands of the worker that claimed it.
 *
 * @param citizen all ways on which the citizen is reached
 * @param tryUntil when a fault that passes is no longer waited for
 */
record Delivery(
        Message message,
        ContactWay way,
        Set<ContactWay> citizen,
        Claim claim,
        Instant tryUntil,
        @Nullable String traceparent) {

    /**
     * By which a worker holds it; the next one counts one more.
     *
     * @param attempts this one included
     * @param repeated whether the attempt before it was not heard of again
     */
    record Claim(int attempts, boolean repeated) {}

    /** Why a message waits of which the citizen was sent enough for an hour. */
    static final String NO_ROOM = "RECIPIENT_LIMIT";

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
                waysIn(List.of(row.getArrayOfStrings("reachable_by"))),
                new Claim(row.getInteger("attempts"), row.getBoolean("repeated")),
                row.getOffsetDateTime("try_until").toInstant(),
                row.getString("traceparent"));
    }

    /** Without those that only a later version knows. */
    private static Set<ContactWay> waysIn(List<String> names) {
        return Arrays.stream(ContactWay.values())
                .filter(way -> names.contains(way.name()))
                .collect(toUnmodifiableSet());
    }

    int attempts() {
        return claim.attempts();
    }

    /**
     * What a delivery becomes, and what others are told.
     *
     * @param attemptAt null when it is not tried again
     * @param event null when there is nothing to tell
     * @param tryUntil null when that stays as it is
     */
    record Next(
            DeliveryState state,
            @Nullable Instant attemptAt,
            @Nullable String cause,
            @Nullable NotificationEvent event,
            @Nullable Instant tryUntil) {

        Next(
                DeliveryState state,
                @Nullable Instant attemptAt,
                @Nullable String cause,
                @Nullable NotificationEvent event) {
            this(state, attemptAt, cause, event, null);
        }

        /** What is told, given the state before: that a message is out is told once, however far it gets. */
        @Nullable
        NotificationEvent toldAfter(DeliveryState before) {
            return before.isOut() ? null : event;
        }

        private boolean goesDown() {
            return switch (event) {
                case MessageFailed failed -> failed.reason() != FailureReason.ERASED;
                case MessageSent _ -> false;
                case null -> state == DeliveryState.NO_ADDRESS;
            };
        }
    }

    /** @param chance from 0 to 1, spreads the retries */
    Next next(Attempt attempt, Instant now, RetryPolicy retry, double chance) {
        return switch (attempt) {
            case Made(var outcome) -> next(outcome, now, retry, chance);
            case NoHandle() -> new Next(DeliveryState.NO_ADDRESS, null, null, null);
            case Held(var until) -> held(until, now);
            case Erased() -> failed(FailureReason.ERASED, FailureReason.ERASED.name(), now);
            case Hindered(var cause) -> again(now.plus(retry.pause(attempts(), chance)), cause, now);
        };
    }

    private Next next(Outcome outcome, Instant now, RetryPolicy retry, double chance) {
        return switch (outcome) {
            case Sent() -> out(DeliveryState.SENT, now);
            case Delivered() -> out(DeliveryState.DELIVERED, now);
            case Read() -> out(DeliveryState.READ, now);
            case Unknown(var cause) -> new Next(DeliveryState.UNKNOWN, null, cause, null);
            case Failed it
            when it.fault().then() == Fault.Then.DOWN -> failed(reason(it.fault()), it.fault() + " " + it.cause(), now);
            case Failed it -> again(later(now.plus(retry.pause(attempts(), chance)), it.notBefore()), said(it), now);
        };
    }

    /** On which way the message goes out next; null when it goes nowhere else. */
    @Nullable
    ContactWay wayDown(Next next, Ladder ladder) {
        return next.goesDown() ? ladder.below(way, citizen) : null;
    }

    /** Waiting for room takes nothing of the time in which faults may pass. */
    private Next held(Instant until, Instant now) {
        return new Next(DeliveryState.PENDING, until, NO_ROOM, null, tryUntil.plus(Duration.between(now, until)));
    }

    private Next out(DeliveryState state, Instant now) {
        return new Next(state, null, null, new MessageSent(message.kind(), way, attempts(), now));
    }

    /** The last attempt falls on the very end, however long the pauses have become. */
    private Next again(Instant at, String cause, Instant now) {
        return now.isBefore(tryUntil)
                ? new Next(DeliveryState.PENDING, at.isBefore(tryUntil) ? at : tryUntil, cause, null)
                : failed(FailureReason.UNREACHABLE, FailureReason.UNREACHABLE + " " + cause, now);
    }

    private Next failed(FailureReason reason, String cause, Instant now) {
        return new Next(
                DeliveryState.FAILED, null, cause, new MessageFailed(message.kind(), way, reason, attempts(), now));
    }

    private static FailureReason reason(Fault fault) {
        return fault == Fault.RECIPIENT ? FailureReason.RECIPIENT : FailureReason.REFUSED;
    }

    private static String said(Failed failed) {
        return failed.fault() == Fault.TRANSIENT ? failed.cause() : failed.fault() + " " + failed.cause();
    }

    private static Instant later(Instant a, @Nullable Instant b) {
        return b == null || a.isAfter(b) ? a : b;
    }
}
