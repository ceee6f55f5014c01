package id.tanggap.notification.sender;

import id.tanggap.channel.Outcome;
import java.time.Instant;

/** What came of an attempt: the word of a sender, or what stood before one could be asked. */
public sealed interface Attempt {
    /** A sender had the message. */
    record Made(Outcome outcome) implements Attempt {}

    /** The vault knows the complaint but nothing by which its citizen is reached on this way. */
    record NoHandle() implements Attempt {}

    /** The vault no longer holds the citizen's data. */
    record Erased() implements Attempt {}

    /** The citizen was sent as much as an hour bears. */
    record Held(Instant until) implements Attempt {}

    /** Something before the sender did not work that may work later. */
    record Hindered(String cause) implements Attempt {}
}
