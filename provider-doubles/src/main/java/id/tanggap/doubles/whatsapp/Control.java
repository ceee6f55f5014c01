package id.tanggap.doubles.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.doubles.http.BadRequest;
import id.tanggap.doubles.http.Live;
import id.tanggap.doubles.http.Request;
import id.tanggap.doubles.whatsapp.Network.Sent;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;

/** The phone's page, and by what it and tests let citizens act and things go wrong: {@code /double/…}. */
final class Control {
    private static final Map<String, String> PAGE = Map.of(
            "", "text/html; charset=utf-8",
            "phone.css", "text/css; charset=utf-8",
            "phone.js", "text/javascript; charset=utf-8",
            "phone.svg", "image/svg+xml");
    private static final Pattern NUMBER = Pattern.compile("\\d{8,15}");
    private static final Pattern OURS = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
    private static final String CSP =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; connect-src 'self'";

    private final Network network;
    private final Trouble trouble;
    private final Ledger ledger;
    private final Live live;

    Control(Network network, Trouble trouble, Ledger ledger, Live live) {
        this.network = network;
        this.trouble = trouble;
        this.ledger = ledger;
        this.live = live;
    }

    void serve(Request request) throws IOException {
        var parts = request.parts();
        if (!OURS.matcher(String.valueOf(request.header("Host"))).matches()) {
            throw new BadRequest("asked by another name");
        }
        if (parts.getFirst().equals("double") && parts.size() > 1) {
            control(request, parts.get(1));
        } else {
            page(request, request.path().substring(1));
        }
    }

    private static void page(Request request, String name) throws IOException {
        var type = PAGE.get(name);
        try (var file = type == null ? null : Control.class.getResourceAsStream(name.isEmpty() ? "phone.html" : name)) {
            request.exchange().getResponseHeaders().set("Content-Security-Policy", CSP);
            if (type == null || file == null) {
                request.answer(404, "text/plain", "");
            } else {
                request.answer(200, type, file.readAllBytes());
            }
        }
    }

    private void control(Request request, String what) throws IOException {
        switch (what) {
            case "accounts" -> accounts(request);
            case "citizens" -> citizens(request);
            case "trouble" -> trouble(request);
            case "ledger" -> ledger(request);
            case "live" -> live.serve(request);
            case "files" -> file(request);
            default -> request.answer(404, "text/plain", "");
        }
    }

    /** {@code /double/accounts[/{number}]}: with the number, whether its hook shakes hands. */
    private void accounts(Request request) throws IOException {
        var parts = request.parts();
        request.answer(
                200,
                parts.size() < 3
                        ? accounts()
                        : Request.JSON.createObjectNode().put("handshake", network.shakesHands(parts.get(2))));
    }

    private JsonNode accounts() {
        var accounts = Request.JSON.createArrayNode();
        network.accounts()
                .forEach(account -> accounts.addObject().put("id", account.id()).put("number", account.number()));
        return accounts;
    }

    /** {@code /double/citizens[/{id}/{act}]}. */
    private void citizens(Request request) throws IOException {
        var parts = request.parts();
        if (parts.size() > 3) {
            act(request, known(parts.get(2)), parts.get(3));
        } else if (request.method().equals("POST")) {
            request.answer(201, told(made(object(request))));
        } else {
            var all = Request.JSON.createArrayNode();
            network.citizens().forEach(citizen -> all.add(told(citizen)));
            request.answer(200, all);
        }
    }

    private Citizen known(String id) {
        var citizen = network.at(id);
        if (citizen == null) {
            throw new BadRequest("no such citizen");
        }
        return citizen;
    }

    private Citizen made(JsonNode asked) {
        var number = asked.path("number").asText().replaceAll("[ +-]", "").replaceFirst("^0", "62");
        if (!NUMBER.matcher(number).matches() || asked.path("name").asText().isBlank()) {
            throw new BadRequest("name and number");
        }
        return network.citizen(
                asked.path("name").asText().strip(),
                number,
                asked.path("hidden").asBoolean());
    }

    private static ObjectNode told(Citizen citizen) {
        return Request.JSON
                .createObjectNode()
                .put("id", citizen.id())
                .put("name", citizen.name())
                .put("number", citizen.number())
                .put("hidden", citizen.isHidden())
                .put("off", citizen.isOff())
                .put("deleted", citizen.isDeleted());
    }

    private void act(Request request, Citizen citizen, String act) throws IOException {
        if (act.equals("chat")) {
            request.answer(200, chat(citizen, request.query("account")));
        } else if (act.equals("file")) {
            request.answer(200, Request.JSON.createObjectNode().put("id", file(request, citizen)));
        } else {
            request.answer(200, Request.JSON.createObjectNode().put("id", act(citizen, act, object(request))));
        }
    }

    private JsonNode chat(Citizen citizen, String account) {
        var told = told(citizen).put("typing", citizen.with(account).isTyping(network.now()));
        var bubbles = told.putArray("bubbles");
        citizen.chat(account)
                .forEach(bubble -> bubbles.addObject()
                        .put("id", bubble.id())
                        .put("mine", bubble.mine())
                        .put("at", bubble.at().toString())
                        .put("state", bubble.state().name())
                        .set("content", bubble.content()));
        return told;
    }

    /** The id of what was sent; empty when nothing was. */
    private String act(Citizen citizen, String act, ObjectNode asked) {
        var account = asked.path("account").asText();
        return switch (act) {
            case "write" -> network.writes(citizen, account, asked.path("text").asText());
            case "press" ->
                network.presses(
                        citizen,
                        account,
                        asked.path("message").asText(),
                        asked.path("choice").asText());
            case "place" ->
                network.sendsPlace(
                        citizen,
                        account,
                        asked.path("lat").asDouble(),
                        asked.path("lon").asDouble());
            case "send" -> network.sends(citizen, account, asked.withObjectProperty("content"));
            default -> changed(citizen, account, act, asked.path("on").asBoolean());
        };
    }

    private String changed(Citizen citizen, String account, String act, boolean on) {
        switch (act) {
            case "read" -> network.reads(citizen, account);
            case "open" -> network.opens(citizen, account, on);
            case "off" -> network.off(citizen, on);
            case "delete" -> citizen.delete(on);
            default -> throw new BadRequest("no such act");
        }
        return "";
    }

    private String file(Request request, Citizen citizen) throws IOException {
        var type = String.valueOf(request.header("Content-Type"));
        // Whatever a page elsewhere may send without being asked for leave.
        if (!type.matches("(image|audio|video|application)/[a-z0-9.+-]+(;.*)?")) {
            throw new BadRequest("type of the file");
        }
        var kind = type.startsWith("application/") ? "document" : type.substring(0, type.indexOf('/'));
        return network.sends(
                citizen,
                request.query("account"),
                new Sent(kind, type, request.bytes(), request.query("caption"), request.query("name")));
    }

    private void file(Request request) throws IOException {
        var file = network.files().get(request.parts().getLast());
        if (file == null) {
            request.answer(404, "text/plain", "");
        } else {
            request.answer(200, file.type(), file.content());
        }
    }

    /** {@code PUT} changes what it names, {@code DELETE} ends all of it. */
    private void trouble(Request request) throws IOException {
        switch (request.method()) {
            case "PUT" -> trouble.set(object(request));
            case "DELETE" -> trouble.none();
            default -> throw new BadRequest("PUT or DELETE");
        }
        request.answer(204, "text/plain", "");
    }

    private void ledger(Request request) throws IOException {
        if (request.method().equals("DELETE")) {
            ledger.clear();
        }
        var told = Request.JSON.createObjectNode();
        var taken = told.putArray("taken");
        ledger.taken()
                .forEach(one -> taken.addObject()
                        .put("at", one.at().toString())
                        .put("id", one.id())
                        .put("reference", one.reference())
                        .put("account", one.account())
                        .put("citizen", one.citizen())
                        .put("type", one.type())
                        .put("text", one.text()));
        var refused = told.putArray("refused");
        ledger.refused()
                .forEach(one -> refused.addObject().put("code", one.code()).put("details", one.details()));
        told.put("posted", ledger.posted().size());
        texts(told.putArray("doubled"), ledger.doubled());
        texts(told.putArray("unheard"), ledger.unheard());
        request.answer(200, told);
    }

    private static void texts(ArrayNode into, Iterable<String> texts) {
        texts.forEach(into::add);
    }

    private static ObjectNode object(Request request) throws IOException {
        if (!String.valueOf(request.header("Content-Type")).startsWith("application/json")
                || !(request.json() instanceof ObjectNode object)) {
            throw new BadRequest("a JSON object");
        }
        return object;
    }
}
