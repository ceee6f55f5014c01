package id.tanggap.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a schema still keeps what its published form promised, to both sides: events that lie in topics and
 * outboxes must still be readable, and readers of yesterday must understand what is written today. New optional fields,
 * new enum values and wider bounds are fine. A keyword that no rule here knows may not change at all.
 */
final class CompatibilityGuard {

    private static final Set<String> PROSE = Set.of("title", "description", "examples", "$comment", "deprecated");
    private static final Set<String> LOWER_BOUNDS = Set.of("minimum", "exclusiveMinimum", "minLength", "minItems");
    private static final Set<String> UPPER_BOUNDS = Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems");

    private final List<String> faults = new ArrayList<>();

    /**
     * @param published schema by wire name, as published
     * @param current schema by wire name, of this build
     * @return one readable refusal for each broken event
     */
    static List<String> refusals(Map<String, JsonNode> published, Map<String, JsonNode> current) {
        return published.entrySet().stream()
                .map(event -> {
                    var guard = new CompatibilityGuard();
                    guard.compareEvent(event.getValue(), current.get(event.getKey()));
                    return guard.refusal(event.getKey());
                })
                .filter(refusal -> !refusal.isEmpty())
                .toList();
    }

    private String refusal(String wireName) {
        if (faults.isEmpty()) {
            return "";
        }
        return """
                %s is published and must not change like this:
                  - %s
                Events of this type lie in topics, and other services read them. Publish a new version instead:
                leave the record, the folder and the snapshot of %1$s as they were; add a record with
                @WireName("%3$s") and the folder contracts/events/%3$s; let readers learn
                it first, then let the writer send it.""".formatted(wireName, String.join("\n  - ", faults), nextVersion(wireName));
    }

    private static String nextVersion(String wireName) {
        var version = wireName.lastIndexOf(".v") + 2;
        return wireName.substring(0, version) + (Integer.parseInt(wireName.substring(version)) + 1);
    }

    private void compareEvent(JsonNode published, @Nullable JsonNode current) {
        if (current == null) {
            faults.add("the type is gone");
        } else {
            compare("", published, current);
        }
    }

    private void compare(String path, JsonNode published, JsonNode current) {
        var keywords = names(published);
        keywords.addAll(names(current));
        for (var keyword : keywords) {
            compare(path, keyword, published.path(keyword), current.path(keyword));
        }
    }

    private void compare(String path, String keyword, JsonNode published, JsonNode current) {
        if (published.equals(current) || PROSE.contains(keyword)) {
            return;
        }
        switch (keyword) {
            case "properties" -> compareFields(path, published, current);
            case "required" -> compareRequired(path, values(published), values(current));
            case "enum" -> compareEnum(path, published, current);
            case "items" -> compare(path + "[]", published, current);
            default -> {
                if (!isWiderBound(keyword, published, current)) {
                    faults.add(
                            "%s of %s was %s and is %s".formatted(keyword, at(path), text(published), text(current)));
                }
            }
        }
    }

    private void compareFields(String path, JsonNode published, JsonNode current) {
        for (var field : names(published)) {
            var name = path.isEmpty() ? field : path + "." + field;
            if (current.has(field)) {
                compare(name, published.get(field), current.get(field));
            } else {
                faults.add("field %s was removed".formatted(name));
            }
        }
    }

    private void compareRequired(String path, Set<String> published, Set<String> current) {
        var added = new TreeSet<>(current);
        added.removeAll(published);
        added.forEach(field -> faults.add("field %s of %s is newly required".formatted(field, at(path))));
        var dropped = new TreeSet<>(published);
        dropped.removeAll(current);
        dropped.forEach(field -> faults.add("field %s of %s is no longer required".formatted(field, at(path))));
    }

    private void compareEnum(String path, JsonNode published, JsonNode current) {
        if (published.isMissingNode() || current.isMissingNode()) {
            faults.add("the list of values of %s was %s and is %s".formatted(at(path), text(published), text(current)));
            return;
        }
        var removed = values(published);
        removed.removeAll(values(current));
        removed.forEach(value -> faults.add("value %s of %s was removed".formatted(value, at(path))));
    }

    private static boolean isWiderBound(String keyword, JsonNode published, JsonNode current) {
        if (!LOWER_BOUNDS.contains(keyword) && !UPPER_BOUNDS.contains(keyword)) {
            return false;
        }
        if (current.isMissingNode() || published.isMissingNode()) {
            return current.isMissingNode();
        }
        var change = current.decimalValue().compareTo(published.decimalValue());
        return LOWER_BOUNDS.contains(keyword) ? change <= 0 : change >= 0;
    }

    private static Set<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> values(JsonNode array) {
        var values = new TreeSet<String>();
        array.forEach(value -> values.add(value.asText()));
        return values;
    }

    private static String at(String path) {
        return path.isEmpty() ? "the payload" : path;
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "absent" : value.toString();
    }
}
