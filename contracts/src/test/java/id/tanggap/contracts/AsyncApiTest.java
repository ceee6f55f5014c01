package id.tanggap.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.wire.EventCodec;
import id.tanggap.contracts.wire.Topics;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

    private final AsyncApi document = AsyncApi.read();

    @Test
    void namesEveryTopicWithItsDeadLettersAndNothingElse() {
        var topics = Topics.ALL.stream().flatMap(topic -> Stream.of(topic, Topics.deadLettersOf(topic)));

        assertThat(document.addresses()).containsExactlyInAnyOrderElementsOf(topics.toList());
    }

    @Test
    void namesEveryWireNameAndNothingElse() {
        assertThat(document.messages().map(message -> message.path("name").asText()))
                .containsExactlyInAnyOrderElementsOf(EventCodec.types().keySet());
    }

    @Test
    void putsEveryEventOnItsTopic() {
        var expected = Contract.all().stream()
                .collect(Collectors.groupingBy(
                        Contract::topic, Collectors.mapping(Contract::wireName, Collectors.toSet())));

        for (var topic : Topics.ALL) {
            assertThat(document.eventsOn(topic)).isEqualTo(expected.get(topic));
            assertThat(document.eventsOn(Topics.deadLettersOf(topic))).isEqualTo(expected.get(topic));
        }
    }

    @Test
    void sendsTheTypeInTheHeaderAndRefersToTheSchema() {
        assertThat(document.messages()).allSatisfy(message -> {
            var wireName = message.path("name").asText();
            assertThat(message.at("/headers/properties/ce_type/const").asText()).isEqualTo(wireName);
            assertThat(message.at("/payload/schema/$ref").asText()).isEqualTo("events/" + wireName + "/schema.json");
            assertThat(Contract.ASYNCAPI.resolveSibling(
                            message.at("/payload/schema/$ref").asText()))
                    .exists();
        });
    }

    @Test
    void carriesTheEnvelopeInHeaders() {
        var headers = document.follow(
                        document.messages().findFirst().orElseThrow().at("/traits/0"))
                .path("headers");
        var required = new TreeSet<String>();
        headers.path("required").forEach(name -> required.add(name.asText()));

        assertThat(required)
                .containsExactlyInAnyOrder(
                        "ce_specversion",
                        "ce_id",
                        "ce_type",
                        "ce_source",
                        "ce_subject",
                        "ce_time",
                        "ce_government",
                        "content-type");
        assertThat(headers.path("properties").properties())
                .extracting(Map.Entry::getKey)
                .containsAll(required)
                .contains("ce_sequence", "traceparent")
                .hasSize(required.size() + 2);
    }

    @Test
    void givesEveryTopicOneWriterAndSomeReaders() {
        assertThat(Topics.ALL).allSatisfy(topic -> {
            assertThat(document.writers(topic)).hasSize(1);
            assertThat(document.readers(topic)).doesNotContainAnyElementsOf(document.writers(topic));
        });
        assertThat(Topics.ALL).noneMatch(topic -> document.readers(topic).isEmpty());
    }

    @Test
    void setsAsideWhatAReaderOfTheTopicCannotTake() {
        assertThat(Topics.ALL)
                .allSatisfy(topic -> assertThat(document.writers(Topics.deadLettersOf(topic)))
                        .containsExactlyInAnyOrderElementsOf(document.readers(topic)));
    }

    @Test
    void refersToNothingThatIsMissing() {
        assertThat(document.root().findValuesAsText("$ref"))
                .filteredOn(ref -> ref.startsWith("#"))
                .isNotEmpty()
                .allSatisfy(
                        ref -> assertThat(document.root().at(ref.substring(1)).isMissingNode())
                                .as(ref)
                                .isFalse());
    }

    @Test
    void knowsOnlyTheFiveServices() {
        Set<String> services = Topics.ALL.stream()
                .flatMap(topic -> Stream.concat(document.writers(topic).stream(), document.readers(topic).stream()))
                .collect(Collectors.toSet());

        assertThat(services)
                .containsExactlyInAnyOrder(
                        "intake-service",
                        "routing-service",
                        "response-service",
                        "notification-service",
                        "reporting-service");
    }
}
