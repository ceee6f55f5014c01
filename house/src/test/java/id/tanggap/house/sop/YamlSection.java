package id.tanggap.house.sop;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a YAML file that knows its line. What is absent is empty. */
record YamlSection(MappingNode node) {

    static YamlSection of(String text) {
        return new YamlSection((MappingNode) new Yaml().compose(new StringReader(text)));
    }

    int line() {
        return node.getStartMark().getLine() + 1;
    }

    boolean has(String key) {
        return value(key).isPresent();
    }

    String text(String key) {
        return value(key).map(YamlSection::scalar).orElse("");
    }

    List<String> texts(String key) {
        return items(key).stream().map(YamlSection::scalar).toList();
    }

    YamlSection section(String key) {
        return new YamlSection((MappingNode) value(key).orElseThrow());
    }

    List<YamlSection> sections(String key) {
        return items(key).stream()
                .map(item -> new YamlSection((MappingNode) item))
                .toList();
    }

    private List<Node> items(String key) {
        return value(key).map(list -> ((SequenceNode) list).getValue()).orElse(List.of());
    }

    private Optional<Node> value(String key) {
        return node.getValue().stream()
                .filter(entry -> scalar(entry.getKeyNode()).equals(key))
                .map(entry -> entry.getValueNode())
                .findFirst();
    }

    private static String scalar(Node node) {
        return ((ScalarNode) node).getValue();
    }
}
