package id.tanggap.doubles.http;

/** Whoever asks made a mistake; the message says which. */
public final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadRequest(String mistake) {
        super(mistake);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
