package id.tanggap.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.wire.EventCodec;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Record, schema and examples of an event say the same. */
class ContractTest {

    static final List<Contract> ALL = Contract.all();

    private final EventCodec codec = new EventCodec((event, field) -> {
        throw new AssertionError(event + " does not know " + field);
    });

    @Test
    void givesEveryRecordOneFolder() {
        assertThat(Contract.folders()).isEqualTo(EventCodec.types().keySet());
    }

    @Test
    void registersEveryRecordOfTheSealedHierarchy() {
        assertThat(Set.<Class<?>>copyOf(EventCodec.types().values()))
                .isEqualTo(permitted(Event.class).collect(Collectors.toSet()));
    }

    private static Stream<Class<?>> permitted(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(ContractTest::permitted)
                : Stream.of(type);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void namesAFactWithItsVersion(Contract contract) {
        assertThat(contract.wireName()).matches("(complaint|recap|conversation)\\.[a-z]+(-[a-z]+)*\\.v[1-9][0-9]*");
        assertThat(contract.schema().get("$id").asText()).isEqualTo("urn:tanggap:event:" + contract.wireName());
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void isWrittenInJsonSchema(Contract contract) {
        var metaSchema =
                JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SchemaLocation.of(SchemaId.V202012));

        assertThat(contract.schema().get("$schema").asText()).isEqualTo(SchemaId.V202012);
        assertThat(metaSchema.validate(contract.schema())).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void describesItselfAndEveryField(Contract contract) {
        assertThat(contract.schema().path("title").asText()).isNotBlank();
        assertThat(contract.schema().findParents("type"))
                .filteredOn(part -> part.path("type").isTextual())
                .isNotEmpty()
                .allSatisfy(part -> assertThat(part.path("description").asText())
                        .as("%s", part)
                        .endsWith("."));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void promisesInTheSchemaWhatTheRecordPromises(Contract contract) {
        assertThat(Shape.of(contract.schema())).isEqualTo(Shape.of(contract.type()));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void leavesRoomForTheFieldsOfTomorrow(Contract contract) {
        var tomorrow = ((ObjectNode) contract.example()).put("addedTomorrow", 1);

        assertThat(contract.faultsOf(tomorrow)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void showsEveryFieldInTheExampleAndOnlyTheRequiredOnesInTheMinimalExample(Contract contract) {
        var required = new TreeSet<String>();
        contract.schema().get("required").forEach(name -> required.add(name.asText()));
        var all = fieldsOf(contract.schema().get("properties"));

        assertThat(fieldsOf(contract.example())).isEqualTo(all);
        if (required.equals(all)) {
            assertThat(contract.files()).containsExactly("example.json", "schema.json");
        } else {
            assertThat(contract.files()).containsExactly("example-minimal.json", "example.json", "schema.json");
            var fewest = Math.max(
                    required.size(), contract.schema().path("minProperties").asInt());
            assertThat(contract.examples().map(ContractTest::fieldsOf))
                    .anyMatch(fields -> fields.size() == fewest && fields.containsAll(required));
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void readsAndWritesItsExamplesWithoutLoss(Contract contract) {
        assertThat(contract.examples()).isNotEmpty().allSatisfy(example -> {
            var event = codec.read(contract.wireName(), Contract.bytes(example));
            var written = Contract.tree(codec.write(present(event)));

            assertThat(event).isInstanceOf(contract.type());
            assertThat(written).isEqualTo(example);
            assertThat(contract.faultsOf(written)).isEmpty();
        });
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void refusesAPayloadWithoutARequiredField(Contract contract) {
        assertThat(contract.schema().get("required")).allSatisfy(field -> {
            var payload = ((ObjectNode) contract.example()).without(field.asText());

            assertThat(contract.faultsOf(payload)).anyMatch(fault -> fault.contains("'" + field.asText() + "'"));
        });
    }

    @ParameterizedTest
    @CsvSource({"complaint.received.v1, 2", "complaint.imported.v1, 3"})
    void keepsTheWordsOfASecretComplaintOffTheWire(String wireName, int words) {
        var contract = Contract.of(wireName);
        var secret = ((ObjectNode) contract.example()).put("visibility", "SECRET");

        assertThat(contract.faultsOf(secret)).hasSize(words);
        assertThat(contract.faultsOf(secret.without(List.of("title", "text", "answer"))))
                .isEmpty();
    }

    @Test
    void refusesATimeThatIsNone() {
        var contract = Contract.of("complaint.accepted.v1");
        var payload = ((ObjectNode) contract.example()).put("acceptedAt", "kemarin");

        assertThat(contract.faultsOf(payload)).hasSize(1);
    }

    private static Event present(@Nullable Event event) {
        return Objects.requireNonNull(event);
    }

    private static Set<String> fieldsOf(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
