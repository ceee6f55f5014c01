package id.tanggap.reporting.rollup;

/** By what the sums of a month are cut; the names stand in the database. */
public enum Cut {
    /** The whole month. */
    ALL,
    /** The agency that has, or answered, the complaint; empty before the first dispatch. */
    AGENCY,
    /** The citizen's choice; empty when there was none. */
    CATEGORY,
    TYPE,
    CHANNEL,
    /** Kemendagri code of district or village; empty when it is not known. */
    AREA,
    /** The day of the receipt by the government's own clock. */
    DAY,
    /** What is open, {@code OWED_BY>AGENCY>DAY}. */
    OPEN_SINCE,
    /** A deadline: a SOP row, the promise, or what the law allows. */
    RULE,
    /** A redelegation, {@code FROM>TO>REASON}. */
    MOVE,
    /** Answered after so many seconds, as a power of 1.05, rounded up. */
    ANSWERED_AFTER,
    /** A score of the satisfaction survey, {@code U1>4}; received are the complaints that gave it. */
    SATISFACTION
}
