package id.tanggap.notification.sender;

import id.tanggap.channel.Outcome;
import id.tanggap.contracts.vocabulary.ContactWay;
import io.smallrye.mutiny.Uni;

/**
 * Speaks one way to citizens. A bean that implements this is all that a new way needs; where it stands among the others says
 * the {@link id.tanggap.notification.ladder.Ladder}.
 */
public interface Sender {
    ContactWay way();

    /** Whether this installation has what it takes to send; one that has not is as if there were no such way. */
    default boolean isInstalled() {
        return true;
    }

    /**
     * Whether a message may be handed over again when nobody knows what came of the last attempt: only if the citizen sees
     * it once all the same, because the provider or the citizen's program knows it by {@link Message#id}.
     */
    boolean mayRepeat();

    /**
     * One attempt. A fault that the sender knows is an {@link Outcome}; what it fails with, or does not say within the
     * {@linkplain Courier#PATIENCE patience}, leaves the end of the attempt unknown.
     *
     * @param to of this sender's way
     */
    Uni<Outcome> send(Message message, Handle to);
}
