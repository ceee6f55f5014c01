package id.tanggap.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Node.js with the tools that package-lock.json pins. */
final class Node {
    private static final int OLDEST = 20;

    private Node() {}

    /** Aborts the calling test, and says so in the build's output, where Node.js is missing. */
    static synchronized Node orSkip() throws IOException, InterruptedException {
        if (major() < OLDEST) {
            Assumptions.abort("no Node.js " + OLDEST + " or later in PATH");
        }
        install();
        return new Node();
    }

    Commands.Result run(String script, String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), script, arguments);
    }

    Commands.Result run(Map<String, String> environment, String script, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        return Commands.run(Checkout.E2E, environment, command);
    }

    private static int major() throws InterruptedException {
        try {
            String version = Commands.run(Checkout.E2E, Map.of(), List.of("node", "--version"))
                    .output();
            return Integer.parseInt(version.strip().replaceFirst("v(\\d+).*", "$1"));
        } catch (IOException | NumberFormatException _) {
            return 0;
        }
    }

    private static void install() throws IOException, InterruptedException {
        Path wanted = Checkout.E2E.resolve("package-lock.json");
        Path installed = Checkout.E2E.resolve("node_modules/.package-lock.json");
        if (!Files.exists(installed)
                || Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) < 0) {
            Commands.run(
                            Checkout.E2E,
                            Map.of(),
                            List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"))
                    .orFail();
        }
    }
}
