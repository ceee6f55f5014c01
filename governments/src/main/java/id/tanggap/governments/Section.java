package id.tanggap.governments;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of a file. A faulty field is reported and a harmless stand-in returned, so that reading goes on and finds
 * the other faults; what was read is thrown away in the end.
 */
final class Section {

    private final Reading reading;
    private final String file;
    private final String path;
    private final @Nullable MappingNode node;
    private final Map<String, NodeTuple> fields = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    /** Turns the text of a scalar into a value; null, or an exception of parsing numbers and times, refuses the text. */
    interface Parser<T> {
        @Nullable
        T parse(String text);
    }

    /** @param node null when the file could not be read, which was reported: nothing more is said about it */
    Section(Reading reading, String file, String path, @Nullable MappingNode node) {
        this.reading = reading;
        this.file = file;
        this.path = path;
        this.node = node;
        if (node != null) {
            for (NodeTuple field : node.getValue()) {
                String name = field.getKeyNode() instanceof ScalarNode key ? key.getValue() : "(key)";
                if (fields.putIfAbsent(name, field) != null) {
                    fault(field.getKeyNode(), name, "is given twice", "it once");
                }
            }
        }
        reading.opened(this);
    }

    boolean isMissing() {
        return node == null;
    }

    boolean has(String field) {
        asked.add(field);
        return fields.containsKey(field);
    }

    String text(String field) {
        return value(field, "", "a text", text -> text);
    }

    String text(String field, Pattern shape, String expected) {
        return value(field, "", expected, text -> shape.matcher(text).matches() ? text : null);
    }

    <E extends Enum<E>> E choice(String field, Class<E> type) {
        E[] constants = type.getEnumConstants();
        return value(
                field,
                constants[0],
                "one of " + listed(Arrays.asList(constants)),
                name -> Arrays.stream(constants)
                        .filter(constant -> constant.name().equals(name))
                        .findFirst()
                        .orElse(null));
    }

    /** A reference to something defined elsewhere by its id; {@code standIn} when there is no such thing. */
    <T> T reference(String field, Map<String, T> known, T standIn, String expected) {
        // Where nothing is known, its file is missing and reported; each reference to it would be an echo.
        return value(field, standIn, expected, id -> known.isEmpty() ? standIn : known.get(id));
    }

    /** A value of any kind. */
    <T> T value(String field, T standIn, String expected, Parser<T> parser) {
        Node value = required(field, expected);
        T read = value == null ? null : scalar(field, value, expected, parser);
        return read == null ? standIn : read;
    }

    /** Values of any kind; the faulty ones are left out. An absent field is an empty list. */
    <T> List<T> values(String field, String expected, Parser<T> parser) {
        List<T> values = new ArrayList<>();
        List<Node> nodes = items(field, "a list, each " + expected);
        for (int i = 0; i < nodes.size(); i++) {
            T value = scalar(field + "[" + i + "]", nodes.get(i), expected, parser);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** The items under this field, which must be a list. */
    List<Node> list(String field, String expected) {
        required(field, expected);
        return items(field, expected);
    }

    /** Leaves the fields alone that nobody asks for: the file follows a standard that other programs write, too. */
    void allowOthers() {
        asked.addAll(fields.keySet());
    }

    /** The mapping under this field; empty when the field is faulty. */
    Section section(String field) {
        return mapping(field, required(field, "fields with values"));
    }

    /** The mappings listed under this field. */
    List<Section> sections(String field) {
        required(field, "a list");
        List<Section> sections = new ArrayList<>();
        List<Node> nodes = items(field, "a list");
        for (int i = 0; i < nodes.size(); i++) {
            sections.add(mapping(field + "[" + i + "]", nodes.get(i)));
        }
        return sections;
    }

    void fault(String field, String wrong, String expected) {
        NodeTuple tuple = fields.get(field);
        Node place = tuple == null ? node : tuple.getValueNode();
        if (place != null) {
            fault(place, field, wrong, expected);
        }
    }

    void reportUnknownFields() {
        fields.forEach((name, field) -> {
            if (!asked.contains(name)) {
                fault(field.getKeyNode(), name, "is an unknown field", "one of " + listed(asked));
            }
        });
    }

    void fault(Node place, String field, String wrong, String expected) {
        reading.fault(file, Reading.line(place), path + field, wrong, expected);
    }

    private @Nullable Node required(String field, String expected) {
        asked.add(field);
        NodeTuple tuple = fields.get(field);
        if (tuple == null) {
            fault(field, "is missing", expected);
            return null;
        }
        return tuple.getValueNode();
    }

    private List<Node> items(String field, String expected) {
        asked.add(field);
        NodeTuple tuple = fields.get(field);
        if (tuple == null) {
            return List.of();
        }
        if (tuple.getValueNode() instanceof SequenceNode list) {
            return list.getValue();
        }
        fault(tuple.getValueNode(), field, "is not a list", expected);
        return List.of();
    }

    private Section mapping(String field, @Nullable Node value) {
        if (value != null && !(value instanceof MappingNode)) {
            fault(value, field, "is " + kind(value), "fields with values");
        }
        return new Section(reading, file, path + field + ".", value instanceof MappingNode mapping ? mapping : null);
    }

    private <T> @Nullable T scalar(String field, Node value, String expected, Parser<T> parser) {
        if (!(value instanceof ScalarNode scalar)
                || scalar.getTag().equals(Tag.NULL)
                || scalar.getValue().isBlank()) {
            fault(value, field, "is " + kind(value), expected);
            return null;
        }
        T read;
        try {
            read = parser.parse(scalar.getValue());
        } catch (DateTimeException | NumberFormatException e) {
            read = null;
        }
        if (read == null) {
            fault(value, field, "\"" + scalar.getValue() + "\" is not valid", expected);
        }
        return read;
    }

    private static String kind(Node node) {
        return switch (node) {
            case MappingNode _ -> "a mapping";
            case SequenceNode _ -> "a list";
            case ScalarNode scalar -> scalar.getValue().isBlank() ? "empty" : "a value";
            default -> "something else";
        };
    }

    private static String listed(Iterable<?> names) {
        List<String> texts = new ArrayList<>();
        names.forEach(name -> texts.add(name.toString()));
        return texts.stream().collect(Collectors.joining(", "));
    }
}
