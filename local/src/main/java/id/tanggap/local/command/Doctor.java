package id.tanggap.local.command;

import id.tanggap.local.machine.Console;
import id.tanggap.local.machine.Port;
import id.tanggap.local.machine.Probe;
import id.tanggap.local.machine.RunLock;
import id.tanggap.local.machine.Workspace;
import id.tanggap.local.part.Postgres;
import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code doctor}: one line per thing this platform needs from the machine, and what to do where it is missing. */
public record Doctor(Workspace workspace, Console console) {
    private static final long GIB = 1L << 30;
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");

    private enum Need {
        REQUIRED,
        FOR_THE_WORKSPACE,
        FOR_BROWSER_TESTS,
        OPTIONAL
    }

    public int run() throws IOException, InterruptedException {
        // Each is looked at and shown, whatever was said before it.
        boolean well = !List.of(jdk(), disk(), memory(), ports(), maven(), userNamespace())
                .contains(false);
        node();
        chromium();
        docker();
        console.say(well ? "All that is needed is there." : "Something that is needed is missing.");
        return well ? Exit.OK : Exit.FAILED;
    }

    private boolean jdk() {
        return check(
                Need.REQUIRED,
                "JDK",
                Runtime.version().feature() >= 25,
                Runtime.version().toString(),
                "install a JDK 25");
    }

    private boolean userNamespace() throws InterruptedException {
        return !Postgres.needsUserNamespace()
                || check(
                        Need.REQUIRED,
                        "PostgreSQL as root",
                        output("unshare", "--user", "true").isPresent(),
                        "user namespaces work",
                        "user namespaces are forbidden here: run as an ordinary user instead");
    }

    private void docker() throws InterruptedException {
        check(
                Need.OPTIONAL,
                "Docker",
                output("docker", "info").isPresent(),
                "an engine answers",
                "no engine; only needed for TANGGAP_INFRA=containers and docker compose");
    }

    private boolean disk() throws IOException {
        long free = Files.getFileStore(workspace.root()).getUsableSpace();
        return check(Need.REQUIRED, "disk", free > 3 * GIB, free / GIB + " GiB free", "3 GiB are needed");
    }

    private boolean memory() throws IOException {
        Path memory = Path.of("/proc/meminfo");
        if (!Files.exists(memory)) {
            return true;
        }
        try (Stream<String> lines = Files.lines(memory)) {
            long available = lines.filter(line -> line.startsWith("MemAvailable:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    * 1024;
            return check(
                    Need.REQUIRED,
                    "memory",
                    available > 5 * GIB / 2,
                    "%.1f GiB available".formatted(available / (double) GIB),
                    "2.5 GiB are needed, close something");
        }
    }

    private boolean ports() throws IOException {
        if (Files.exists(workspace.data()) && RunLock.held(workspace)) {
            return check(Need.REQUIRED, "ports", true, "in use by the running platform", "");
        }
        List<String> taken = Stream.of(Port.values())
                .filter(port -> !Probe.free(workspace.port(port)))
                .map(port -> workspace.port(port) + " (" + port.part() + ")")
                .distinct()
                .toList();
        return check(
                Need.REQUIRED,
                "ports",
                taken.isEmpty(),
                "%d to %d are free".formatted(workspace.frontDoor(), workspace.port(Port.PHONE)),
                "taken: " + String.join(", ", taken) + "; use --port N");
    }

    private boolean maven() {
        boolean cached = Files.exists(Path.of(System.getProperty("user.home"), ".m2/repository/io/quarkus"));
        boolean reachable = answers("https://repo.maven.apache.org/maven2/");
        return check(
                Need.REQUIRED,
                "Maven",
                cached || reachable,
                cached
                        ? "libraries are in ~/.m2" + (reachable ? "" : "; the repository does not answer")
                        : "the repository answers",
                "neither ~/.m2 nor the repository has the libraries: a mirror belongs into ~/.m2/settings.xml");
    }

    /** Builds the pages of the staff and steers the browser of the tests. */
    private void node() throws InterruptedException {
        Optional<String> node = output("node", "--version");
        boolean npm = output("npm", "--version").isPresent();
        check(
                Need.FOR_THE_WORKSPACE,
                "Node",
                npm && node.filter(version -> atLeast(version, 20, 19)).isPresent(),
                node.orElse(""),
                "install Node 20.19 or later with npm: apt install nodejs npm, brew install node, or nodejs.org");
    }

    private void chromium() {
        @Nullable String chromium = null;
        for (String name : new String[] {"chromium", "chromium-browser", "google-chrome", "chrome"}) {
            chromium = chromium == null ? onPath(name) : chromium;
        }
        check(
                Need.FOR_BROWSER_TESTS,
                "Chromium",
                chromium != null,
                chromium == null ? "" : chromium,
                "not on the PATH");
    }

    private boolean check(Need need, String what, boolean well, String found, String remedy) {
        String state = well
                ? "ok"
                : switch (need) {
                    case REQUIRED -> "MISSING";
                    case FOR_THE_WORKSPACE -> "missing (only for /staff/ and the browser tests)";
                    case FOR_BROWSER_TESTS -> "missing (only for the browser tests)";
                    case OPTIONAL -> "missing (optional)";
                };
        console.say("  %-19s %s  %s".formatted(what, state, well ? found : remedy));
        return well;
    }

    private static boolean atLeast(String version, int major, int minor) {
        Matcher numbers = VERSION.matcher(version);
        if (!numbers.find()) {
            return false;
        }
        int found = Integer.parseInt(numbers.group(1));
        return found > major || found == major && Integer.parseInt(numbers.group(2)) >= minor;
    }

    private static @Nullable String onPath(String name) {
        for (String directory : System.getenv("PATH").split(File.pathSeparator)) {
            Path file = Path.of(directory, name);
            if (Files.isExecutable(file)) {
                return file.toString();
            }
        }
        return null;
    }

    /** What the command printed, if it is there and ended well. */
    private static Optional<String> output(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .start();
            String output =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? Optional.of(output.strip())
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static boolean answers(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setRequestMethod("HEAD");
            connection.setConnectTimeout(5_000);
            connection.setReadTimeout(5_000);
            return connection.getResponseCode() < 500;
        } catch (IOException _) {
            return false;
        }
    }
}
