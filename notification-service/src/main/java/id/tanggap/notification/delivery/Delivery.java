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
import id.tanggap.contracts.event.NotificationEvent.AnswerReached;
import id.tanggap.contracts.event.NotificationEvent.FailureReason;
import id.tanggap.contracts.event.NotificationEvent.MessageDelivered;
import id.tanggap.contracts.event.NotificationEvent.MessageFailed;
import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.contracts.event.NotificationEvent.MessageSent;
import id.tanggap.contracts.event.NotificationEvent.Reached;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.messaging.Rows;
import id.tanggap.notification.ladder.Ladder;
import id.tanggap.notification.sender.Attempt;
import id.tanggap.notification.sender.Attempt.Erased;
import id.tanggap.notification.sender.Attempt.Held;
import id.tanggap.notification.sender.Attempt.Hindered;
import id.tanggap.notification.sender.Attempt.Made;
import id.tanggap.notification.sender.Attempt.NoHandle;
import id.tanggap.notification.sender.Errand;
import id.tanggap.notification.sender.Message;
import id.tanggap.notification.sender.Message.About;
import id.tanggap.notification.sender.Reply;
import id.tanggap.notification.sender.RetryPolicy;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A delivery in the hands of the worker that claimed it.
 *
 * @param citizen all ways on which the citizen is reached
 * @param tryUntil when a fault that passes is no longer waited for
 */
record Delivery(
        Errand errand,
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

    /** In the column of messages, of what a conversation answers. */
    static final String DIALOGUE = "DIALOGUE";

    static final String NO_REPORT = "no report";

    static final Rows<Delivery> CLAIMS = Rows.of(Delivery.class)
            .uuid("id", delivery -> delivery.errand().id())
            .number("attempts", Delivery::attempts);

    static Delivery of(Row row) {
        return new Delivery(
                errand(row),
                ContactWay.valueOf(row.getString("way")),
                waysIn(row.getArrayOfStrings("reachable_by")),
                new Claim(row.getInteger("attempts"), row.getBoolean("repeated")),
                row.getOffsetDateTime("try_until").toInstant(),
                row.getString("traceparent"));
    }

    private static Errand errand(Row row) {
        var subject = row.getUUID("complaint_id");
        var government = row.getString("government");
        return DIALOGUE.equals(row.getString("message"))
                ? new Reply(row.getUUID("id"), subject, government)
                : new Message(
                        row.getUUID("id"),
                        new About(subject, row.getString("number"), government),
                        MessageKind.valueOf(row.getString("message")),
                        row.getString("agency"),
                        row.getString("words"));
    }

    /** Without those that only a later version knows. A conversation has no other way than its own. */
    private static Set<ContactWay> waysIn(String @Nullable [] names) {
        var known = names == null ? List.of() : List.of(names);
        return Arrays.stream(ContactWay.values())
                .filter(way -> known.contains(way.name()))
                .collect(toUnmodifiableSet());
    }

    /** As it stands in the ledger. */
    String kind() {
        return switch (errand) {
            case Message message -> message.kind().name();
            case Reply _ -> DIALOGUE;
        };
    }

    int attempts() {
        return claim.attempts();
    }

    /**
     * What a delivery becomes, and what others are told.
     *
     * @param attemptAt null when it is not tried again
     * @param events those of them that were not told yet
     * @param tryUntil null when that stays as it is
     */
    record Next(
            DeliveryState state,
            @Nullable Instant attemptAt,
            @Nullable String cause,
            List<NotificationEvent> events,
            @Nullable Instant tryUntil) {

        Next(DeliveryState state, @Nullable Instant attemptAt, @Nullable String cause, List<NotificationEvent> events) {
            this(state, attemptAt, cause, events, null);
        }

        /** What is told, given the state before: that a message is out, and that it is there, is each told once. */
        List<NotificationEvent> toldAfter(DeliveryState before) {
            return events.stream()
                    .filter(event -> switch (event) {
                        case MessageSent _ -> !before.isOut();
                        case MessageDelivered _ -> !before.isThere();
                        case AnswerReached it -> it.by() == Reached.DELIVERED ? !before.isThere() : !before.isOut();
                        case MessageFailed _ -> true;
                    })
                    .toList();
        }

        private boolean goesDown() {
            return state == DeliveryState.NO_ADDRESS
                    || events.stream()
                            .anyMatch(event ->
                                    event instanceof MessageFailed failed && failed.reason() != FailureReason.ERASED);
        }
    }

    /**
     * What a delivery becomes, and who says so.
     *
     * @param reportUntil how long the provider's report is waited for; null when none is
     * @param reported whether the provider said so in a report, and not in the end of an attempt
     */
    record Settled(Delivery delivery, Next next, @Nullable Instant reportUntil, boolean reported) {

        /** The states that it may come from. */
        Set<DeliveryState> gaveWay() {
            return reported ? next.state().followsWhenReported() : next.state().follows();
        }
    }

    /** @param chance from 0 to 1, spreads the retries */
    Next next(Attempt attempt, Instant now, RetryPolicy retry, double chance) {
        return switch (attempt) {
            case Made(var outcome) -> next(outcome, now, retry, chance);
            case NoHandle() -> new Next(DeliveryState.NO_ADDRESS, null, null, List.of());
            case Held(var until, var cause) -> held(until, cause, now);
            case Erased() -> failed(FailureReason.ERASED, FailureReason.ERASED.name(), now);
            case Hindered(var cause, var notBefore) ->
                again(later(now.plus(retry.pause(attempts(), chance)), notBefore), cause, now);
        };
    }

    /**
     * What a report makes of it. A conversation goes on meanwhile: what it said is not said again later.
     *
     * @param at when it came about, by the provider's clock
     */
    Next reported(Outcome outcome, Instant at, Instant now, RetryPolicy retry, double chance) {
        return switch (outcome) {
            case Failed it
            when errand instanceof Reply -> failed(reason(it.fault()), it.fault() + " " + it.cause(), now);
            case Failed it -> next(it, now, retry, chance);
            default -> next(outcome, at.isBefore(now) ? at : now, retry, chance);
        };
    }

    /** What it becomes when no report came. */
    Next unreported(Instant now) {
        return failed(FailureReason.UNREACHABLE, FailureReason.UNREACHABLE + " " + NO_REPORT, now);
    }

    private Next next(Outcome outcome, Instant now, RetryPolicy retry, double chance) {
        return switch (outcome) {
            case Sent() -> out(DeliveryState.SENT, now);
            case Delivered() -> out(DeliveryState.DELIVERED, now);
            case Read() -> out(DeliveryState.READ, now);
            case Unknown(var cause) -> new Next(DeliveryState.UNKNOWN, null, cause, List.of());
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

    /** Whether the message went out on no way, and goes nowhere else. */
    boolean isAtTheEnd(Next next, Ladder ladder) {
        return next.goesDown() && wayDown(next, ladder) == null;
    }

    /** Waiting for room takes nothing of the time in which faults may pass. */
    private Next held(Instant until, String cause, Instant now) {
        return new Next(DeliveryState.PENDING, until, cause, List.of(), tryUntil.plus(Duration.between(now, until)));
    }

    private Next out(DeliveryState state, Instant now) {
        return new Next(state, null, null, told(kind -> {
            var sent = new MessageSent(kind, way, attempts(), now);
            var out = state.isThere() ? List.of(sent, new MessageDelivered(kind, way, now)) : List.of(sent);
            return Stream.concat(out.stream(), reached(kind, state, now).stream())
                    .toList();
        }));
    }

    /** Where the provider will say more, it is waited for. */
    private Optional<NotificationEvent> reached(MessageKind kind, DeliveryState state, Instant now) {
        var by = state.isThere() ? Reached.DELIVERED : Reached.SENT;
        return kind == MessageKind.ANSWERED && (state.isThere() || !isReported())
                ? Optional.of(new AnswerReached(by, way, now))
                : Optional.empty();
    }

    /** Whether the provider says what became of it; a mail server says nothing more. */
    boolean isReported() {
        return way != ContactWay.EMAIL;
    }

    /** The last attempt falls on the very end, however long the pauses have become. */
    private Next again(Instant at, String cause, Instant now) {
        return now.isBefore(tryUntil)
                ? new Next(DeliveryState.PENDING, at.isBefore(tryUntil) ? at : tryUntil, cause, List.of())
                : failed(FailureReason.UNREACHABLE, FailureReason.UNREACHABLE + " " + cause, now);
    }

    private Next failed(FailureReason reason, String cause, Instant now) {
        return new Next(
                DeliveryState.FAILED,
                null,
                cause,
                told(kind -> List.of(new MessageFailed(kind, way, reason, attempts(), now))));
    }

    /** Nothing of a conversation. */
    private List<NotificationEvent> told(Function<MessageKind, List<NotificationEvent>> events) {
        return switch (errand) {
            case Message message -> events.apply(message.kind());
            case Reply _ -> List.of();
        };
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
