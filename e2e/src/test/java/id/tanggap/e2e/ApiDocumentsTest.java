package id.tanggap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What integrators read of all services: well-formed, and true of the edge in front of them. */
class ApiDocumentsTest {
    private static final String FOLDER = "contracts/src/main/resources/contracts/openapi";
    private static final List<String> SERVICES = List.of("intake", "routing", "response", "notification", "reporting");
    private static final Pattern LIMITED =
            Pattern.compile("^tanggap\\.edge\\.guards\\.([\\w-]+)\\.per-second=[1-9]", Pattern.MULTILINE);

    @Test
    void pass() throws IOException, InterruptedException {
        Node node = Node.orSkip();

        Commands.Result result = lint(node, SERVICES.stream().map(ApiDocumentsTest::file));

        assertThat(result.output()).doesNotContain("Warning was generated");
        assertThat(result.status()).as(result.output()).isZero();
    }

    @Test
    void areRefusedWhenAnAnswerHasNoDescription(@TempDir Path directory) throws IOException, InterruptedException {
        Node node = Node.orSkip();
        String good = Checkout.read(file("notification"));
        Path broken = Files.writeString(
                directory.resolve("notification.json"), good.replaceFirst("\"description\" : \"OK\",", ""));

        Commands.Result result = lint(node, Stream.of(broken.toString()));

        assertThat(Files.readString(broken)).isNotEqualTo(good);
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output()).contains("The field `description` must be present");
    }

    /** The edge counts calls, not the services: its table and their documents say the same. */
    @Test
    void tellWhereTheEdgeCountsCalls() throws IOException {
        List<String> told = new ArrayList<>();
        for (String service : SERVICES) {
            told.addAll(countedIn(new ObjectMapper().readTree(Checkout.read(file(service)))));
        }

        assertThat(told).containsExactlyInAnyOrderElementsOf(countedByTheEdge());
    }

    private static List<String> countedIn(JsonNode document) {
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(operation ->
                                operation.getValue().at("/responses").has("429"))
                        .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " "
                                + path.getKey().replaceAll("\\{\\w+}", "*")))
                .toList();
    }

    private static List<String> countedByTheEdge() {
        String table = Checkout.read("edge/src/main/resources/application.properties");
        return LIMITED.matcher(table)
                .results()
                .map(guard -> "tanggap.edge.guards." + guard.group(1))
                .map(guard -> setting(table, guard + ".method") + " " + setting(table, guard + ".path"))
                .filter(guard -> guard.contains(" /api/"))
                .toList();
    }

    private static String setting(String table, String name) {
        return Pattern.compile("^" + Pattern.quote(name) + "=(.*)$", Pattern.MULTILINE)
                .matcher(table)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static String file(String service) {
        return FOLDER + "/" + service + ".json";
    }

    private static Commands.Result lint(Node node, Stream<String> files) throws IOException, InterruptedException {
        String[] arguments = Stream.concat(
                        Stream.of("lint", "--config", "redocly.yaml"),
                        files.map(file -> Checkout.ROOT.resolve(file).toString()))
                .toArray(String[]::new);
        return node.run(
                Map.of("REDOCLY_TELEMETRY", "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE", "true"),
                "node_modules/@redocly/cli/bin/cli.js",
                arguments);
    }
}
