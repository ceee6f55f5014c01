package id.tanggap.notification;

import id.tanggap.testkit.server.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The same with a number of Surakarta's at WhatsApp, and what plays its provider. */
public final class ChatSurroundings implements QuarkusTestResourceLifecycleManager {
    private static final String CHANNELS = """
            accounts:
              - id: ulas-wa
                provider: whatsapp
                number: "1066"
                secrets: ulas
                templates:
                  - {message: RECEIVED, name: aduan_diterima, language: id, values: [number, link]}
                  - {message: INFORMATION_REQUESTED, name: aduan_butuh_info, language: id, values: [number, words]}
              - id: tanpa-kunci
                provider: whatsapp
                number: "1067"
                secrets: lain
                templates: []
            """;

    private final Surroundings surroundings = new Surroundings();

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(surroundings.start());
        var provider = String.valueOf(FreePort.any());
        settings.put("world.whatsapp.port", provider);
        settings.put("tanggap.channel.whatsapp.api", "http://localhost:" + provider + "/v25.0");
        settings.put("tanggap.channel.ulas.token", "token-ulas");
        settings.put("tanggap.governments.dir", governments().toString());
        return settings;
    }

    /** A copy of the repository's folder with accounts in it. */
    private static Path governments() {
        try {
            var copy = Files.createTempDirectory("governments");
            var from = Path.of("..", "governments").toAbsolutePath().normalize();
            var wanted = FileSystems.getDefault().getPathMatcher("glob:**.{yaml,geojson}");
            try (var files = Files.walk(from, 2)) {
                for (var file : files.filter(wanted::matches).toList()) {
                    var to = copy.resolve(from.relativize(file));
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                }
            }
            Files.writeString(copy.resolve("surakarta/channels.yaml"), CHANNELS);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        surroundings.stop();
    }
}
