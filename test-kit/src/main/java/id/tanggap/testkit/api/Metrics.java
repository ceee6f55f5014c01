package id.tanggap.testkit.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the service under test tells who watches it. */
public final class Metrics {
    private Metrics() {}

    /** In the format of Prometheus. */
    public static String shown() {
        var port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        var metrics = URI.create("http://localhost:" + port + "/q/metrics");
        try (var answer = metrics.toURL().openStream()) {
            return new String(answer.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("No metrics", e);
        }
    }
}
