package id.tanggap.rest.sent;

/** A text that is no value of its kind; says what is expected instead, in Indonesian, and nothing of the text. */
final class Unfit extends IllegalArgumentException {
    Unfit(String expected) {
        super(expected, null);
    }

    String expected() {
        return getMessage();
    }
}
