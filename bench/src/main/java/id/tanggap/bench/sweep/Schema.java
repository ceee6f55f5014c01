package id.tanggap.bench.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What the documents say of values. */
final class Schema {
    private Schema() {}

    /** With what it refers to in its place. */
    static JsonNode whole(JsonNode document, JsonNode schema) {
        if (schema.has("$ref")) {
            return whole(document, document.at(schema.path("$ref").asText().substring(1)));
        }
        if (!schema.isContainerNode()) {
            return schema;
        }
        var copy = schema.deepCopy();
        if (copy instanceof ObjectNode object) {
            object.properties().forEach(each -> each.setValue(whole(document, each.getValue())));
        } else if (copy instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, whole(document, array.get(i)));
            }
        }
        return alternative(copy);
    }

    /** What may be null is told as one of two. */
    private static JsonNode alternative(JsonNode schema) {
        return StreamSupport.stream(schema.path("anyOf").spliterator(), false)
                .filter(each -> !"null".equals(each.path("type").asText()))
                .findFirst()
                .orElse(schema);
    }

    /** As string, integer, number, boolean, array, object, or a format of a string. */
    static String kind(JsonNode schema) {
        if (schema.has("enum")) {
            return "enum";
        }
        return Optional.of(schema.path("format").asText())
                .filter(format -> Map.of("date", 1, "date-time", 1, "uuid", 1).containsKey(format))
                .orElseGet(() -> type(schema.path("type")));
    }

    private static String type(JsonNode type) {
        return type.isArray()
                ? StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::asText)
                        .filter(each -> !"null".equals(each))
                        .findFirst()
                        .orElse("string")
                : type.asText("string");
    }
}
