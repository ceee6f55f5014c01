package id.tanggap.intake;

import id.tanggap.testkit.PlatformResource;
import id.tanggap.testkit.server.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Database and broker, a directory for files, and where intake finds its neighbours and Keycloak. Nobody is there but for a test that starts a
 * server of its own, in its own class loader.
 */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {
    private final PlatformResource platform = new PlatformResource();

    @Override
    public Map<String, String> start() {
        var port = FreePort.any();
        var settings = new HashMap<>(platform.start());
        settings.put("neighbours.port", String.valueOf(port));
        settings.put("tanggap.response.url", "http://localhost:" + port);
        settings.put("tanggap.routing.url", "http://localhost:" + port);
        settings.put("tanggap.reporting.url", "http://localhost:" + port);
        settings.put("tanggap.oidc.url", "http://localhost:" + port + "/auth/realms/tanggap");
        settings.put("tanggap.client.secret", "rahasia-layanan");
        var whatsApp = FreePort.any();
        settings.put("whatsapp.port", String.valueOf(whatsApp));
        settings.put("tanggap.channel.whatsapp.api", "http://localhost:" + whatsApp + "/v25.0");
        settings.put("tanggap.channel.ulas-wa.verify", "kata-sepakat");
        settings.put("tanggap.channel.ulas-wa.signing", "rahasia-aplikasi");
        settings.put("tanggap.channel.ulas-wa.token", "token-wa");
        settings.put("tanggap.conversation.quiet", "200ms");
        settings.put("tanggap.conversation.longest-wait", "1s");
        settings.put("tanggap.files.directory", directory().toString());
        return settings;
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target/files")), "of-a-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        platform.stop();
    }
}
