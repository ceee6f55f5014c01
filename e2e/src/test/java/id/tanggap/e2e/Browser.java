package id.tanggap.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium: the one in the variable BROWSER, or the system's; a build machine installs Debian's. */
final class Browser {
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private Browser() {}

    /** Aborts the calling test, and says so in the build's output, where there is none to be had. */
    static Path orSkip() throws IOException, InterruptedException {
        Optional<Path> installed = find();
        if (installed.isEmpty() && "true".equals(System.getenv("CI"))) {
            apt("update");
            apt("install", "-y", "--no-install-recommends", "chromium");
            installed = find();
        }
        if (installed.isEmpty()) {
            Assumptions.abort("no Chromium: install it or name one in the variable BROWSER");
        }
        return installed.orElseThrow();
    }

    private static void apt(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("apt-get"));
        command.addAll(List.of(arguments));
        Commands.run(Checkout.E2E, Map.of("DEBIAN_FRONTEND", "noninteractive"), command)
                .orFail();
    }

    private static Optional<Path> find() {
        return Stream.concat(Stream.ofNullable(System.getenv("BROWSER")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
