package id.tanggap.rest.sent;

/** A text that is no value of its kind; says what is expected instead, in Indonesian, and nothing of the text. */
final class Unfit extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String expected;

    Unfit(String expected) {
        super(expected);
        this.expected = expected;
    }

    String expected() {
        return expected;
    }
}
