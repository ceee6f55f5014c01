package id.tanggap.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The committed AsyncAPI document, asked by topic. */
record AsyncApi(JsonNode root) {

    static AsyncApi read() {
        try {
            return new AsyncApi(new YAMLMapper().readTree(Contract.ASYNCAPI.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> addresses() {
        return values(root.path("channels"))
                .map(channel -> channel.path("address").asText())
                .toList();
    }

    Stream<JsonNode> messages() {
        return values(root.at("/components/messages"));
    }

    Set<String> eventsOn(String topic) {
        return values(channel(topic).path("messages"))
                .map(reference -> follow(reference).path("name").asText())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    String descriptionOf(String topic) {
        return channel(topic).path("description").asText();
    }

    List<String> writers(String topic) {
        return services(topic, "send");
    }

    List<String> readers(String topic) {
        return services(topic, "receive");
    }

    JsonNode follow(JsonNode reference) {
        return root.at(reference.path("$ref").asText().substring(1));
    }

    private List<String> services(String topic, String action) {
        return values(root.path("operations"))
                .filter(operation -> operation.path("action").asText().equals(action))
                .filter(operation -> follow(operation.path("channel")).equals(channel(topic)))
                .flatMap(operation -> operation.has("x-service")
                        ? Stream.of(operation.path("x-service"))
                        : StreamSupport.stream(operation.path("x-services").spliterator(), false))
                .map(JsonNode::asText)
                .toList();
    }

    private JsonNode channel(String topic) {
        return values(root.path("channels"))
                .filter(channel -> channel.path("address").asText().equals(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("asyncapi.yaml has no channel " + topic));
    }

    private static Stream<JsonNode> values(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getValue);
    }
}
