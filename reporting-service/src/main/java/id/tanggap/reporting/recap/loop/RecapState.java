package id.tanggap.reporting.recap.loop;

/** How far the recap of a month has come. */
public enum RecapState {
    /** The month is not over. */
    RUNNING,
    /** To be compiled: the month is over, or the head returned the recap (Karanganyar row 5). */
    DUE,
    /** To be evaluated (Karanganyar row 6). */
    COMPILED,
    /** The head has no remark; the disposition is to be written. */
    EVALUATED,
    /** To be archived (Karanganyar row 7). */
    DISPOSED,
    ARCHIVED
}
