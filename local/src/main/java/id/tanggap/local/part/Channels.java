package id.tanggap.local.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import id.tanggap.local.machine.Port;
import id.tanggap.local.machine.Rest;
import id.tanggap.local.machine.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The accounts with providers that the governments' files name, and what stands in for the providers here. */
record Channels(Workspace workspace, Secrets secrets) {
    private static final String FILE = "channels.yaml";
    private static final YAMLMapper YAML = new YAMLMapper();

    /** What services are told: where the provider is, and each account's secrets. */
    Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("TANGGAP_CHANNEL_WHATSAPP_API", url(Port.WHATSAPP) + "/v25.0");
        for (JsonNode account : accounts()) {
            String prefix = "TANGGAP_CHANNEL_"
                    + account.path("secrets").asText().toUpperCase(Locale.ROOT).replace('-', '_');
            environment.put(prefix + "_VERIFY", secrets.get(Secrets.CHANNEL_VERIFY));
            environment.put(prefix + "_SIGNING", secrets.get(Secrets.CHANNEL_SIGNING));
            environment.put(prefix + "_TOKEN", secrets.get(Secrets.CHANNEL_TOKEN));
        }
        return environment;
    }

    /** What the double is told. */
    String settings() {
        var settings = Rest.JSON
                .createObjectNode()
                .put("apiPort", workspace.port(Port.WHATSAPP))
                .put("pagePort", workspace.port(Port.PHONE));
        var told = settings.putArray("accounts");
        for (JsonNode account : accounts()) {
            String id = account.path("id").asText();
            var templates = told.addObject()
                    .put("id", id)
                    .put("number", account.path("number").asText())
                    .put("hook", url(Port.EDGE) + "/hooks/whatsapp/" + id)
                    .put("verify", secrets.get(Secrets.CHANNEL_VERIFY))
                    .put("token", secrets.get(Secrets.CHANNEL_TOKEN))
                    .put("signing", secrets.get(Secrets.CHANNEL_SIGNING))
                    .putObject("templates");
            account.path("templates")
                    .forEach(template -> templates.put(
                            template.path("name").asText(),
                            template.path("values").size()));
        }
        return settings.toString();
    }

    String page() {
        return url(Port.PHONE) + "/";
    }

    /** Both are reached by this name, as an address that they give out says it. */
    private String url(Port port) {
        return "http://localhost:" + workspace.port(port);
    }

    private List<JsonNode> accounts() {
        Path governments = workspace.root().resolve("governments");
        try (var folders = Files.exists(governments) ? Files.list(governments) : Stream.<Path>empty()) {
            return folders.map(folder -> folder.resolve(FILE))
                    .filter(Files::exists)
                    .sorted()
                    .flatMap(file -> read(file).path("accounts").valueStream())
                    .filter(account -> account.path("provider").asText().equals("whatsapp"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
