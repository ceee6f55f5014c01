package id.tanggap.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.contracts.wire.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Writes {@code docs/events.md} from what the module says: topics, AsyncAPI document, schemas. */
final class EventCatalogue {

    static final String COMMAND = "./mvnw -pl contracts,house test -Ddocs.write=true";
    private static final String FOLDER = "../contracts/src/main/resources/contracts/";

    private final AsyncApi document = AsyncApi.read();
    private final StringBuilder page = new StringBuilder();

    private EventCatalogue() {}

    static String render() {
        var catalogue = new EventCatalogue();
        catalogue.introduce();
        Topics.ALL.forEach(catalogue::addTopic);
        return catalogue.page.toString();
    }

    private void introduce() {
        page.append("""
                # Events

                <!-- Generated from the module contracts. Do not edit; regenerate with:
                     %s -->

                Facts about complaints, on Kafka. Every topic has one writer; records are keyed by the complaint's id (those of
                recaps by the recap's), so the events of one complaint keep their order. The value is JSON, the envelope is CloudEvents 1.0 in headers
                (`ce_id`, `ce_type` = the wire name, `ce_source`, `ce_subject` = the complaint's id, `ce_time`,
                `ce_government`, `ce_sequence`, `traceparent`). The same in machine form: [asyncapi.yaml](%sasyncapi.yaml).

                For readers: delivery is at least once, so take a `ce_id` once. Or keep the greatest `ce_sequence` of each complaint
                and topic and take what is greater: it grows with each event of the complaint, though not by one, and what is sent
                again keeps its own. Skip a type or a field you do not know; a field
                marked with `?` may be absent. A published event only ever gains optional fields and enum values, and readers
                learn a new value before a writer sends it; anything else is a new version with its own wire name.
                """.formatted(COMMAND, FOLDER));
    }

    private void addTopic(String topic) {
        var events = document.eventsOn(topic).stream().map(Contract::of).toList();
        page.append("\n## %s\n\n%s\n\n".formatted(topic, document.descriptionOf(topic)));
        page.append("Written by %s; read by %s. What a reader cannot take goes to `%s`.\n\n"
                .formatted(
                        String.join(", ", document.writers(topic)),
                        document.readers(topic).isEmpty()
                                ? "integrators alone"
                                : String.join(", ", document.readers(topic)),
                        Topics.deadLettersOf(topic)));
        addTable(
                List.of("wire name", "meaning", "fields"),
                events.stream()
                        .map(event -> List.of(
                                "[`%s`](#%s)".formatted(event.wireName(), anchor(event)),
                                event.schema().path("description").asText(),
                                fieldsOf(event.schema())))
                        .toList());
        events.forEach(this::addEvent);
    }

    private void addEvent(Contract event) {
        page.append("\n### %s\n\n".formatted(event.wireName()));
        var rows = new ArrayList<List<String>>();
        collect("", event.schema(), rows);
        addTable(List.of("field", "holds", "meaning"), rows);
        var folder = FOLDER + "events/" + event.wireName() + "/";
        page.append("\n")
                .append(event.files().stream()
                        .map(file -> "[%s](%s%s)".formatted(file, folder, file))
                        .collect(Collectors.joining(" · ")))
                .append("\n");
    }

    private static void collect(String prefix, JsonNode schema, List<List<String>> rows) {
        for (var field : schema.path("properties").properties()) {
            var name = prefix + field.getKey();
            rows.add(List.of(
                    "`%s`%s".formatted(name, mark(schema, field.getKey())),
                    kind(field.getValue()),
                    field.getValue().path("description").asText()));
            collect(name + ".", field.getValue(), rows);
        }
    }

    private void addTable(List<String> head, List<List<String>> rows) {
        addRow(head);
        addRow(head.stream().map(_ -> "---").toList());
        rows.forEach(this::addRow);
    }

    private void addRow(List<String> cells) {
        page.append(
                cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static String fieldsOf(JsonNode schema) {
        return schema.path("properties").properties().stream()
                .map(field -> "`%s`%s".formatted(field.getKey(), mark(schema, field.getKey())))
                .collect(Collectors.joining(", "));
    }

    private static String mark(JsonNode schema, String field) {
        var required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .anyMatch(name -> name.asText().equals(field));
        return required ? "" : " ?";
    }

    private static String kind(JsonNode field) {
        var kind = new StringBuilder(Shape.kind(field));
        if (field.has("minimum") && field.has("maximum")) {
            kind.append(", %s to %s"
                    .formatted(
                            field.get("minimum").asText(), field.get("maximum").asText()));
        } else if (field.has("minimum")) {
            kind.append(", %s or more".formatted(field.get("minimum").asText()));
        }
        if (field.has("pattern")) {
            kind.append(", `%s`".formatted(field.get("pattern").asText()));
        }
        return kind.toString();
    }

    private static String anchor(Contract event) {
        return event.wireName().replace(".", "");
    }
}
