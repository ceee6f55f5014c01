package id.tanggap.doubles.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.doubles.http.Request;
import id.tanggap.doubles.whatsapp.DoubleConfig.Account;
import id.tanggap.doubles.whatsapp.Ledger.Refused;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The interface that offices send by and fetch files from. */
final class CloudApi {
    private static final String FILES = "files";
    private static final long HANGING_MILLIS = 100;
    private static final int MESSAGES_A_SECOND = 80;

    private final DoubleConfig config;
    private final Network network;
    private final Trouble trouble;
    private final Ledger ledger;
    private Instant second = Instant.EPOCH;
    private int inSecond;

    CloudApi(DoubleConfig config, Network network, Trouble trouble, Ledger ledger) {
        this.config = config;
        this.network = network;
        this.trouble = trouble;
        this.ledger = ledger;
    }

    void serve(Request request) throws IOException {
        if (isOut(request)) {
            return;
        }
        try {
            route(request);
        } catch (Refusal refusal) {
            ledger.add(
                    new Refused(network.now(), request.path(), refusal.code(), String.valueOf(refusal.getMessage())));
            request.answer(refusal.status(), refusal.answer());
        }
    }

    private boolean isOut(Request request) throws IOException {
        switch (trouble.outage()) {
            case UNAVAILABLE -> request.answer(503, "text/html", "<html>Service unavailable</html>");
            case HANGING -> hang();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The connection stays until the outage is over, and then brings nothing. */
    private void hang() {
        try {
            while (trouble.outage() == Trouble.Outage.HANGING) {
                TimeUnit.MILLISECONDS.sleep(HANGING_MILLIS);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void route(Request request) throws IOException {
        var parts = request.parts();
        if (request.method().equals("POST") && parts.size() == 3 && parts.get(2).equals("messages")) {
            message(request, config.account(parts.get(1)));
        } else if (request.method().equals("GET")
                && parts.size() == 2
                && parts.getFirst().equals(FILES)) {
            content(request, parts.get(1));
        } else if (request.method().equals("GET") && parts.size() == 2) {
            about(request, parts.get(1));
        } else {
            throw new Refusal(Refusal.PARAMETER, "Unsupported request");
        }
    }

    private void message(Request request, Account from) throws IOException {
        authorize(request, from);
        var body = request.json();
        if (!(body instanceof ObjectNode message)) {
            throw new Refusal(Refusal.PARAMETER, "The body is no JSON object");
        }
        if (message.path("status").asText().equals("read")) {
            network.readByOffice(from, message.path("message_id").asText(), message.has("typing_indicator"));
            request.answer(200, Request.JSON.createObjectNode().put("success", true));
        } else {
            take(request, from, message);
        }
    }

    private void take(Request request, Account from, ObjectNode message) throws IOException {
        limit();
        var code = trouble.nextCode();
        if (code != 0) {
            throw new Refusal(code, "As asked for");
        }
        Checks.check(message, from);
        var id = network.take(from, message);
        if (!trouble.losesAnswer()) {
            request.answer(200, taken(message, id));
        }
    }

    private static JsonNode taken(JsonNode message, String id) {
        var address = message.path("to").asText(message.path("recipient").asText());
        var answer = Request.JSON.createObjectNode().put("messaging_product", "whatsapp");
        answer.putArray("contacts").addObject().put("input", address).put("wa_id", address.replace("+", ""));
        answer.putArray("messages").addObject().put("id", id);
        return answer;
    }

    private synchronized void limit() {
        var now = network.now();
        if (Duration.between(second, now).abs().compareTo(Duration.ofSeconds(1)) >= 0) {
            second = now;
            inSecond = 0;
        }
        if (++inSecond > MESSAGES_A_SECOND) {
            throw new Refusal(Refusal.ACCOUNT_LIMIT, "Rate limit hit");
        }
    }

    /** @param from the account whose token has to be given; null for that of any */
    private void authorize(Request request, @Nullable Account from) {
        var given = request.header("Authorization");
        var good = config.accounts().stream()
                .filter(account -> from == null || account.equals(from))
                .anyMatch(account -> ("Bearer " + account.token()).equals(given));
        if (!good || trouble.isExpired()) {
            throw new Refusal(Refusal.TOKEN, "Error validating access token: the session has expired");
        }
    }

    private void about(Request request, String id) throws IOException {
        authorize(request, null);
        if (trouble.losesFile()) {
            request.answer(503, "text/html", "<html>Service unavailable</html>");
            return;
        }
        var file = network.files().get(id);
        if (file == null) {
            throw new Refusal(Refusal.PARAMETER, "Object with ID '" + id + "' does not exist");
        }
        request.answer(200, about(file, String.valueOf(request.header("Host"))));
    }

    private JsonNode about(Files.Kept file, String host) {
        var until = network.now().plus(Files.ADDRESS_HOLDS).getEpochSecond();
        return Request.JSON
                .createObjectNode()
                .put("messaging_product", "whatsapp")
                .put("url", "http://%s/%s/%s?ext=%d".formatted(host, FILES, file.id(), until))
                .put("mime_type", file.type())
                .put("sha256", file.digest())
                .put("file_size", file.content().length)
                .put("id", file.id());
    }

    private void content(Request request, String id) throws IOException {
        authorize(request, null);
        var file = network.files().get(id);
        if (file == null || !Files.holds(request.query("ext"), network.now())) {
            request.answer(404, "text/plain", "URL expired");
        } else {
            request.answer(200, file.type(), file.content());
        }
    }
}
