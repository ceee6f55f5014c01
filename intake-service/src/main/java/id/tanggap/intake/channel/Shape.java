package id.tanggap.intake.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.Locale;

/** What something that was brought looks like, without anything that it says: for who has to find out why it cannot be read. */
final class Shape {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of what does not open. */
    static final JsonNode UNKNOWN = told("sealed with another key");

    private Shape() {}

    /** JSON with the same fields, in which each value is told by its kind and length. */
    static JsonNode of(byte[] raw) {
        try {
            return of(JSON.readTree(raw));
        } catch (IOException noJson) {
            return told(raw.length + " bytes, no JSON");
        }
    }

    private static JsonNode of(JsonNode value) {
        if (value.isObject()) {
            var shape = JSON.createObjectNode();
            value.properties().forEach(field -> shape.set(field.getKey(), of(field.getValue())));
            return shape;
        }
        if (value.isArray()) {
            var shape = JSON.createArrayNode();
            value.forEach(item -> shape.add(of(item)));
            return shape;
        }
        return value.isTextual()
                ? told("text of " + value.asText().length())
                : told(value.getNodeType().name().toLowerCase(Locale.ROOT));
    }

    private static JsonNode told(String what) {
        return JsonNodeFactory.instance.textNode(what);
    }
}
