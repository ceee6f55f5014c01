package id.tanggap.file.scan;

/** What a scanner says of a file. */
public enum Scanned {
    CLEAN,
    INFECTED,
    /** There is no scanner, or it does not answer: nothing is known of it. */
    NOT_SCANNED
}
