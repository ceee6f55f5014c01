package id.tanggap.e2e;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The platform as {@code ./tanggap up} starts it, one for all journeys of a run, on ports and data of its own. The data
 * stays in {@code target/platform} for whoever wants to know why a journey failed.
 */
final class RunningPlatform implements AutoCloseable {

    /** Hands the one platform to every journey that asks for it. */
    static final class Provided implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningPlatform.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return Objects.requireNonNull(context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(RunningPlatform.class))
                    .computeIfAbsent(RunningPlatform.class, _ -> start(), RunningPlatform.class));
        }
    }

    /** The data directory of one that runs already, to work on a journey without waiting for a start each time. */
    private static final @Nullable String GIVEN = System.getProperty("tanggap.e2e.data");

    /** As many as the local run takes, from the front door on. */
    private static final int PORTS = 12;

    private static final int MANAGEMENT = 920;

    private static final int POSTGRES = 6;
    private static final int KAFKA = 7;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final Path data;
    private final int port;
    private final Properties secrets = new Properties();

    private RunningPlatform(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    private static RunningPlatform start() {
        try {
            return GIVEN == null ? started() : running(Path.of(GIVEN).toAbsolutePath());
        } catch (IOException | InterruptedException | SQLException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** On the data of an earlier version: every journey is one after an upgrade. */
    private static RunningPlatform started()
            throws IOException, InterruptedException, SQLException, ExecutionException {
        RunningPlatform platform = new RunningPlatform(Checkout.E2E.resolve("target/platform"), freePort());
        platform.tanggap("down").orFail();
        platform.tanggap("reset").orFail();
        platform.restore(KeptSet.chosen());
        platform.upWithout();
        return platform;
    }

    private void restore(KeptSet set) throws IOException, InterruptedException, SQLException, ExecutionException {
        set.layOut(data);
        readSecrets();
        try {
            upWithout("edge", "keycloak", "intake", "routing", "response", "notification", "reporting");
            set.restore(this);
        } finally {
            tanggap("down").orFail();
        }
    }

    /** Start caches are never made: the journeys would wait for a core that trains them, and end before they are used. */
    private void upWithout(String... parts) throws IOException, InterruptedException {
        List<String> without = new ArrayList<>(List.of("aot-training"));
        without.addAll(List.of(parts));
        tanggap("up", "--detach", "--port", Integer.toString(port), "--without", String.join(",", without))
                .orFail();
    }

    private void readSecrets() throws IOException {
        try (Reader reader = Files.newBufferedReader(data.resolve("secrets.properties"))) {
            secrets.load(reader);
        }
    }

    private static RunningPlatform running(Path data) throws IOException {
        RunningPlatform platform = new RunningPlatform(
                data,
                Integer.parseInt(Files.readString(data.resolve("run/port")).strip()));
        platform.readSecrets();
        return platform;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (GIVEN == null) {
            tanggap("down").orFail();
        }
    }

    /** A command on this platform's data. */
    Commands.Result tanggap(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Checkout.ROOT.resolve("tanggap").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString()));
        return Commands.run(Checkout.ROOT, Map.of(), command);
    }

    /** Whether it was started here, on a kept set. */
    boolean isRestored() {
        return GIVEN == null;
    }

    Path data() {
        return data;
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** All ports move with the front door's. */
    int port(Part part) {
        return port + part.port() - Part.ALL.getFirst().port();
    }

    String kafka() {
        return "127.0.0.1:" + (port + KAFKA);
    }

    Path mails() {
        return data.resolve("mail");
    }

    String secret(String name) {
        return secrets.getProperty(name);
    }

    boolean kafkaListens() {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port + KAFKA)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** Ends a part's process at once, as a crash would; the local run starts it again. */
    void kill(String part) throws IOException {
        ProcessHandle process = running(part);
        process.destroyForcibly();
        awaitEnd(process);
    }

    /** Asks a part's process to end in good order; the local run starts it again. */
    void restart(String part) throws IOException, InterruptedException {
        ProcessHandle process = running(part);
        Commands.run(data, Map.of(), List.of("kill", "-INT", Long.toString(process.pid())))
                .orFail();
        awaitEnd(process);
    }

    private static void awaitEnd(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IOException("process " + process.pid() + " does not end", e);
        }
    }

    /** The process that a part runs in now. */
    private ProcessHandle running(String part) throws IOException {
        long pid = Long.parseLong(
                Files.readString(data.resolve("run").resolve(part + ".pid")).strip());
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .orElseThrow(() -> new IOException(part + " does not run"));
    }

    String postgres() {
        return "127.0.0.1:" + (port + POSTGRES);
    }

    /** The command that a part was started with. */
    List<String> commandLine(String part) throws IOException {
        return List.of(
                Files.readString(Path.of("/proc", Long.toString(running(part).pid()), "cmdline"))
                        .split("\0"));
    }

    /** The environment that a part was really given. */
    Map<String, String> environment(String part) throws IOException {
        Map<String, String> environment = new TreeMap<>();
        for (String line : Files.readString(
                        Path.of("/proc", Long.toString(running(part).pid()), "environ"))
                .split("\0")) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                environment.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return environment;
    }

    /** Below the range from which the system gives ports to clients. */
    private static int freePort() {
        return ThreadLocalRandom.current()
                .ints(18_000, 30_000)
                .filter(first -> ports(first).allMatch(RunningPlatform::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static IntStream ports(int first) {
        return IntStream.concat(
                IntStream.range(first, first + PORTS),
                IntStream.range(first + MANAGEMENT, first + MANAGEMENT + Part.ALL.size()));
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
