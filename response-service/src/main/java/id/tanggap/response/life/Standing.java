package id.tanggap.response.life;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.ResponseEvent;
import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.contracts.vocabulary.DeskStatus;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands on its agency's desk. What the desk did stands there at once; routing says later what became of it,
 * and until then what it says of earlier acts is news of the past.
 *
 * @param before the status before a detour; null on none
 * @param awaited the id of the desk's last act of which routing has not said what became; null when there is none
 */
public record Standing(
        DeskStatus status,
        @Nullable DeskStatus before,
        @Nullable UUID awaited) {

    /** New on a desk. */
    public static final Standing NEW = new Standing(DeskStatus.DISPATCHED, null, null);

    /** Whether such an event may change where a case stands. */
    public static boolean isTurnedBy(Event event) {
        return switch (event) {
            case ActRefused refused -> isOfTheDesk(refused);
            default ->
                Whereabouts.isLostBy(event)
                        || Lifecycle.turnOf(event.getClass()) != null
                        || Lifecycle.actionToldBy(event.getClass()) != null;
        };
    }

    /** Whether it is the desk whose act has no effect. */
    public static boolean isOfTheDesk(ActRefused refused) {
        return refused.act().it() instanceof ResponseEvent;
    }

    /** @param id that the event has, or that of the proposal whose taking it tells */
    public Standing after(UUID id, Event event) {
        if (Whereabouts.isLostBy(event)) {
            return lost();
        }
        if (event instanceof ActRefused refused) {
            return awaitsAnotherThan(refused.actId()) ? this : instead(refused);
        }
        var action = Lifecycle.actionToldBy(event.getClass());
        if (action == null) {
            return heard(event.getClass());
        }
        return awaitsAnotherThan(id) ? leadingBackTo(action) : turned(action).awaitingNothing();
    }

    /**
     * After something was done at the desk itself.
     *
     * @param id of the event that tells it
     * @param proposed whether routing says what becomes of it; if so it is awaited. If not, but an earlier one is, then
     *     what routing says of that one is of the past all the same
     */
    public Standing told(UUID id, boolean proposed) {
        return proposed || awaited != null ? new Standing(status, before, id) : this;
    }

    private boolean awaitsAnotherThan(UUID act) {
        return awaited != null && !awaited.equals(act);
    }

    /** What was in hand, or is not certain, lies in the queue when the case comes to a desk again. */
    private Standing lost() {
        return awaited != null || Lifecycle.BACK_TO_THE_QUEUE_FROM.contains(status) ? NEW : this;
    }

    private static Standing instead(ActRefused refused) {
        return new Standing(refused.standing(), refused.before(), null);
    }

    /** After the desk did this, or was told that it has its effect. It leaves a detour, or enters one. */
    public Standing turned(Action action) {
        var to = Objects.requireNonNull(Lifecycle.of(action).to());
        if (to != DeskStatus.NEEDS_INFO) {
            return new Standing(to, null, awaited);
        }
        return new Standing(to, status == DeskStatus.NEEDS_INFO ? before : status, awaited);
    }

    /** An earlier act has its effect: that is where a later question leads back to, though the case may have come anew meanwhile. */
    private Standing leadingBackTo(Action earlier) {
        var to = Objects.requireNonNull(Lifecycle.of(earlier).to());
        return status == DeskStatus.NEEDS_INFO && to != DeskStatus.NEEDS_INFO
                ? new Standing(status, to, awaited)
                : this;
    }

    private Standing awaitingNothing() {
        return new Standing(status, before, null);
    }

    private Standing heard(Class<? extends Event> event) {
        var turn = Lifecycle.turnOf(event);
        if (turn == null || !turn.from().contains(status)) {
            return this;
        }
        if (turn.to() == null) {
            return new Standing(before == null ? status : before, null, awaited);
        }
        return new Standing(turn.to(), turn.to() == DeskStatus.MERGED ? status : null, awaited);
    }
}
