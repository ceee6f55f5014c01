package id.tanggap.response.desk;

/** Where a case stands on its agency's desk. */
public enum CaseStatus {
    /** Lies in the queue; nobody has taken it. */
    DISPATCHED,
    /** The agency took it in hand. */
    IN_PROGRESS,
    /** The answer was given. */
    ANSWERED
}
