package id.tanggap.channel;

import static id.tanggap.channel.Fault.Then.AGAIN;
import static id.tanggap.channel.Fault.Then.DOWN;
import static id.tanggap.channel.Fault.Then.HOLD;

/** What can be wrong with an attempt, whatever the provider calls it. */
public enum Fault {
    /** The provider or the line to it is out of order; so it is taken to be when nothing else is known. */
    TRANSIENT(AGAIN),
    /** We ask too often. */
    THROTTLED(AGAIN),
    /** The citizen wrote too long ago to be answered freely on this way. */
    WINDOW_CLOSED(DOWN),
    /** The address does not exist, or its owner wants nothing of us. */
    RECIPIENT(DOWN),
    /** The provider does not take this text. Another way may, and for this one it would have to be another text. */
    CONTENT(DOWN),
    /** Our account, its password or its rights. */
    CONFIG(HOLD),
    /** The provider doubts our account for what it sent. */
    QUALITY(HOLD);

    /** What follows. */
    public enum Then {
        /** It is tried again on this way until the time for it is over. */
        AGAIN,
        /** On this way it is over; the citizen's next way is tried. */
        DOWN,
        /**
         * Nothing but an operator helps, who is told. Nobody tells us when that is done, so it is tried again like what
         * passes.
         */
        HOLD
    }

    private final Then then;

    Fault(Then then) {
        this.then = then;
    }

    public Then then() {
        return then;
    }
}
