package id.tanggap.response.desk;

/** Where a case stands on its agency's desk. */
public enum CaseStatus {
    /** Lies in the queue; nobody has taken it. */
    DISPATCHED,
    /** The agency took it in hand. */
    IN_PROGRESS,
    /** A division was asked (disposisi). */
    DISPOSED,
    /** The citizen was asked for more; the clocks stand still. */
    NEEDS_INFO,
    /** The answer was given; the citizen may still object. */
    ANSWERED,
    /** The citizen disputes the answer. */
    OBJECTED,
    /** What the answer promised is done (tuntas). */
    RESOLVED,
    /** At its end (selesai). */
    CLOSED,
    /** The citizen took it back. */
    WITHDRAWN,
    /** Carried on under another complaint. */
    MERGED,
    /** Somebody outside the government is in charge. */
    REFERRED
}
