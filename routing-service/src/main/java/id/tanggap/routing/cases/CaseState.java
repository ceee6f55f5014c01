package id.tanggap.routing.cases;

/** Where a case stands. {@link Lifecycle} says how it gets from one to the next. */
enum CaseState {
    /** The citizen has a receipt; nobody has looked. */
    RECEIVED,
    /** The citizen is asked for more; pausable clocks stand still. */
    NEEDS_INFO,
    /** Complete; its destination is not decided. */
    VERIFIED,
    /** Before the coordination group. */
    FORWARDED,
    /** With an agency that has not taken it in hand. */
    DISPATCHED,
    /** Taken from an agency, and not yet with the next. */
    REDELEGATED,
    /** With a division of the agency. */
    DISPOSED,
    /** The agency works on it. */
    IN_PROGRESS,
    /** Answered; the citizen may object. */
    ANSWERED,
    /** The promised follow-up is done (tuntas). */
    RESOLVED,
    /** The citizen disputes the answer. */
    OBJECTED,
    /** Final (selesai). */
    CLOSED,
    /** Not taken on. */
    REJECTED,
    /** Referred outside. */
    OUT_OF_JURISDICTION,
    /** Taken back by the citizen. */
    WITHDRAWN,
    /** Carried on in another case. */
    MERGED;

    /** Whether nothing is left to wait for. */
    boolean isEnded() {
        return switch (this) {
            case CLOSED, REJECTED, OUT_OF_JURISDICTION, WITHDRAWN, MERGED -> true;
            default -> false;
        };
    }
}
