package id.tanggap.bench.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/** Values that are good, so that the one that is not is what an answer is about. */
final class Sample {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final String WORDS = "Lampu jalan di depan pasar mati sejak tiga hari.";
    private static final int SOON = 10;

    private final LocalDate today =
            InstantSource.system().instant().atOffset(ZoneOffset.UTC).toLocalDate();
    private final Map<String, String> known;

    /** @param complaint that is there, with its number and secret */
    Sample(Lodged complaint) {
        this.known = Map.ofEntries(
                Map.entry("id", complaint.id()),
                Map.entry("number", complaint.number()),
                Map.entry("Tanggap-Secret", complaint.secret()),
                Map.entry("government", "surakarta"),
                Map.entry("month", YearMonth.from(today).toString()),
                Map.entry("version", "1"),
                Map.entry("kind", "pdf"),
                Map.entry("year", "2026"),
                Map.entry("category", "penerangan-jalan"),
                Map.entry("regionCode", "33.72.01"),
                Map.entry("phone", "0812 3456 7890"),
                Map.entry("email", "budi@contoh.id"),
                Map.entry("agency", "dishub"),
                Map.entry("purpose", "pemeriksaan"),
                Map.entry("complaint", complaint.id()));
    }

    record Lodged(String id, String number, String secret) {}

    String ofParameter(Operation.Parameter parameter) {
        return known.getOrDefault(parameter.name(), new UUID(0, 7).toString());
    }

    JsonNode ofBody(String name, JsonNode schema) {
        return switch (Schema.kind(schema)) {
            case "object" -> object(schema);
            case "array" -> JSON.createArrayNode().add(ofBody(name, schema.path("items")));
            case "enum" -> schema.path("enum").get(0);
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            case "integer" -> JSON.getNodeFactory().numberNode(1);
            case "number" -> JSON.getNodeFactory().numberNode("lat".equals(name) ? -7.56 : 110.82);
            case "date" -> text(today.plusDays(SOON).toString());
            case "date-time" ->
                text(today.plusDays(SOON)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .toString());
            case "uuid" -> text(known.getOrDefault("id", ""));
            default -> text(known.getOrDefault(name, WORDS));
        };
    }

    private ObjectNode object(JsonNode schema) {
        var object = JSON.createObjectNode();
        schema.path("properties")
                .properties()
                .forEach(each -> object.set(each.getKey(), ofBody(each.getKey(), each.getValue())));
        return object;
    }

    private static JsonNode text(String value) {
        return JSON.getNodeFactory().textNode(value);
    }
}
