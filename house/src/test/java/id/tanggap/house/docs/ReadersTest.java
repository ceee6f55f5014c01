package id.tanggap.house.docs;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.house.Checkout;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Who reads a topic is told to integrators as the services are configured, and so is who sets records aside. */
class ReadersTest {
    private static final Pattern INCOMING = Pattern.compile("mp\\.messaging\\.incoming\\..+\\.topic");
    private static final Map<String, Object> ASYNCAPI =
            new Yaml().load(Checkout.read("contracts/src/main/resources/contracts/asyncapi.yaml"));

    @Test
    void areThoseThatTheDocumentNames() {
        var told = new TreeMap<String, TreeSet<String>>();
        operations("receive")
                .forEach(operation -> readers(told, topic(operation)).add(text(operation, "x-service")));

        assertThat(told).isNotEmpty().isEqualTo(configured());
    }

    @Test
    void setAsideWhatTheyCannotTake() {
        var told = new TreeMap<String, TreeSet<String>>();
        for (var operation : operations("send")) {
            if (operation.get("x-services") instanceof List<?> services && !services.isEmpty()) {
                var topic = topic(operation).replaceFirst("\\.dlq$", "");
                services.forEach(service -> readers(told, topic).add(service.toString()));
            }
        }

        assertThat(told).isNotEmpty().isEqualTo(configured());
    }

    private static TreeMap<String, TreeSet<String>> configured() {
        var readers = new TreeMap<String, TreeSet<String>>();
        for (var file : Checkout.files("-service/src/main/resources/application.properties")) {
            var service = file.substring(0, file.indexOf('/'));
            properties(file).forEach((name, topic) -> {
                if (INCOMING.matcher(name.toString()).matches()) {
                    readers(readers, topic.toString()).add(service);
                }
            });
        }
        return readers;
    }

    private static Properties properties(String file) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Checkout.read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static TreeSet<String> readers(Map<String, TreeSet<String>> all, String topic) {
        return all.computeIfAbsent(topic, _ -> new TreeSet<>());
    }

    private static List<Map<?, ?>> operations(String action) {
        return part(ASYNCAPI, "operations").values().stream()
                .<Map<?, ?>>map(Map.class::cast)
                .filter(operation -> text(operation, "action").equals(action))
                .toList();
    }

    private static String topic(Map<?, ?> operation) {
        var channel = text(part(operation, "channel"), "$ref").replaceFirst(".*/", "");
        return text(part(part(ASYNCAPI, "channels"), channel), "address");
    }

    private static Map<?, ?> part(Map<?, ?> document, String name) {
        return document.get(name) instanceof Map<?, ?> part ? part : Map.of();
    }

    private static String text(Map<?, ?> of, String name) {
        return String.valueOf(of.get(name));
    }
}
