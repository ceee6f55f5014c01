package id.tanggap.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The official images of the versions that the build names, which are those of the embedded servers. */
final class Images {
    private static final Properties VERSIONS = versions();

    static final String KAFKA = "apache/kafka:" + VERSIONS.getProperty("kafka");
    // Binaries are numbered 18.6.0, the server itself 18.6.
    static final String POSTGRES =
            "postgres:" + VERSIONS.getProperty("postgres").replaceFirst("\\.0$", "");

    private static Properties versions() {
        try (var file = Objects.requireNonNull(Images.class.getResourceAsStream("versions.properties"))) {
            var versions = new Properties();
            versions.load(file);
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Images() {}
}
