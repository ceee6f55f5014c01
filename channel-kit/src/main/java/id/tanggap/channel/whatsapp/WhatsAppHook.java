package id.tanggap.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.channel.Hook;
import id.tanggap.channel.Piece;
import id.tanggap.channel.Received;
import id.tanggap.channel.Signature;
import id.tanggap.channel.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The messages webhook of the Cloud API, which brings up to a thousand updates at a time, more than once, in any order. */
public final class WhatsAppHook implements Hook {
    static final String MESSAGE = "message";
    static final String CONTACT = "contact";
    static final String STATUS = "status";
    static final String CHANGE = "change";

    private static final String SIGNATURE = "X-Hub-Signature-256";
    private static final String SIGNED_BY = "sha256=";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public @Nullable String handshake(UnaryOperator<@Nullable String> query, String agreed) {
        var token = query.apply("hub.verify_token");
        return "subscribe".equals(query.apply("hub.mode")) && token != null && same(token, agreed)
                ? query.apply("hub.challenge")
                : null;
    }

    /** Who agreed nothing is known by nothing. */
    private static boolean same(String given, String agreed) {
        return !agreed.isBlank()
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), agreed.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean isGenuine(byte[] body, UnaryOperator<@Nullable String> header, String secret) {
        var given = header.apply(SIGNATURE);
        return !secret.isBlank()
                && given != null
                && given.startsWith(SIGNED_BY)
                && Signature.of(body, secret).isHex(given.substring(SIGNED_BY.length()));
    }

    @Override
    public List<Piece> split(byte[] body) {
        var pieces = new ArrayList<Piece>();
        var update = tree(body);
        if (update != null) {
            update.path("entry").forEach(entry -> entry.path("changes").forEach(change -> split(change, pieces)));
        }
        return pieces.isEmpty() ? List.of(new Piece("body " + digest(body), null, null, null, body)) : pieces;
    }

    private static void split(JsonNode change, List<Piece> pieces) {
        var value = change.path("value");
        var before = pieces.size();
        value.path("messages").forEach(message -> pieces.add(message(value, message)));
        value.path("statuses").forEach(status -> pieces.add(status(value, status)));
        if (pieces.size() == before) {
            var raw = raw(CHANGE, change);
            pieces.add(new Piece("change " + digest(raw), receiver(value), null, null, raw));
        }
    }

    private static Piece message(JsonNode value, JsonNode message) {
        var contact = contact(value, message);
        var whole = JSON.createObjectNode();
        whole.set(MESSAGE, message);
        whole.set(CONTACT, contact);
        var sender = Sender.of(message, contact).key();
        return new Piece(
                id("message", message.path("id"), sender + " " + message),
                receiver(value),
                sender,
                Given.time(message),
                bytes(whole));
    }

    private static Piece status(JsonNode value, JsonNode status) {
        var what = Given.identifier(status.path("status"));
        return new Piece(
                id("status " + what, status.path("id"), status.toString()),
                receiver(value),
                null,
                Given.time(status),
                raw(STATUS, status));
    }

    private static JsonNode contact(JsonNode value, JsonNode message) {
        var contacts = value.path("contacts");
        return elements(contacts)
                .filter(Sender.of(message)::isIn)
                .findFirst()
                .orElseGet(() -> isOfOne(value) ? contacts.elements().next() : JSON.createObjectNode());
    }

    /** Then the only contact is whoever wrote, though the messages may not say who that is, or call him otherwise. */
    private static boolean isOfOne(JsonNode value) {
        return value.path("contacts").size() == 1
                && elements(value.path("messages")).map(Sender::of).distinct().count() == 1;
    }

    private static Stream<JsonNode> elements(JsonNode of) {
        return StreamSupport.stream(of.spliterator(), false);
    }

    private static String id(String kind, JsonNode given, String content) {
        var id = Given.identifier(given);
        return id == null ? kind + " without id " + digest(content.getBytes(StandardCharsets.UTF_8)) : kind + " " + id;
    }

    private static @Nullable String receiver(JsonNode value) {
        return Given.identifier(value.path("metadata").path("phone_number_id"));
    }

    private static byte[] raw(String kind, JsonNode content) {
        return bytes(JSON.createObjectNode().set(kind, content));
    }

    @Override
    public Received read(byte[] raw) {
        var piece = tree(raw);
        if (piece == null || !piece.isObject()) {
            throw new Unreadable("no JSON object");
        }
        if (piece.has(MESSAGE)) {
            return WhatsAppReading.message(piece.path(MESSAGE), piece.path(CONTACT));
        }
        if (piece.has(STATUS)) {
            return WhatsAppReading.report(piece.path(STATUS));
        }
        if (piece.has(CHANGE)) {
            return new Received.Aside(piece.path(CHANGE).path("field").asText("change"));
        }
        throw new Unreadable("neither message nor status");
    }

    private static @Nullable JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException noJson) {
            return null;
        }
    }

    private static byte[] bytes(JsonNode tree) {
        return tree.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJvmKnowsIt) {
            throw new IllegalStateException(everyJvmKnowsIt);
        }
    }
}
