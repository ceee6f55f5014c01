package id.tanggap.bench.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One that a document tells of.
 *
 * @param roles of whom it is for, any of them; none where it is for all
 * @param body null where it takes none as JSON
 */
record Operation(
        String method,
        String path,
        List<Parameter> parameters,
        @Nullable JsonNode body,
        List<String> roles) {
    private static final Pattern ROLE = Pattern.compile("`([a-z-]+)`");

    /** @param in path, query or header */
    record Parameter(String name, String in, boolean required, JsonNode schema) {
        boolean isIn(String place) {
            return in.equals(place);
        }
    }

    /** @param document with the schemas that are referred to */
    static Stream<Operation> of(JsonNode document) {
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(each -> each.getValue().has("operationId"))
                        .map(each -> of(document, path.getKey(), each)));
    }

    private static Operation of(JsonNode document, String path, Map.Entry<String, JsonNode> told) {
        var operation = told.getValue();
        var schema = operation.at("/requestBody/content/application~1json/schema");
        return new Operation(
                told.getKey().toUpperCase(Locale.ROOT),
                path,
                StreamSupport.stream(operation.path("parameters").spliterator(), false)
                        .map(each -> parameter(Schema.whole(document, each), document))
                        .toList(),
                schema.isMissingNode() ? null : Schema.whole(document, schema),
                ROLE.matcher(operation.path("description").asText())
                        .results()
                        .map(found -> found.group(1))
                        .toList());
    }

    private static Parameter parameter(JsonNode told, JsonNode document) {
        return new Parameter(
                told.path("name").asText(),
                told.path("in").asText(),
                told.path("required").asBoolean(),
                Schema.whole(document, told.path("schema")));
    }

    String id() {
        return method + " " + path;
    }
}
