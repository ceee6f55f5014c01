package id.tanggap.bench.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of the file as the form that a citizen would hand in. The agency that once answered is not told: finding it is
 * the platform's work. The date is not sent either, a complaint is received when it comes in.
 */
final class Translation {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_ADDRESS = 300;
    private static final Pattern COORDINATES = Pattern.compile("(-?\\d{1,2}(?:\\.\\d+)?), ?(-?\\d{1,3}(?:\\.\\d+)?)");

    private final String government;
    private final Categories categories;

    /**
     * @param body the request, in UTF-8
     * @param cleaned characters were replaced that the platform refuses
     * @param categoryLeftOut the row has a category that this government does not know
     */
    record Form(byte[] body, boolean cleaned, boolean categoryLeftOut) {}

    Translation(String government, Categories categories) {
        this.government = government;
        this.categories = categories;
    }

    String government() {
        return government;
    }

    /** @return null when the line is no JSON object */
    @Nullable
    Form form(ComplaintFile.Line line) {
        var row = parse(line);
        return row == null ? null : form(row);
    }

    private Form form(JsonNode row) {
        var form = JSON.createObjectNode()
                .put("government", government)
                .put("channel", Labels.channel(value(row, "channel")));
        var textCleaned = put(form, "text", value(row, "text"));
        var titleCleaned = put(form, "title", value(row, "title"));
        put(form, "type", Labels.type(value(row, "type")));
        var categoryLeftOut = category(form, value(row, "category"));
        var placeCleaned = location(form, value(row, "location"));
        return new Form(bytes(form), textCleaned || titleCleaned || placeCleaned, categoryLeftOut);
    }

    private static byte[] bytes(ObjectNode form) {
        try {
            return JSON.writeValueAsBytes(form);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @return whether it had to be left out */
    private boolean category(ObjectNode form, @Nullable String label) {
        var category = categories.id(label);
        put(form, "category", category);
        return label != null && category == null;
    }

    private static boolean location(ObjectNode form, @Nullable String location) {
        if (location == null) {
            return false;
        }
        var place = form.putObject("location");
        var coordinates = COORDINATES.matcher(location);
        if (coordinates.matches()) {
            place.put("lat", Double.parseDouble(coordinates.group(1)))
                    .put("lon", Double.parseDouble(coordinates.group(2)));
            return false;
        }
        return put(
                place,
                "address",
                location.length() > LONGEST_ADDRESS ? location.substring(0, LONGEST_ADDRESS) : location);
    }

    /** @return whether the value had to be cleaned */
    private static boolean put(ObjectNode form, String field, @Nullable String value) {
        if (value == null) {
            return false;
        }
        var clean = clean(value);
        form.put(field, clean);
        return !clean.equals(value);
    }

    /** What nobody types becomes a space: control characters other than line breaks and tabs. */
    private static String clean(String value) {
        var clean = new StringBuilder(value);
        for (int i = 0; i < clean.length(); i++) {
            var c = clean.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t' || c == 0x7F) {
                clean.setCharAt(i, ' ');
            }
        }
        return clean.toString();
    }

    private static @Nullable String value(JsonNode row, String field) {
        var value = row.path(field);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank() ? value.asText() : null;
    }

    private static @Nullable JsonNode parse(ComplaintFile.Line line) {
        try {
            var row = JSON.readTree(line.content());
            return row.isObject() ? row : null;
        } catch (JsonProcessingException _) {
            return null;
        }
    }
}
