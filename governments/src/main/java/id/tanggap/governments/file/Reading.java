package id.tanggap.governments.file;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
public final class Reading {

    private final Source source;
    private final Faults faults = new Faults();
    private final List<Section> opened = new ArrayList<>();

    public Reading(Source source) {
        this.source = source;
    }

    /** The whole of a file. When it cannot be read, that is the one fault told of it. */
    public Section open(String file) {
        return open(file, source);
    }

    /** The same; the copy beside the classes where the folder has none, since it is older than the file. */
    public Section openOrShipped(String file) {
        return open(file, exists(file) ? source : Source.of(null));
    }

    private Section open(String file, Source from) {
        String name = from.nameOf(file);
        Section section = new Section(faults, name, "", mapping(name, compose(from.read(file), name)));
        opened.add(section);
        return section;
    }

    private @Nullable MappingNode mapping(String name, @Nullable Node root) {
        if (root instanceof MappingNode mapping) {
            return mapping;
        }
        if (root != null) {
            faults.add(name, root, "(file)", "is not a mapping", "fields with values");
        }
        return null;
    }

    private @Nullable Node compose(byte @Nullable [] bytes, String name) {
        if (bytes == null) {
            faults.add(name, 1, "is missing", "a YAML file");
            return null;
        }
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(utf8(bytes)));
            if (root == null) {
                faults.add(name, 1, "is empty", "fields with values");
            }
            return root;
        } catch (CharacterCodingException _) {
            faults.add(name, 1, "is not in UTF-8", "UTF-8");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            faults.add(name, line, "is not YAML: " + e.getProblem(), "YAML");
        } catch (YAMLException e) {
            faults.add(name, 1, "is not YAML: " + e.getMessage(), "YAML");
        }
        return null;
    }

    private static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    public boolean exists(String file) {
        return source.read(file) != null;
    }

    /** The text of a file that could be opened. */
    public @Nullable String text(String file) {
        byte[] bytes = source.read(file);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    public boolean hasFaults() {
        return faults.any();
    }

    /** Ends the reading of what was opened: a field nobody asked for is a fault, too; most often it is misspelt. */
    public void close() {
        opened.forEach(Section::reportUnknownFields);
        opened.clear();
    }

    /** @throws InvalidGovernment when anything was wrong so far */
    public void refuseFaults() {
        faults.refuse();
    }
}
