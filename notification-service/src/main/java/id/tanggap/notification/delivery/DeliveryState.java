package id.tanggap.notification.delivery;

import java.util.EnumSet;
import java.util.Set;

/** Where a delivery stands, and which state it may have come from when it is settled. */
public enum DeliveryState {
    /** Waits for its time, or for the recipient to be known. */
    PENDING,
    /** Claimed by a worker until the lease ends; then another may claim it. */
    SENDING,
    /** May be out or not, and is not repeated: the provider's report settles it. */
    UNKNOWN,
    /** The provider took it. */
    SENT,
    /** It is with the citizen, says the provider. */
    DELIVERED,
    /** The citizen opened it, says the provider. */
    READ,
    /** On this way it is over. */
    FAILED,
    /** The citizen is not reached on this way. */
    NO_ADDRESS;

    /** The message has left the house. */
    boolean isOut() {
        return this == SENT || this == DELIVERED || this == READ;
    }

    /** It is with the citizen. */
    boolean isThere() {
        return this == DELIVERED || this == READ;
    }

    /** Those that give way when the provider says so later: also what it took may fail after all, unless it got there. */
    Set<DeliveryState> followsWhenReported() {
        var before = EnumSet.copyOf(follows());
        if (this == FAILED || this == PENDING) {
            before.add(SENT);
        }
        return before;
    }

    /**
     * Those that give way to this one. What is out is out and only gets further: SENT said late after READ changes nothing.
     */
    Set<DeliveryState> follows() {
        return switch (this) {
            case UNKNOWN, NO_ADDRESS -> EnumSet.of(SENDING);
            case PENDING, FAILED -> EnumSet.of(SENDING, UNKNOWN);
            case SENDING -> EnumSet.of(PENDING, SENDING);
            case SENT, DELIVERED, READ -> EnumSet.range(PENDING, values()[ordinal() - 1]);
        };
    }
}
