package id.tanggap.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.wire.EventCodec;
import id.tanggap.contracts.wire.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One event's folder as it is committed: schema and examples, beside the record that Java knows. */
record Contract(String wireName, Class<? extends Event> type) {

    static final Path ASYNCAPI = Path.of("src/main/resources/contracts/asyncapi.yaml");
    private static final Path EVENTS = ASYNCAPI.resolveSibling("events");
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Contract> all() {
        return new TreeSet<>(EventCodec.types().keySet())
                .stream().map(Contract::of).toList();
    }

    static Contract of(String wireName) {
        return new Contract(wireName, Objects.requireNonNull(EventCodec.types().get(wireName), wireName));
    }

    /** The wire names that have a folder. */
    static Set<String> folders() {
        return names(EVENTS);
    }

    JsonNode schema() {
        return read(folder().resolve("schema.json"));
    }

    JsonNode example() {
        return read(folder().resolve("example.json"));
    }

    Stream<JsonNode> examples() {
        return names(folder()).stream()
                .filter(name -> name.startsWith("example"))
                .map(name -> read(folder().resolve(name)));
    }

    Set<String> files() {
        return names(folder());
    }

    String topic() {
        return Topics.of(event(example()));
    }

    Event event(JsonNode payload) {
        try {
            return Objects.requireNonNull(new EventCodec().read(wireName, bytes(payload)), wireName);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> faultsOf(JsonNode payload) {
        return faults(schema(), payload);
    }

    /** What the schema has against the payload; formats such as date-time count. */
    static Set<String> faults(JsonNode schema, JsonNode payload) {
        var config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(schema.toString(), InputFormat.JSON, config)
                .validate(payload)
                .stream()
                .map(ValidationMessage::getMessage)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static byte[] bytes(JsonNode payload) {
        return payload.toString().getBytes(StandardCharsets.UTF_8);
    }

    static JsonNode tree(byte[] payload) {
        try {
            return JSON.readTree(payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    static Set<String> names(Path directory) {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder() {
        return EVENTS.resolve(wireName);
    }

    @Override
    public String toString() {
        return wireName;
    }
}
