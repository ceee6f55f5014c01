package id.tanggap.doubles.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.doubles.whatsapp.DoubleConfig.Account;
import java.util.HashSet;
import java.util.regex.Pattern;

/** Looks at the body of a message as Meta does. */
final class Checks {
    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_QUESTION = 1024;
    private static final int LONGEST_BUTTON = 20;
    private static final int LONGEST_ROW = 24;
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_REFERENCE = 512;
    private static final int MOST_BUTTONS = 3;
    private static final int MOST_ROWS = 10;
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d{5,20}");
    private static final Pattern BUSINESS_ID = Pattern.compile("[A-Z]{2}\\.[A-Za-z0-9.]{1,128}");
    private static final Pattern BROKEN_LINE = Pattern.compile("[\\n\\t]| {5}");

    static void check(JsonNode body, Account from) {
        require(body.path("messaging_product").asText().equals("whatsapp"), Refusal.PARAMETER, "messaging_product");
        recipient(body);
        longest(body.path("biz_opaque_callback_data"), LONGEST_REFERENCE, Refusal.PARAMETER);
        switch (text(body, "type")) {
            case "text" -> text(body.path("text"));
            case "interactive" -> interactive(body.path("interactive"));
            case "template" -> template(body.path("template"), from);
            default -> throw new Refusal(Refusal.PARAMETER, "type must be one of those known");
        }
    }

    private static void recipient(JsonNode body) {
        require(body.has("to") || body.has("recipient"), Refusal.MISSING, "to or recipient");
        require(
                body.has("to")
                        ? NUMBER.matcher(body.path("to").asText()).matches()
                        : BUSINESS_ID.matcher(body.path("recipient").asText()).matches(),
                Refusal.VALUE,
                "to or recipient");
        require(
                body.path("recipient_type").asText("individual").equals("individual"),
                Refusal.PARAMETER,
                "recipient_type");
    }

    private static void text(JsonNode text) {
        text(text, "body");
        longest(text.path("body"), LONGEST_TEXT, Refusal.PARAMETER);
    }

    private static void interactive(JsonNode interactive) {
        text(interactive.path("body"), "text");
        longest(interactive.path("body").path("text"), LONGEST_QUESTION, Refusal.VALUE);
        var action = interactive.path("action");
        switch (text(interactive, "type")) {
            case "button" -> buttons(action.path("buttons"));
            case "list" -> list(action);
            case "location_request_message" ->
                require(action.path("name").asText().equals("send_location"), Refusal.VALUE, "action.name");
            default -> throw new Refusal(Refusal.PARAMETER, "interactive.type must be one of those known");
        }
    }

    private static void buttons(JsonNode buttons) {
        require(!buttons.isEmpty() && buttons.size() <= MOST_BUTTONS, Refusal.VALUE, "1 to 3 buttons");
        var ids = new HashSet<String>();
        var titles = new HashSet<String>();
        for (var button : buttons) {
            require(button.path("type").asText().equals("reply"), Refusal.VALUE, "button.type");
            choice(button.path("reply"), LONGEST_BUTTON);
            require(ids.add(button.path("reply").path("id").asText()), Refusal.VALUE, "ids of buttons are unique");
            require(
                    titles.add(button.path("reply").path("title").asText()),
                    Refusal.VALUE,
                    "titles of buttons are unique");
        }
    }

    private static void list(JsonNode action) {
        text(action, "button");
        longest(action.path("button"), LONGEST_BUTTON, Refusal.VALUE);
        var ids = new HashSet<String>();
        var rows = 0;
        for (var section : action.path("sections")) {
            for (var row : section.path("rows")) {
                choice(row, LONGEST_ROW);
                require(ids.add(row.path("id").asText()), Refusal.VALUE, "ids of rows are unique");
                rows++;
            }
        }
        require(rows > 0 && rows <= MOST_ROWS, Refusal.VALUE, "1 to 10 rows");
    }

    private static void choice(JsonNode choice, int longestTitle) {
        text(choice, "id");
        longest(choice.path("id"), LONGEST_ID, Refusal.VALUE);
        text(choice, "title");
        longest(choice.path("title"), longestTitle, Refusal.VALUE);
    }

    private static void template(JsonNode template, Account from) {
        var name = text(template, "name");
        text(template.path("language"), "code");
        var values = template.path("components").path(0).path("parameters");
        if (!from.templates().isEmpty()) {
            var expected = from.templates().get(name);
            require(expected != null, Refusal.TEMPLATE, "template name does not exist in the language");
            require(expected != null && values.size() == expected, Refusal.VALUES_OF_TEMPLATE, "number of parameters");
        }
        for (var value : values) {
            require(
                    !BROKEN_LINE.matcher(text(value, "text")).find(),
                    Refusal.TEXT_OF_TEMPLATE,
                    "no line breaks, tabs, nor more than four spaces");
        }
    }

    private static String text(JsonNode of, String field) {
        require(of.path(field).isTextual() && !of.path(field).asText().isBlank(), Refusal.MISSING, field);
        return of.path(field).asText();
    }

    private static void longest(JsonNode text, int most, int code) {
        var length = text.asText().codePointCount(0, text.asText().length());
        require(length <= most, code, "at most " + most + " characters");
    }

    private static void require(boolean holds, int code, String what) {
        if (!holds) {
            throw new Refusal(code, what);
        }
    }

    private Checks() {}
}
