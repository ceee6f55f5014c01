package id.tanggap.doubles.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.doubles.http.BadRequest;
import id.tanggap.doubles.http.Request;
import java.time.Instant;

/**
 * What stands in a chat on a citizen's phone.
 *
 * @param mine whether the citizen sent it
 * @param content as the protocol says it: {@code type}, and under that name what it holds
 */
public record Bubble(String id, boolean mine, Instant at, JsonNode content, State state) {
    /** How far it came. */
    public enum State {
        /** The office did not take it yet. */
        WAITING,
        SENT,
        DELIVERED,
        READ
    }

    public String type() {
        return content.path("type").asText();
    }

    /** The words of it; empty when it has none. */
    public String text() {
        var typed = content.path(type());
        return typed.path("body").isTextual()
                ? typed.path("body").asText()
                : typed.path("body").path("text").asText(typed.path("caption").asText());
    }

    /** The citizen's answer by pressing one of its choices. */
    ObjectNode reply(String choice) {
        var action = content.path("interactive").path("action");
        var reply = Request.JSON.createObjectNode().put("type", "interactive");
        for (var button : action.path("buttons")) {
            if (button.path("reply").path("id").asText().equals(choice)) {
                return reply.set("interactive", pressed("button_reply", button.path("reply")));
            }
        }
        for (var row : action.findValues("rows").stream()
                .flatMap(JsonNode::valueStream)
                .toList()) {
            if (row.path("id").asText().equals(choice)) {
                return reply.set("interactive", pressed("list_reply", row));
            }
        }
        throw new BadRequest("no such choice");
    }

    private static JsonNode pressed(String type, JsonNode choice) {
        var pressed = Request.JSON.createObjectNode().put("type", type);
        pressed.set(type, choice);
        return pressed;
    }

    Bubble in(State other) {
        return new Bubble(id, mine, at, content, other.compareTo(state) > 0 ? other : state);
    }
}
