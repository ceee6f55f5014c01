package id.tanggap.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What was published stays true. The snapshots are written by this test, never by hand, and only when they break
 * nothing; the first published example of an event is kept for good.
 */
class PublishedContractsTest {

    private static final Path SCHEMAS = Path.of("src/test/resources/published");
    private static final Path EXAMPLES = SCHEMAS.resolve("examples");
    private static final String COMMAND =
            "./mvnw -pl contracts test -Dtest=PublishedContractsTest -Dcontracts.publish=true";

    @BeforeAll
    static void publishesOnDemand() throws IOException {
        if (Boolean.getBoolean("contracts.publish") && refusals().isEmpty()) {
            publish();
        }
    }

    @Test
    void keepsWhatWasPublished() {
        assertThat(refusals()).as(String.join("\n\n", refusals())).isEmpty();
    }

    @Test
    void publishesWhatIsNew() {
        assertThat(snapshots(SCHEMAS))
                .as("A schema is new or has changed. If nothing published is broken, publish it with: %s", COMMAND)
                .isEqualTo(schemas());
    }

    @Test
    void readsTheFirstPublishedExamples() {
        assertThat(snapshots(EXAMPLES)).hasSize(schemas().size()).allSatisfy((wireName, example) -> {
            var contract = Contract.of(wireName);
            assertThat(contract.faultsOf(example)).isEmpty();
            assertThat(contract.event(example)).isInstanceOf(contract.type());
        });
    }

    private static List<String> refusals() {
        return CompatibilityGuard.refusals(snapshots(SCHEMAS), schemas());
    }

    private static void publish() throws IOException {
        Files.createDirectories(EXAMPLES);
        for (var contract : Contract.all()) {
            var name = contract.wireName() + ".json";
            Files.writeString(SCHEMAS.resolve(name), contract.schema().toPrettyString() + "\n");
            if (Files.notExists(EXAMPLES.resolve(name))) {
                Files.writeString(EXAMPLES.resolve(name), contract.example().toPrettyString() + "\n");
            }
        }
    }

    private static Map<String, JsonNode> schemas() {
        var schemas = new TreeMap<String, JsonNode>();
        Contract.all().forEach(contract -> schemas.put(contract.wireName(), contract.schema()));
        return schemas;
    }

    private static Map<String, JsonNode> snapshots(Path directory) {
        var snapshots = new TreeMap<String, JsonNode>();
        for (var name : Contract.names(directory)) {
            if (name.endsWith(".json")) {
                snapshots.put(name.replaceFirst("\\.json$", ""), Contract.read(directory.resolve(name)));
            }
        }
        return snapshots;
    }
}
