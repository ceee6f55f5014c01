package id.tanggap.rest.sent;

import id.tanggap.rest.Problem;
import jakarta.ws.rs.WebApplicationException;

/** Ends a request in which a parameter holds no value of its kind; its response names the parameter. */
public final class WrongParameter extends WebApplicationException {
    WrongParameter(String name, String expected) {
        super(Problem.invalid(name, expected));
    }
}
