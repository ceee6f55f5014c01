package id.tanggap.response;

import id.tanggap.response.people.FakeKeycloak;
import id.tanggap.testkit.PlatformResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Database and broker, and a Keycloak that knows a few officers. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {
    private final PlatformResource platform = new PlatformResource();
    private final FakeKeycloak keycloak = new FakeKeycloak();

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(platform.start());
        settings.putAll(keycloak.start());
        return settings;
    }

    @Override
    public void stop() {
        keycloak.stop();
        platform.stop();
    }
}
