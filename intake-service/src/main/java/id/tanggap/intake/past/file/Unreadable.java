package id.tanggap.intake.past.file;

/** A file that cannot be read as a whole; the message is for the officer, and quotes nothing of the file. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    public Unreadable(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
