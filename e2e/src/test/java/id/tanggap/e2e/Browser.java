package id.tanggap.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium: the one in the variable BROWSER, or the system's, or Debian's, which root may install. */
final class Browser {
    private static final System.Logger LOG = System.getLogger(Browser.class.getName());
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private Browser() {}

    /** Aborts the calling test, and says so in the build's output, where there is none to be had. */
    static Path orSkip() throws IOException, InterruptedException {
        Optional<Path> installed = find();
        if (installed.isEmpty()
                && "root".equals(System.getProperty("user.name"))
                && Files.exists(Path.of("/usr/bin/apt-get"))) {
            Commands.run(
                    Checkout.E2E,
                    Map.of("DEBIAN_FRONTEND", "noninteractive"),
                    List.of("apt-get", "install", "-y", "--no-install-recommends", "chromium"));
            installed = find();
        }
        if (installed.isEmpty()) {
            String message = "SKIPPED: no Chromium; install it or name one in the variable BROWSER";
            LOG.log(System.Logger.Level.WARNING, message);
            Assumptions.abort(message);
        }
        return installed.orElseThrow();
    }

    private static Optional<Path> find() {
        return Stream.concat(Stream.ofNullable(System.getenv("BROWSER")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
