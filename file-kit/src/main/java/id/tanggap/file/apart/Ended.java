package id.tanggap.file.apart;

/** The process came to its end before its work did. */
public final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Why why;

    /** Which bound it met. */
    public enum Why {
        MEMORY,
        TIME,
        /** None that is known: it fell over. */
        FAULT
    }

    Ended(Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
