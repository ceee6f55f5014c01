package id.tanggap.intake.past.file;

/** The process that read a file came to its end before the file did; the message is for the officer. */
public final class ReaderEnded extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    ReaderEnded(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
