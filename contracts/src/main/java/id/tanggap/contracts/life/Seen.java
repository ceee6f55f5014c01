package id.tanggap.contracts.life;

import id.tanggap.contracts.life.Turn.Leads;
import id.tanggap.contracts.vocabulary.PublicState;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as the outside sees it after all that was told. Immutable.
 *
 * @param state null before it was received
 * @param before where a detour was entered from; null on none
 */
public record Seen(@Nullable PublicState state, @Nullable PublicState before) {

    public static final Seen NOTHING = new Seen(null, null);

    /** After the event, which has no effect where it cannot happen. */
    public Seen after(Turn turn) {
        return allows(turn) ? turned(turn) : this;
    }

    /** Whether it can happen here. On a detour what does not lead back must be possible where it was entered from, too. */
    public boolean allows(Turn turn) {
        if (state == null) {
            return turn.from().isEmpty();
        }
        return turn.from().contains(state)
                && (before == null
                        || turn.leads() instanceof Leads.Back
                        || turn.from().contains(before));
    }

    /** After the event, for who knows that it did happen though what made it possible may not be known here yet. */
    public Seen turned(Turn turn) {
        return switch (turn.leads()) {
            case Leads.To(var to) -> to.isDetour() ? detour(to) : new Seen(to, null);
            case Leads.Back() -> before == null ? this : new Seen(before, null);
            case Leads.Nowhere() -> this;
        };
    }

    private Seen detour(PublicState to) {
        return new Seen(to, before == null && state != to ? state : before);
    }
}
