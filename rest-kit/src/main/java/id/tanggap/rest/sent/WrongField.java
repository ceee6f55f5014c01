package id.tanggap.rest.sent;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** Ends the reading of a body in which a field holds no value of its kind. */
public final class WrongField extends MismatchedInputException {
    private final String expected;

    WrongField(JsonParser parser, String expected) {
        super(parser, expected);
        this.expected = expected;
    }

    /** In Indonesian, for the caller. */
    public String expected() {
        return expected;
    }
}
