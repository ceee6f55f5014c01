package id.tanggap.notification.delivery;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.github.f4b6a3.uuid.UuidCreator;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.ComplaintScreenedOut;
import id.tanggap.contracts.event.IntakeEvent.ScreeningReason;
import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.RoutingEvent.ReferredOutside;
import id.tanggap.messaging.inbox.Interest;
import id.tanggap.messaging.inbox.ReceivedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the citizen is told of one kind of event. What stands in no row here the citizen does not hear of.
 *
 * @param told of which of these events the citizen hears
 * @param agency that speaks; null when the message tells of none
 * @param words null when there are none to tell
 */
public record Notice<E extends Event>(
        Class<E> event,
        MessageKind message,
        Predicate<E> told,
        Function<E, Instant> happenedAt,
        Function<E, @Nullable String> agency,
        Function<E, @Nullable String> words) {

    private static final List<Notice<?>> ALL = List.of(
            of(ComplaintReceived.class, MessageKind.RECEIVED, ComplaintReceived::receivedAt),
            of(InformationRequested.class, MessageKind.INFORMATION_REQUESTED, InformationRequested::requestedAt)
                    .by(InformationRequested::agency)
                    .saying(InformationRequested::question),
            of(AnswerPublished.class, MessageKind.ANSWERED, AnswerPublished::answeredAt)
                    .by(AnswerPublished::agency)
                    .saying(AnswerPublished::answer),
            of(ReferredOutside.class, MessageKind.REFERRED_OUTSIDE, ReferredOutside::referredAt)
                    .saying(it -> it.institutionName() + "\n\n" + it.advice()),
            // Who advertises or abuses is not written to.
            of(ComplaintScreenedOut.class, MessageKind.SCREENED_OUT, ComplaintScreenedOut::screenedOutAt)
                    .when(it -> it.reason() != ScreeningReason.SPAM));

    private static final Map<Class<?>, Notice<?>> BY_EVENT =
            ALL.stream().collect(toUnmodifiableMap(Notice::event, Function.identity()));

    /** What the citizen gets a message about. */
    public static final Interest INTEREST =
            ALL.stream().reduce(Interest.in(List.of()), (interest, notice) -> notice.addTo(interest), (a, _) -> a);

    /** The message that an event of {@link #INTEREST} calls for. */
    public static PlannedDelivery of(ReceivedEvent received) {
        var notice = BY_EVENT.get(received.event().getClass());
        if (notice == null) {
            throw new IllegalArgumentException(
                    "Citizens hear nothing of " + received.envelope().type());
        }
        return notice.plan(received);
    }

    private static <E extends Event> Notice<E> of(
            Class<E> event, MessageKind message, Function<E, Instant> happenedAt) {
        return new Notice<>(event, message, _ -> true, happenedAt, _ -> null, _ -> null);
    }

    private Notice<E> when(Predicate<E> such) {
        return new Notice<>(event, message, such, happenedAt, agency, words);
    }

    private Notice<E> by(Function<E, @Nullable String> office) {
        return new Notice<>(event, message, told, happenedAt, office, words);
    }

    private Notice<E> saying(Function<E, @Nullable String> what) {
        return new Notice<>(event, message, told, happenedAt, agency, what);
    }

    private Interest addTo(Interest others) {
        return others.and(event, told);
    }

    private PlannedDelivery plan(ReceivedEvent received) {
        var it = event.cast(received.event());
        return new PlannedDelivery(
                UuidCreator.getTimeOrderedEpoch(),
                received.envelope(),
                message,
                happenedAt.apply(it),
                agency.apply(it),
                words.apply(it));
    }
}
