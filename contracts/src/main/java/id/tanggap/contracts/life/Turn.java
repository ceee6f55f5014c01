package id.tanggap.contracts.life;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.vocabulary.PublicState;
import id.tanggap.contracts.vocabulary.Words;
import java.util.Set;

/**
 * What an event means to the outside: one row of {@link Life}.
 *
 * @param from where it may happen; empty for the one with which a complaint begins. Anywhere else it has no effect
 * @param leads where the complaint stands afterwards
 * @param words what happened, as the citizen reads it
 */
public record Turn(Class<? extends Event> event, Set<PublicState> from, Leads leads, Words words) {

    /** Where a turn leads. */
    public sealed interface Leads {

        record To(PublicState state) implements Leads {}

        /** Where the detour was entered from. */
        record Back() implements Leads {}

        /** It is told, and the state stays. */
        record Nowhere() implements Leads {}
    }

    public Turn {
        from = Set.copyOf(from);
    }
}
