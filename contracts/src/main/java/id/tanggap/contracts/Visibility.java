package id.tanggap.contracts;

/** How much of a complaint others may see. */
public enum Visibility {
    /** The masked text is open to the offices that handle it and to the recap. */
    PUBLIC,
    /** Anonim: the content is open, the name stays hidden from the agency too. */
    ANONYMOUS,
    /** Rahasia: not even the masked text leaves the vault. */
    SECRET
}
