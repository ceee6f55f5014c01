package id.tanggap.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a payload may look like, one line per field, such as {@code location.lat → number, optional}. Taken once from
 * the record and once from the schema, the two can be compared and a difference reads well.
 */
final class Shape {

    private static final Map<Type, String> PLAIN = Map.of(
            String.class, "string",
            Instant.class, "string date-time",
            LocalDate.class, "string date",
            UUID.class, "string uuid",
            int.class, "integer",
            Long.class, "integer",
            boolean.class, "boolean",
            Boolean.class, "boolean",
            double.class, "number",
            Double.class, "number");

    private final SortedMap<String, String> fields = new TreeMap<>();

    static Map<String, String> of(Class<?> type) {
        var shape = new Shape();
        shape.add("", type);
        return shape.fields;
    }

    static Map<String, String> of(JsonNode schema) {
        var shape = new Shape();
        shape.add("", schema);
        return shape.fields;
    }

    private void add(String prefix, Class<?> type) {
        for (var component : type.getRecordComponents()) {
            var optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            fields.put(prefix + component.getName(), kind(component.getGenericType()) + presence(!optional));
            if (element(component.getGenericType()) instanceof Class<?> part && part.isRecord()) {
                add(prefix + component.getName() + ".", part);
            }
        }
    }

    private void add(String prefix, JsonNode schema) {
        for (var property : schema.path("properties").properties()) {
            var required = StreamSupport.stream(schema.path("required").spliterator(), false)
                    .anyMatch(name -> name.asText().equals(property.getKey()));
            fields.put(prefix + property.getKey(), kind(property.getValue()) + presence(required));
            var part = property.getValue();
            add(prefix + property.getKey() + ".", part.has("items") ? part.get("items") : part);
        }
    }

    /** What a list or a set holds; the type itself when it is neither. */
    private static Type element(Type type) {
        return type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : type;
    }

    private static String kind(Type type) {
        if (type instanceof ParameterizedType generic) {
            return (generic.getRawType() == Set.class ? "set of " : "list of ") + kind(element(type));
        }
        if (type instanceof Class<?> plain && plain.isRecord()) {
            return "object";
        }
        if (type instanceof Class<?> plain && plain.isEnum()) {
            return "one of "
                    + Arrays.stream(plain.getEnumConstants())
                            .map(value -> ((Enum<?>) value).name())
                            .collect(Collectors.joining(" "));
        }
        var kind = PLAIN.get(type);
        if (kind == null) {
            throw new IllegalArgumentException(type + " has no JSON shape yet: say here how it is written");
        }
        return kind;
    }

    /** How the catalogue and the comparison name what a property holds. */
    static String kind(JsonNode property) {
        if (property.has("enum")) {
            return "one of "
                    + StreamSupport.stream(property.get("enum").spliterator(), false)
                            .map(JsonNode::asText)
                            .collect(Collectors.joining(" "));
        }
        if (property.path("type").asText().equals("array")) {
            return (property.path("uniqueItems").asBoolean() ? "set of " : "list of ") + kind(property.path("items"));
        }
        return property.path("type").asText()
                + (property.has("format") ? " " + property.get("format").asText() : "");
    }

    private static String presence(boolean required) {
        return required ? "" : ", optional";
    }
}
