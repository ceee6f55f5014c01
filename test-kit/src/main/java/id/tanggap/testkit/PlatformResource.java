package id.tanggap.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives a Quarkus test a new database, the test JVM's broker and the key of {@link Tokens}; the servers outlive the test
 * class.
 */
public final class PlatformResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        var database = Platform.newDatabase("service");
        var settings = new HashMap<>(Tokens.settings());
        settings.put("tanggap.postgres", Platform.postgres().address());
        settings.put("tanggap.database.name", database);
        settings.put("tanggap.database.password", "postgres");
        settings.put("kafka.bootstrap.servers", Platform.kafka().address());
        return settings;
    }

    @Override
    public void stop() {
        // The servers end with the JVM: starting them again for each test profile would cost more than the test.
    }
}
