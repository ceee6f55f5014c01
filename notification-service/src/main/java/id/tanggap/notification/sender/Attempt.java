package id.tanggap.notification.sender;

import id.tanggap.channel.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of an attempt: the word of a sender, or what stood before one could be asked. */
public sealed interface Attempt {
    /** A sender had the message. */
    record Made(Outcome outcome) implements Attempt {}

    /** The vault knows the complaint but nothing by which its citizen is reached on this way. */
    record NoHandle() implements Attempt {}

    /** The vault no longer holds the citizen's data. */
    record Erased() implements Attempt {}

    /** It is not its turn: the citizen was sent as much as an hour bears, or is being sent something. Costs it no time. */
    record Held(Instant until, String cause) implements Attempt {}

    /**
     * Something before the sender did not work that may work later.
     *
     * @param notBefore which is no sooner than this; null when nobody knows
     */
    record Hindered(String cause, @Nullable Instant notBefore) implements Attempt {
        public Hindered(String cause) {
            this(cause, null);
        }
    }
}
