package id.tanggap.notification.sender;

/** What came of one attempt. */
public sealed interface Outcome {
    /** The mail server took the message over. */
    record Sent() implements Outcome {}

    /** The vault knows the complaint but no address for this way. */
    record NoAddress() implements Outcome {}

    /** The vault no longer holds the citizen's data. */
    record Erased() implements Outcome {}

    /** The recipient is refused for good. */
    record Refused(String cause) implements Outcome {}

    /** Something did not work that may work later. */
    record Postponed(String cause) implements Outcome {}
}
