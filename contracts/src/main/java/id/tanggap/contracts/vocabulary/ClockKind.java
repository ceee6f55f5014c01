package id.tanggap.contracts.vocabulary;

/** The three deadlines of a complaint. */
public enum ClockKind {
    /** The standard time of a SOP row. */
    STEP,
    /** What the government promises its citizens. */
    PROMISE,
    /** What the law allows at most. */
    CEILING
}
