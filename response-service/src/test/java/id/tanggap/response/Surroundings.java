package id.tanggap.response;

import id.tanggap.response.people.FakeKeycloak;
import id.tanggap.testkit.PlatformResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Database and broker, a directory for files, and a Keycloak that knows a few officers. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {
    private final PlatformResource platform = new PlatformResource();
    private final FakeKeycloak keycloak = new FakeKeycloak();

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(platform.start());
        settings.putAll(keycloak.start());
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
        keycloak.stop();
        platform.stop();
    }
}
