package id.tanggap.testkit.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The OpenAPI document that a service serves, and the copy of it that integrators and the workspace read. */
public final class ApiDocument {
    static final Path COPIES = Path.of("../contracts/src/main/resources/contracts/openapi");

    public static final String HOW_TO_COPY = """
            A REST interface has changed. Take the documents over with:
            ./mvnw test -Dopenapi.write=true -Dtest=OpenApiTest -Dsurefire.failIfNoSpecifiedTests=false -am \\
            -pl intake-service,routing-service,response-service,notification-service,reporting-service""";

    private final String service;
    private final String text;
    private final JsonNode document;

    public ApiDocument(String service, String text) {
        this.service = service;
        this.text = text.stripTrailing() + "\n";
        try {
            document = new ObjectMapper().readTree(text);
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException("Not an OpenAPI document: " + text, noJson);
        }
    }

    /** The copy, as it stands. */
    public static ApiDocument copyOf(String service) throws IOException {
        return new ApiDocument(service, Files.readString(COPIES.resolve(service + ".json")));
    }

    /** The posts that take an {@code Idempotency-Key} of their sender's, by {@code operationId}; in no order. */
    public Stream<String> postsDoneOnce() {
        return operations().values().stream()
                .filter(it -> it.path("parameters")
                        .findValuesAsText("$ref")
                        .contains("#/components/parameters/IdempotencyKey"))
                .map(it -> it.path("operationId").asText());
    }

    /** Method and path of each operation on one thing, known by its id. */
    public List<String> operationsById() {
        return operations().keySet().stream()
                .filter(operation -> operation.contains("{id}"))
                .sorted()
                .toList();
    }

    public String text() {
        return text;
    }

    /** What stands in the house, after it was written there if {@code -Dopenapi.write=true} asks for it. */
    public String copy() throws IOException {
        var file = COPIES.resolve(service + ".json");
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(file, text);
        }
        return Files.readString(file);
    }

    /** What a caller would have to find out by trying: one line for each operation and what it does not tell. */
    public List<String> gaps() {
        var operations = operations();
        var ids = new HashMap<String, Integer>();
        operations.values().forEach(it -> ids.merge(it.path("operationId").asText(), 1, Integer::sum));
        var gaps = operations.entrySet().stream()
                .flatMap(it -> gaps(it.getValue(), ids).map(gap -> it.getKey() + ": " + gap));
        return Stream.concat(gaps, sharedNames()).toList();
    }

    /** The scanner counts the types of one simple name in the order in which it meets them. */
    private Stream<String> sharedNames() {
        return document.at("/components/schemas")
                .propertyStream()
                .map(Map.Entry::getKey)
                .filter(name -> name.matches(".*\\d"))
                .map(name -> name + ": the name of two types, give one @Schema(name = …)");
    }

    private Map<String, JsonNode> operations() {
        var operations = new HashMap<String, JsonNode>();
        document.path("paths")
                .forEachEntry((path, item) ->
                        item.forEachEntry((method, operation) -> operations.put(method + " " + path, operation)));
        return operations;
    }

    private static Stream<String> gaps(JsonNode operation, Map<String, Integer> ids) {
        var id = operation.path("operationId").asText();
        return Stream.of(
                        unless(!id.isEmpty() && ids.getOrDefault(id, 0) == 1, "no operationId of its own"),
                        unless(operation.path("security").isArray(), "not said whom it is open to"),
                        unless(successes(operation).findAny().isPresent(), "no answer when it succeeds"),
                        successes(operation).flatMap(ApiDocument::gapsOfAnswer))
                .flatMap(it -> it);
    }

    private static Stream<Map.Entry<String, JsonNode>> successes(JsonNode operation) {
        return operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"));
    }

    private static Stream<String> gapsOfAnswer(Map.Entry<String, JsonNode> answer) {
        var status = answer.getKey();
        var content = answer.getValue().path("content").properties();
        return Stream.concat(
                unless(status.equals("204") == content.isEmpty(), status + " with no content, or 204 with some"),
                content.stream().flatMap(it -> gapsOfContent(status, it.getKey(), it.getValue())));
    }

    private static Stream<String> gapsOfContent(String status, String mediaType, JsonNode content) {
        return Stream.concat(
                unless(!mediaType.contains("*"), status + " of any media type"),
                unless(!mediaType.endsWith("json") || !content.path("schema").isEmpty(), status + " without a schema"));
    }

    private static Stream<String> unless(boolean fine, String gap) {
        return fine ? Stream.empty() : Stream.of(gap);
    }
}
