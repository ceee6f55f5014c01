package id.tanggap.doubles.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.doubles.http.Request;
import java.util.Map;

/** What the Cloud API does not do, by the code of the error. */
final class Refusal extends RuntimeException {
    static final int PARAMETER = 100;
    static final int TOKEN = 190;
    static final int ACCOUNT_LIMIT = 130429;
    static final int MISSING = 131008;
    static final int VALUE = 131009;
    static final int UNDELIVERABLE = 131026;
    static final int WINDOW = 131047;
    static final int PAIR_LIMIT = 131056;
    static final int VALUES_OF_TEMPLATE = 132000;
    static final int TEMPLATE = 132001;
    static final int TEXT_OF_TEMPLATE = 132018;

    private static final long serialVersionUID = 1;
    private static final Map<Integer, Integer> STATUS = Map.of(
            TOKEN, 401, 0, 401, 10, 403, 4, 429, 80007, 429, ACCOUNT_LIMIT, 429, 131000, 500, 131016, 503, 2, 503);

    private final int code;

    Refusal(int code, String details) {
        super(details);
        this.code = code;
    }

    int code() {
        return code;
    }

    int status() {
        return code >= 200 && code < 300 ? 403 : STATUS.getOrDefault(code, 400);
    }

    /** As a status says it. */
    ObjectNode reported() {
        var error = Request.JSON
                .createObjectNode()
                .put("code", code)
                .put("title", getMessage())
                .put("message", getMessage());
        error.putObject("error_data").put("details", getMessage());
        return error;
    }

    /** As an answer says it. */
    ObjectNode answer() {
        var body = Request.JSON.createObjectNode();
        body.putObject("error")
                .put("message", "(#" + code + ") " + getMessage())
                .put("type", "OAuthException")
                .put("code", code)
                .put("fbtrace_id", "Double")
                .putObject("error_data")
                .put("messaging_product", "whatsapp")
                .put("details", getMessage());
        return body;
    }
}
