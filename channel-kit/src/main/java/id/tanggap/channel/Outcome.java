package id.tanggap.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a sender says of a message: at the end of an attempt, or later, when its provider reports. */
public sealed interface Outcome {
    /** The provider took the message over. */
    record Sent() implements Outcome {}

    /** The provider says that it is with the citizen. */
    record Delivered() implements Outcome {}

    /** The provider says that the citizen opened it. */
    record Read() implements Outcome {}

    /**
     * It did not go out.
     *
     * @param cause a code or the name of a class, never a message: those quote addresses
     * @param notBefore when the provider is to be asked again at the earliest; null when it does not say
     */
    record Failed(Fault fault, String cause, @Nullable Instant notBefore) implements Outcome {
        public Failed(Fault fault, String cause) {
            this(fault, cause, null);
        }
    }

    /** It may have gone out, or not. */
    record Unknown(String cause) implements Outcome {}
}
