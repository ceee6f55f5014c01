package id.tanggap.governments;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * One act of reading all files, which gathers every fault on its way. Files are read as nodes, not bound to classes:
 * nodes know their lines, and a scalar keeps the letters it was written with ({@code 33.10} stays a region code).
 */
final class Reading {

    private record Fault(String file, int line, String field, String text) {
        @Override
        public String toString() {
            return "%s:%d: %s: %s".formatted(file, line, field, text);
        }
    }

    private final Source source;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();

    Reading(Source source) {
        this.source = source;
    }

    /** The whole of a file. When it cannot be read, that is the one fault told of it. */
    Section open(String file) {
        String name = source.nameOf(file);
        Node root = compose(file, name);
        if (root instanceof MappingNode mapping) {
            return new Section(this, name, "", mapping);
        }
        if (root != null) {
            fault(name, line(root), "(file)", "is not a mapping", "fields with values");
        }
        return new Section(this, name, "", null);
    }

    private @Nullable Node compose(String file, String name) {
        byte[] bytes = source.read(file);
        if (bytes == null) {
            fault(name, 1, "(file)", "is missing", "a YAML file");
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root == null) {
                fault(name, 1, "(file)", "is empty", "fields with values");
            }
            return root;
        } catch (CharacterCodingException e) {
            fault(name, 1, "(file)", "is not in UTF-8", "UTF-8");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            fault(name, line, "(file)", "is not YAML: " + e.getProblem(), "YAML");
        } catch (YAMLException e) {
            fault(name, 1, "(file)", "is not YAML: " + e.getMessage(), "YAML");
        }
        return null;
    }

    boolean exists(String file) {
        return source.read(file) != null;
    }

    /** The text of a file that could be opened. */
    @Nullable
    String text(String file) {
        byte[] bytes = source.read(file);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    void opened(Section section) {
        sections.add(section);
    }

    void fault(String file, int line, String field, String wrong, String expected) {
        faults.add(new Fault(file, line, field, wrong + ", expected " + expected));
    }

    boolean hasFaults() {
        return !faults.isEmpty();
    }

    /** Ends the reading of what was opened: a field nobody asked for is a fault, too; most often it is misspelt. */
    void close() {
        sections.forEach(Section::reportUnknownFields);
        sections.clear();
    }

    void refuseFaults() {
        if (hasFaults()) {
            throw new InvalidGovernment(faults.stream()
                    .sorted(Comparator.comparing(Fault::file).thenComparing(Fault::line))
                    .map(Fault::toString)
                    .distinct()
                    .toList());
        }
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
