package id.tanggap.bench.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One call of an operation with one thing wrong.
 *
 * @param field what the refusal has to name; empty where it is the whole
 * @param attack what is wrong with it
 * @param refused whether it has to be refused
 */
record Call(
        Operation operation,
        String field,
        String attack,
        boolean refused,
        String address,
        Map<String, String> headers,
        byte[] body) {
    private static final String PLACEHOLDER = "⟦here⟧";
    private static final int DEEP = 5_000;

    static Stream<Call> all(Operation operation, Sample sample) {
        return Stream.concat(wrongParameters(operation, sample), wrongBodies(operation, sample));
    }

    private static Stream<Call> wrongParameters(Operation operation, Sample sample) {
        return operation.parameters().stream()
                .filter(each -> !each.isIn("header"))
                .flatMap(each -> AddressAttack.on(each.schema())
                        // A path of which a part is empty is another path.
                        .filter(attack ->
                                !each.isIn("path") || !attack.encoded().isEmpty())
                        .map(attack -> new Call(
                                operation,
                                each.isIn("path") ? "" : each.name(),
                                attack.name(),
                                attack.refused(),
                                address(operation, sample, Map.of(each.name(), attack.encoded())),
                                headers(operation, sample),
                                body(operation, sample))));
    }

    private static Stream<Call> wrongBodies(Operation operation, Sample sample) {
        var schema = operation.body();
        if (schema == null) {
            return Stream.of();
        }
        var good = sample.ofBody("", schema);
        var fields = fields("", schema)
                .flatMap(field -> Attack.on(field.schema())
                        .map(attack -> with(
                                operation,
                                sample,
                                field.path(),
                                attack.name(),
                                attack.refused(),
                                replaced(good, field.path(), attack.raw()))));
        var twice = schema.path("properties")
                .propertyStream()
                .map(Map.Entry::getKey)
                .map(key -> with(operation, sample, key, "twice", true, twice(good, key)));
        return Stream.of(fields, twice, wholes(operation, sample, good.toString()))
                .flatMap(each -> each);
    }

    private static Stream<Call> wholes(Operation operation, Sample sample, String good) {
        return Map.of(
                        "a list",
                        "[]",
                        "a text",
                        "\"x\"",
                        "nothing",
                        "null",
                        "empty",
                        "",
                        "cut short",
                        good.substring(0, good.length() - 1),
                        "another behind it",
                        good + "{\"x\":1}",
                        "deep lists",
                        "{\"x\":" + "[".repeat(DEEP),
                        "deep objects",
                        "{\"x\":".repeat(DEEP))
                .entrySet()
                .stream()
                .map(each -> with(operation, sample, "", each.getKey(), true, each.getValue()));
    }

    private record Field(String path, JsonNode schema) {}

    private static Stream<Field> fields(String above, JsonNode schema) {
        return schema.path("properties").propertyStream().flatMap(each -> {
            var path = above.isEmpty() ? each.getKey() : above + "." + each.getKey();
            return Stream.concat(Stream.of(new Field(path, each.getValue())), fields(path, each.getValue()));
        });
    }

    private static String replaced(JsonNode good, String path, String raw) {
        var copy = good.deepCopy();
        var at = List.of(path.split("\\."));
        var holder = (ObjectNode) copy.at(
                at.subList(0, at.size() - 1).stream().map(each -> "/" + each).collect(Collectors.joining()));
        holder.put(at.getLast(), PLACEHOLDER);
        return copy.toString().replace("\"" + PLACEHOLDER + "\"", raw);
    }

    private static String twice(JsonNode good, String key) {
        var once = good.toString();
        return once.substring(0, once.length() - 1) + ",\"" + key + "\":" + good.path(key) + "}";
    }

    private static Call with(
            Operation operation, Sample sample, String field, String attack, boolean refused, String body) {
        return new Call(
                operation,
                field,
                attack,
                refused,
                address(operation, sample, Map.of()),
                headers(operation, sample),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] body(Operation operation, Sample sample) {
        return operation.body() == null
                ? new byte[0]
                : sample.ofBody("", operation.body()).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> headers(Operation operation, Sample sample) {
        return operation.parameters().stream()
                .filter(each -> each.isIn("header") && each.name().equals("Tanggap-Secret"))
                .collect(Collectors.toMap(Operation.Parameter::name, sample::ofParameter));
    }

    /** Of the query stand only those that are wrong. */
    private static String address(Operation operation, Sample sample, Map<String, String> wrong) {
        var path = operation.path();
        var query = new ArrayList<String>();
        for (var each : operation.parameters()) {
            if (each.isIn("path")) {
                path = path.replace("{" + each.name() + "}", wrong.getOrDefault(each.name(), sample.ofParameter(each)));
            } else if (wrong.containsKey(each.name())) {
                query.add(each.name() + "=" + wrong.get(each.name()));
            } else if (each.isIn("query") && each.required()) {
                query.add(each.name() + "=" + sample.ofParameter(each));
            }
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    /** As it is told in a finding: without the values. */
    @Override
    public String toString() {
        return "%s with %s as %s".formatted(operation.id(), attack, field.isEmpty() ? "the whole" : field);
    }
}
