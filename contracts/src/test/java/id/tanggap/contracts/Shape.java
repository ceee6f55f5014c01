package id.tanggap.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
            int.class, "integer",
            boolean.class, "boolean",
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
            if (component.getType().isRecord()) {
                add(prefix + component.getName() + ".", component.getType());
            }
        }
    }

    private void add(String prefix, JsonNode schema) {
        for (var property : schema.path("properties").properties()) {
            var required = StreamSupport.stream(schema.path("required").spliterator(), false)
                    .anyMatch(name -> name.asText().equals(property.getKey()));
            fields.put(prefix + property.getKey(), kind(property.getValue()) + presence(required));
            add(prefix + property.getKey() + ".", property.getValue());
        }
    }

    private static String kind(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Set.class) {
            return "set of " + kind(generic.getActualTypeArguments()[0]);
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
