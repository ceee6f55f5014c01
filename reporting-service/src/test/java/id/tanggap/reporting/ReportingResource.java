package id.tanggap.reporting;

import id.tanggap.testkit.PlatformResource;
import id.tanggap.testkit.Tokens;
import id.tanggap.testkit.server.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Database, broker and keys, and the governments of the house with one of them moved to WIT: a month there begins two
 * hours before it begins in WIB.
 */
public final class ReportingResource implements QuarkusTestResourceLifecycleManager {
    private final PlatformResource platform = new PlatformResource();

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(startPlatform());
        settings.put(
                "tanggap.governments.dir",
                MovedGovernments.write("karanganyar", "Asia/Jayapura").toString());
        // Tests look by themselves, at a time of their own.
        settings.put("tanggap.recap.watch", "false");
        settings.put("tanggap.public-url", "https://aduan.example");
        settings.put("tanggap.intake.url", "http://localhost:" + FreePort.any());
        settings.put("quarkus.oidc.auth-server-url", "");
        settings.put("quarkus.oidc.public-key", publicKey());
        return settings;
    }

    @Override
    public void stop() {
        platform.stop();
    }

    /** The broker loads parts of itself by the thread's class loader, which need not be the one it came from. */
    private Map<String, String> startPlatform() {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(PlatformResource.class.getClassLoader());
        try {
            return platform.start();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String publicKey() {
        try {
            var key = Tokens.class.getDeclaredMethod("publicKey");
            key.setAccessible(true);
            return (String) key.invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
