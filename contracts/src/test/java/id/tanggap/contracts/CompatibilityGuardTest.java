package id.tanggap.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** The guard is tried on a real schema, changed as someone might change it. */
class CompatibilityGuardTest {

    private static final String RECEIVED = "complaint.received.v1";

    static final List<Arguments> BREAKING = List.of(
            change("field number was removed", schema -> fields(schema).remove("number")),
            change("field category was removed", schema -> fields(schema).remove("category")),
            change(
                    "field location.lat was removed",
                    schema -> fields(at(schema, "/properties/location")).remove("lat")),
            change(
                    "field title of the payload is newly required",
                    schema -> required(schema).add("title")),
            change("field urgency of the payload is newly required", schema -> {
                fields(schema).putObject("urgency").put("type", "integer");
                required(schema).add("urgency");
            }),
            change(
                    "field lat of location is newly required",
                    schema -> at(schema, "/properties/location")
                            .putArray("required")
                            .add("lat")),
            change(
                    "field number of the payload is no longer required",
                    schema -> required(schema).remove(0)),
            change(
                    "type of number was \"string\" and is \"integer\"",
                    schema -> at(schema, "/properties/number").put("type", "integer")),
            change(
                    "type of location.lat was \"number\" and is \"integer\"",
                    schema -> at(schema, "/properties/location/properties/lat").put("type", "integer")),
            change(
                    "format of receivedAt was \"date-time\" and is \"date\"",
                    schema -> at(schema, "/properties/receivedAt").put("format", "date")),
            change(
                    "value LETTER of channel was removed",
                    schema -> values(schema, "/properties/channel").remove(11)),
            change(
                    "value PHONE of reachableBy[] was removed",
                    schema -> values(schema, "/properties/reachableBy/items").remove(1)),
            change(
                    "the list of values of category was absent and is [\"jalan\"]",
                    schema ->
                            at(schema, "/properties/category").putArray("enum").add("jalan")),
            change(
                    "the list of values of channel was [\"WEB\"",
                    schema -> at(schema, "/properties/channel").remove("enum")),
            change(
                    "maxLength of text was absent and is 160",
                    schema -> at(schema, "/properties/text").put("maxLength", 160)),
            change(
                    "minLength of text was 1 and is 10",
                    schema -> at(schema, "/properties/text").put("minLength", 10)),
            change(
                    "maximum of location.lat was 90 and is 0",
                    schema -> at(schema, "/properties/location/properties/lat").put("maximum", 0)),
            change(
                    "pattern of title was absent and is \"^A\"",
                    schema -> at(schema, "/properties/title").put("pattern", "^A")),
            change(
                    "additionalProperties of the payload was true and is false",
                    schema -> schema.put("additionalProperties", false)),
            change("not of the payload was absent and is {}", schema -> schema.putObject("not")),
            change("$id of the payload was", schema -> schema.put("$id", "urn:tanggap:event:else")));

    static final List<Arguments> COMPATIBLE = List.of(
            change("nothing", schema -> {}),
            change(
                    "a new optional field",
                    schema -> fields(schema).putObject("urgency").put("type", "integer")),
            change(
                    "a new optional field within a field",
                    schema -> fields(at(schema, "/properties/location"))
                            .putObject("floor")
                            .put("type", "integer")),
            change(
                    "a new enum value",
                    schema -> values(schema, "/properties/channel").add("KIOSK")),
            change("an enum in another order", schema -> {
                var values = values(schema, "/properties/visibility");
                values.add(values.remove(0));
            }),
            change(
                    "a wider bound",
                    schema -> at(schema, "/properties/location/properties/lat").put("maximum", 91)),
            change("a bound given up", schema -> at(schema, "/properties/text").remove("minLength")),
            change("better words", schema -> at(schema, "/properties/text").put("description", "Better words.")));

    @ParameterizedTest(name = "{0}")
    @FieldSource("BREAKING")
    void refusesABreakingChange(String fault, Consumer<ObjectNode> change) {
        assertThat(refusalsAfter(change)).singleElement().asString().contains("- " + fault);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("COMPATIBLE")
    void allowsACompatibleChange(String name, Consumer<ObjectNode> change) {
        assertThat(refusalsAfter(change)).as(name).isEmpty();
    }

    @Test
    void refusesToLoseAType() {
        assertThat(CompatibilityGuard.refusals(Map.of(RECEIVED, received()), Map.of()))
                .singleElement()
                .asString()
                .contains("complaint.received.v1 is published", "- the type is gone");
    }

    @Test
    void allowsANewType() {
        assertThat(CompatibilityGuard.refusals(Map.of(), Map.of(RECEIVED, received())))
                .isEmpty();
    }

    @Test
    void namesEveryFaultAndSaysHowToPublishANewVersion() {
        var refusals = refusalsAfter(schema -> {
            fields(schema).remove("number");
            required(schema).add("text");
        });

        assertThat(refusals).containsExactly("""
                complaint.received.v1 is published and must not change like this:
                  - field number was removed
                  - field text of the payload is newly required
                Events of this type lie in topics, and other services read them. Publish a new version instead:
                leave the record, the folder and the snapshot of complaint.received.v1 as they were; add a record with
                @WireName("complaint.received.v2") and the folder contracts/events/complaint.received.v2; let readers learn
                it first, then let the writer send it.""");
    }

    private static List<String> refusalsAfter(Consumer<ObjectNode> change) {
        var changed = received();
        change.accept(changed);
        return CompatibilityGuard.refusals(Map.of(RECEIVED, received()), Map.<String, JsonNode>of(RECEIVED, changed));
    }

    private static Arguments change(String name, Consumer<ObjectNode> change) {
        return Arguments.of(name, change);
    }

    private static ObjectNode received() {
        return (ObjectNode) Contract.of(RECEIVED).schema();
    }

    private static ObjectNode at(ObjectNode schema, String pointer) {
        return (ObjectNode) schema.at(pointer);
    }

    private static ObjectNode fields(ObjectNode schema) {
        return (ObjectNode) schema.get("properties");
    }

    private static ArrayNode required(ObjectNode schema) {
        return (ArrayNode) schema.get("required");
    }

    private static ArrayNode values(ObjectNode schema, String pointer) {
        return (ArrayNode) schema.at(pointer).get("enum");
    }
}
