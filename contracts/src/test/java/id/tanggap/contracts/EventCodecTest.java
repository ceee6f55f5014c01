package id.tanggap.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.Location;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.contracts.wire.EventCodec;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

    static final List<Contract> ALL = Contract.all();

    private static final String RECEIVED = "complaint.received.v1";

    private final List<String> unknown = new ArrayList<>();
    private final EventCodec codec = new EventCodec((event, field) -> unknown.add(event.getSimpleName() + "." + field));

    @ParameterizedTest
    @FieldSource("ALL")
    void skipsAnUnknownFieldAndTellsOfIt(Contract contract) throws IOException {
        var payload = (ObjectNode) contract.example();
        var known = codec.read(contract.wireName(), Contract.bytes(payload));

        payload.putObject("addedTomorrow").putArray("inner").add(1).add("two");
        var event = codec.read(contract.wireName(), Contract.bytes(payload));

        assertThat(event).isEqualTo(known);
        assertThat(unknown).containsExactly(contract.type().getSimpleName() + ".addedTomorrow");
    }

    @Test
    void tellsOfAnUnknownFieldWithinAField() throws IOException {
        var payload = (ObjectNode) Contract.of(RECEIVED).example();
        ((ObjectNode) payload.get("location")).put("floor", 2);

        codec.read(RECEIVED, Contract.bytes(payload));

        assertThat(unknown).containsExactly("Location.floor");
    }

    @Test
    void readsAnUnknownTypeAsNull() throws IOException {
        assertThat(codec.read("complaint.invented-tomorrow.v1", bytes("{\"a\":1}")))
                .isNull();
        assertThat(codec.read("complaint.received.v2", bytes("not even JSON"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "\"text\"", "{\"agency\":", "complaint", "{} {}"})
    void refusesAMalformedPayload(String payload) {
        assertThat(ALL).allSatisfy(contract -> assertRefused(contract, bytes(payload)));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void refusesAPayloadThatBreaksAPromise(Contract contract) {
        assertThat(contract.schema().get("required")).map(JsonNode::asText).allSatisfy(field -> {
            var example = (ObjectNode) contract.example();
            assertRefused(contract, Contract.bytes(example.deepCopy().without(field)));
            assertRefused(contract, Contract.bytes(example.deepCopy().putNull(field)));
            assertRefused(contract, Contract.bytes((JsonNode) example.deepCopy().set(field, example.objectNode())));
            if (!contract.schema().at("/properties/" + field).toString().contains("minLength")) {
                assertRefused(contract, Contract.bytes(example.deepCopy().put(field, "INVENTED")));
            }
        });
    }

    @Test
    void refusesTrailingContent() {
        var contract = Contract.of(RECEIVED);

        assertRefused(contract, bytes(contract.example() + " {}"));
    }

    @Test
    void refusesAnUnnamedWayToReachTheCitizen() {
        var payload = (ObjectNode) Contract.of(RECEIVED).example();
        ((ArrayNode) payload.get("reachableBy")).addNull();

        assertRefused(Contract.of(RECEIVED), Contract.bytes(payload));
    }

    @Test
    void takesAnExplicitNullForAnOptionalField() throws IOException {
        var payload = (ObjectNode) Contract.of(RECEIVED).example();

        var event = codec.read(RECEIVED, Contract.bytes(payload.putNull("title")));

        assertThat(event)
                .isInstanceOfSatisfying(
                        ComplaintReceived.class,
                        received -> assertThat(received.title()).isNull());
    }

    @Test
    void writesEqualEventsAlike() {
        var ways = new LinkedHashSet<>(List.of(ContactWay.PHONE, ContactWay.EMAIL));

        assertThat(codec.write(received(ways)))
                .isEqualTo(codec.write(received(Set.of(ContactWay.EMAIL, ContactWay.PHONE))))
                .asString(UTF_8)
                .contains("\"reachableBy\":[\"EMAIL\",\"PHONE\"]");
    }

    @Test
    void writesTimesInUtcAndLeavesOutWhatIsNotThere() {
        assertThat(codec.write(received(Set.of())))
                .asString(UTF_8)
                .contains("\"receivedAt\":\"2026-02-03T01:15:00Z\"", "\"location\":{\"lat\":-7.0,\"lon\":110.0}")
                .doesNotContain("title", "null");
    }

    @Test
    void isDeafToLaterChangesOfTheGivenSet() {
        var ways = new LinkedHashSet<ContactWay>();
        var event = received(ways);

        ways.add(ContactWay.PHONE);

        assertThat(event.reachableBy()).isEmpty();
    }

    private static ComplaintReceived received(Set<ContactWay> ways) {
        return new ComplaintReceived(
                "SKA-4F7K-92XM",
                Channel.WEB,
                ComplaintType.ORDINARY,
                Visibility.PUBLIC,
                null,
                "Lampu jalan mati di depan sekolah.",
                null,
                new Location(null, null, -7.0, 110.0),
                ways,
                Instant.parse("2026-02-03T01:15:00Z"));
    }

    private void assertRefused(Contract contract, byte[] payload) {
        assertThatExceptionOfType(IOException.class)
                .as("%s <- %s", contract, new String(payload, UTF_8))
                .isThrownBy(() -> codec.read(contract.wireName(), payload));
    }

    private static byte[] bytes(String payload) {
        return payload.getBytes(UTF_8);
    }
}
