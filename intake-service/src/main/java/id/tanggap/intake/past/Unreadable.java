package id.tanggap.intake.past;

/** A file that cannot be read as a whole; the message is for the officer, and quotes nothing of the file. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    Unreadable(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
