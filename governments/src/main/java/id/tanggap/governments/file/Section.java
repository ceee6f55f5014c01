package id.tanggap.governments.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
public final class Section {

    /** The folder of another file that governments share, and its name. */
    private static final Pattern SHARED_FILE = Pattern.compile("[a-z0-9-]+/[a-z0-9-]+\\.yaml");

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** What an id looks like, for who reads one otherwise than by {@link #id()}. */
    public static final String ID_EXPECTED = "lower-case letters and digits joined by hyphens";

    private final Faults faults;
    private final String file;
    private final String path;
    private final @Nullable MappingNode node;
    private final Map<String, NodeTuple> fields = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<Section> inner = new ArrayList<>();

    /** Turns the text of a scalar into a value; null, or an exception of parsing numbers and times, refuses the text. */
    public interface Parser<T> {
        @Nullable
        T parse(String text);
    }

    /** @param node null when the file could not be read, which was reported: nothing more is said about it */
    Section(Faults faults, String file, String path, @Nullable MappingNode node) {
        this.faults = faults;
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
    }

    public boolean isMissing() {
        return node == null;
    }

    public boolean has(String field) {
        asked.add(field);
        return fields.containsKey(field);
    }

    public String text(String field) {
        return value(field, "", "a text", text -> text);
    }

    public String text(String field, Pattern shape, String expected) {
        return value(field, "", expected, text -> shape.matcher(text).matches() ? text : null);
    }

    public <E extends Enum<E>> E choice(String field, Class<E> type) {
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
    public <T> T reference(String field, Map<String, T> known, T standIn, String expected) {
        // Where nothing is known, its file is missing and reported; each reference to it would be an echo.
        return value(field, standIn, expected, id -> known.isEmpty() ? standIn : known.get(id));
    }

    /** What {@code read} finds under the field, which may be absent: then {@code otherwise}. */
    public <T extends @Nullable Object> T optional(String field, T otherwise, Function<String, T> read) {
        return has(field) ? read.apply(field) : otherwise;
    }

    /** Its own {@code id}, unique among its like; see {@link #once}. */
    public String id() {
        return value("id", "", ID_EXPECTED, Section::id);
    }

    public static @Nullable String id(String text) {
        return ID.matcher(text).matches() ? text : null;
    }

    /** A file that governments share; empty when the field is faulty. */
    public String sharedFile(String field, String example) {
        return text(field, SHARED_FILE, "a file such as " + example);
    }

    public LocalDate date(String field) {
        return value(field, LocalDate.EPOCH, "a date such as 2026-08-17", LocalDate::parse);
    }

    public boolean flag(String field) {
        return value(field, false, "true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        });
    }

    /** A whole number above 0. */
    public int positive(String field, String expected) {
        return value(field, 1, expected, text -> within(Integer.parseInt(text), 1, Integer.MAX_VALUE));
    }

    /** A whole number from 0. */
    public int count(String field, int standIn, String expected) {
        return value(field, standIn, expected, text -> within(Integer.parseInt(text), 0, Integer.MAX_VALUE));
    }

    public static <T extends Comparable<T>> @Nullable T within(T value, T least, T most) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0 ? value : null;
    }

    /** Puts the value under its key, which the field holds; a key that is taken is a fault. */
    public <T> void once(String field, String key, T value, Map<String, ? super T> known) {
        if (known.putIfAbsent(key, value) != null && !key.isEmpty()) {
            fault(field, "\"" + key + "\" is used twice", "each once");
        }
    }

    /** A value of any kind. */
    public <T> T value(String field, T standIn, String expected, Parser<T> parser) {
        Node value = required(field, expected);
        T read = value == null ? null : scalar(field, value, expected, parser);
        return read == null ? standIn : read;
    }

    /** Values of any kind; the faulty ones are left out. An absent field is an empty list. */
    public <T> List<T> values(String field, String expected, Parser<T> parser) {
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
    public List<Node> list(String field, String expected) {
        required(field, expected);
        return items(field, expected);
    }

    /** Leaves the fields alone that nobody asks for: the file follows a standard that other programs write, too. */
    public void allowOthers() {
        asked.addAll(fields.keySet());
    }

    /** The mapping under this field; empty when the field is faulty. */
    public Section section(String field) {
        return mapping(field, required(field, "fields with values"));
    }

    /** The mappings listed under this field, which may be absent. */
    public List<Section> sectionsIfAny(String field) {
        return has(field) ? sections(field) : List.of();
    }

    /** The mappings listed under this field. */
    public List<Section> sections(String field) {
        required(field, "a list");
        List<Section> sections = new ArrayList<>();
        List<Node> nodes = items(field, "a list");
        for (int i = 0; i < nodes.size(); i++) {
            sections.add(mapping(field + "[" + i + "]", nodes.get(i)));
        }
        return sections;
    }

    public void fault(String field, String wrong, String expected) {
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
        inner.forEach(Section::reportUnknownFields);
    }

    public void fault(Node place, String field, String wrong, String expected) {
        faults.add(file, place, path + field, wrong, expected);
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
        Section section =
                new Section(faults, file, path + field + ".", value instanceof MappingNode mapping ? mapping : null);
        inner.add(section);
        return section;
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
