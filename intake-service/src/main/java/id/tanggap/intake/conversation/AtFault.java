package id.tanggap.intake.conversation;

/** What was brought cannot be heard, for a reason of its own. */
final class AtFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    AtFault(Throwable cause) {
        super(cause);
    }
}
