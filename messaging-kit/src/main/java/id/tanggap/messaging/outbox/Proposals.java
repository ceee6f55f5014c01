package id.tanggap.messaging.outbox;

import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.Event;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How the acts of people are told: as proposals, of which routing says what becomes of them, once every reader knows of that;
 * until then each has its effect at once, as in versions before (ADR 31).
 */
@ApplicationScoped
public class Proposals {
    private final boolean routingDecides;

    public Proposals(@ConfigProperty(name = "tanggap.routing.decides", defaultValue = "false") boolean routingDecides) {
        this.routingDecides = routingDecides;
    }

    /** The event as it is to be told. */
    public Event of(Event event) {
        return routingDecides && event instanceof Act act ? act.asProposal() : event;
    }

    /** Whether what is told waits for routing. */
    public static boolean awaitsRouting(Event told) {
        return told instanceof Act act && act.awaitsRouting();
    }
}
