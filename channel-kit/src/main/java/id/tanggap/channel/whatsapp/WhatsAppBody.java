package id.tanggap.channel.whatsapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.channel.Outgoing;
import id.tanggap.channel.Outgoing.Choice;
import java.util.List;
import java.util.UUID;

/** Writes what is sent, as {@code POST /{phone-number-id}/messages} takes it. */
final class WhatsAppBody {
    /** More have to be a list. */
    private static final int MOST_BUTTONS = 3;

    private static final String LIST_BUTTON = "Pilih";
    private static final ObjectMapper JSON = new ObjectMapper();

    static String of(String address, Outgoing what, UUID reference) {
        var body = JSON.createObjectNode()
                .put("messaging_product", "whatsapp")
                .put("recipient_type", "individual")
                .put(isNumber(address) ? "to" : "recipient", address)
                .put("biz_opaque_callback_data", reference.toString());
        switch (what) {
            case Outgoing.Words(var text) ->
                body.put("type", "text").putObject("text").put("body", text).put("preview_url", false);
            case Outgoing.Question(var text, var choices) -> ask(interactive(body, text), choices);
            case Outgoing.PlaceWanted(var text) ->
                interactive(body, text)
                        .put("type", "location_request_message")
                        .putObject("action")
                        .put("name", "send_location");
            case Outgoing.Template template -> fill(body.put("type", "template").putObject("template"), template);
        }
        return body.toString();
    }

    private static boolean isNumber(String address) {
        return address.chars().allMatch(c -> c == '+' || Character.isDigit(c));
    }

    private static ObjectNode interactive(ObjectNode body, String text) {
        var interactive = body.put("type", "interactive").putObject("interactive");
        interactive.putObject("body").put("text", text);
        return interactive;
    }

    private static void ask(ObjectNode interactive, List<Choice> choices) {
        if (choices.size() <= MOST_BUTTONS) {
            var buttons = interactive.put("type", "button").putObject("action").putArray("buttons");
            choices.forEach(
                    choice -> put(buttons.addObject().put("type", "reply").putObject("reply"), choice));
        } else {
            var action = interactive.put("type", "list").putObject("action").put("button", LIST_BUTTON);
            ArrayNode rows = action.putArray("sections").addObject().putArray("rows");
            choices.forEach(choice -> put(rows.addObject(), choice));
        }
    }

    private static void put(ObjectNode into, Choice choice) {
        into.put("id", choice.id()).put("title", choice.title());
    }

    private static void fill(ObjectNode into, Outgoing.Template template) {
        into.put("name", template.name()).putObject("language").put("code", template.language());
        if (!template.values().isEmpty()) {
            var parameters =
                    into.putArray("components").addObject().put("type", "body").putArray("parameters");
            template.values()
                    .forEach(value -> parameters.addObject().put("type", "text").put("text", value));
        }
    }

    private WhatsAppBody() {}
}
