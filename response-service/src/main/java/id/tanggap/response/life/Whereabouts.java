package id.tanggap.response.life;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.MoveCalledOff;
import id.tanggap.contracts.event.RoutingEvent.Redelegated;
import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import org.jspecify.annotations.Nullable;

/** On which agency's desk a case lies. */
public final class Whereabouts {

    /** Whether an agency loses the case by it, and whatever was begun there. */
    public static boolean isLostBy(Event event) {
        return event instanceof ReturnedAsMisrouted || event instanceof Redelegated || event instanceof MoveCalledOff;
    }

    /**
     * @param agency that had it; null when it lay on no desk
     * @return the agency that has it after the event; null when it lies on no desk then
     */
    public static @Nullable String after(@Nullable String agency, Event event) {
        return switch (event) {
            case Dispatched it -> it.agency();
            case MoveCalledOff it -> it.agency();
            default -> isLostBy(event) ? null : agency;
        };
    }

    private Whereabouts() {}
}
