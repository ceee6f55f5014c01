package id.tanggap.doubles.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.doubles.http.Request;
import id.tanggap.doubles.whatsapp.DoubleConfig.Account;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what is posted to the hook. */
final class Updates {
    /** As Meta does: a hook that computes a signature over anything but the bytes finds out. */
    private static final JsonMapper ESCAPING =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /**
     * One thing to tell.
     *
     * @param id of the message, or status and id
     * @param kind of the list it stands in, {@code messages} or {@code statuses}
     * @param contact of who wrote; null for a status
     */
    record Update(
            String id,
            String kind,
            JsonNode content,
            @Nullable JsonNode contact) {}

    static Update message(Citizen from, String id, Instant at, JsonNode typed) {
        var message = Request.JSON.createObjectNode();
        if (!from.isHidden()) {
            message.put("from", from.number());
        }
        message.put("from_user_id", from.id()).put("id", id).put("timestamp", seconds(at));
        message.setAll((ObjectNode) typed);
        return new Update(id, "messages", message, contact(from));
    }

    private static JsonNode contact(Citizen citizen) {
        var contact = Request.JSON.createObjectNode();
        contact.putObject("profile").put("name", citizen.name());
        if (!citizen.isHidden()) {
            contact.put("wa_id", citizen.number());
        }
        return contact.put("user_id", citizen.id());
    }

    static Update status(Sending sending, String status, Instant at) {
        return new Update(status + " " + sending.id(), "statuses", content(sending, status, at), null);
    }

    static Update failed(Sending sending, Refusal why, Instant at) {
        var content = content(sending, "failed", at);
        content.set("errors", Request.JSON.createArrayNode().add(why.reported()));
        return new Update("failed " + sending.id(), "statuses", content, null);
    }

    /**
     * A message of an office on its way.
     *
     * @param reference what the office gave along; empty for none
     * @param address as the office wrote it
     */
    record Sending(String id, String reference, String address) {}

    private static ObjectNode content(Sending sending, String status, Instant at) {
        var content = Request.JSON
                .createObjectNode()
                .put("id", sending.id())
                .put("status", status)
                .put("timestamp", seconds(at))
                .put("recipient_id", sending.address());
        if (!sending.reference().isEmpty()) {
            content.put("biz_opaque_callback_data", sending.reference());
        }
        return content;
    }

    private static String seconds(Instant at) {
        return Long.toString(at.getEpochSecond());
    }

    /** All of them in one body: messages in one change, statuses in another of an entry of their own. */
    static byte[] body(Account to, List<Update> updates) {
        var body = Request.JSON.createObjectNode().put("object", "whatsapp_business_account");
        var entries = body.putArray("entry");
        for (var kind : List.of("messages", "statuses")) {
            var ofKind = updates.stream()
                    .filter(update -> update.kind().equals(kind))
                    .toList();
            if (!ofKind.isEmpty()) {
                entries.add(entry(to, kind, ofKind));
            }
        }
        return bytes(body);
    }

    private static JsonNode entry(Account to, String kind, List<Update> updates) {
        var entry = Request.JSON.createObjectNode().put("id", "WABA-" + to.number());
        var change = entry.putArray("changes").addObject().put("field", "messages");
        var value = change.putObject("value").put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", "62" + to.number())
                .put("phone_number_id", to.number());
        var contacts = updates.stream()
                .map(Update::contact)
                .filter(contact -> contact != null)
                .distinct()
                .toList();
        if (!contacts.isEmpty()) {
            value.putArray("contacts").addAll(contacts);
        }
        value.putArray(kind).addAll(updates.stream().map(Update::content).toList());
        return entry;
    }

    private static byte[] bytes(JsonNode body) {
        try {
            return ESCAPING.writeValueAsString(body).replace("/", "\\/").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException treesAreAlwaysWritten) {
            throw new IllegalStateException(treesAreAlwaysWritten);
        }
    }

    private Updates() {}
}
