package id.tanggap.notification.delivery;

/** Where a delivery stands. */
enum DeliveryState {
    /** Waits for its time, or for the recipient to be known. */
    PENDING,
    /** Claimed by a worker until the lease ends; then another may claim it. */
    SENDING,
    SENT,
    FAILED,
    /** The citizen left no address for this way. */
    NO_ADDRESS
}
