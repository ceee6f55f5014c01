package id.tanggap.notification;

import id.tanggap.testkit.PlatformResource;
import id.tanggap.testkit.Tokens;
import id.tanggap.testkit.server.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the service finds what is around it. The servers themselves belong to {@link World}, which starts them in the
 * test's class loader; until then the service finds nobody there and has to cope.
 */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {
    private final PlatformResource platform = new PlatformResource();

    @Override
    public Map<String, String> start() {
        var intake = String.valueOf(FreePort.any());
        var keycloak = String.valueOf(FreePort.any());
        var gate = String.valueOf(FreePort.any());
        var settings = new HashMap<>(platform.start());
        settings.putAll(Map.of(
                "world.intake.port",
                intake,
                "world.keycloak.port",
                keycloak,
                "world.smtp.port",
                gate,
                "tanggap.intake.url",
                "http://localhost:" + intake,
                "tanggap.oidc.url",
                "http://localhost:" + keycloak + "/auth/realms/tanggap",
                "tanggap.client.secret",
                "rahasia-klien",
                "tanggap.public-url",
                "https://aduan.contoh.id",
                "quarkus.mailer.host",
                "localhost",
                "quarkus.mailer.port",
                gate));
        settings.putAll(Tokens.settings());
        return settings;
    }

    @Override
    public void stop() {
        platform.stop();
    }
}
