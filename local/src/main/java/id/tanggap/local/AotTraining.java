package id.tanggap.local;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes the missing {@link AotCache}s in the background while the platform runs: one service after the other is
 * started a second time, as another replica on a port of its own, and ended once it is ready. A replica may come and
 * go at any time, so nothing needs to be faked for it.
 */
final class AotTraining {
    static final String NAME = "aot-training";

    private static final long START_SECONDS = 180;
    private static final long WRITE_SECONDS = 300;
    private static final long ASK_EVERY_MILLIS = 250;

    private final Workspace workspace;
    private final Console console;
    private volatile boolean stopped;
    private volatile @Nullable Process trainee;

    AotTraining(Workspace workspace, Console console) {
        this.workspace = workspace;
        this.console = console;
    }

    /** Returns when each of these services has its cache; a failure costs only the faster start. */
    void run(List<Service> services) throws InterruptedException {
        int trained = 0;
        for (Service service : services) {
            AotCache cache = AotCache.of(workspace, service);
            if (!stopped && !cache.exists()) {
                try {
                    train(service, cache);
                    trained++;
                } catch (IOException e) {
                    if (!stopped) {
                        console.part(service.name(), "no start cache: " + e.getMessage());
                    }
                }
            }
        }
        if (trained > 0 && !stopped) {
            console.say("Start caches are written, the next start is faster");
        }
    }

    synchronized void stop() {
        stopped = true;
        Process running = trainee;
        if (running != null) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
        }
    }

    private void train(Service service, AotCache cache) throws IOException, InterruptedException {
        int port = freePort();
        Path written = cache.file().resolveSibling(cache.file().getFileName() + ".new");
        Files.deleteIfExists(written);
        Process process = launch(service, port, written);
        try {
            await(process, "127.0.0.1:" + port);
            process.destroy();
            if (!process.waitFor(WRITE_SECONDS, TimeUnit.SECONDS) || !Files.exists(written)) {
                throw new IOException("the training run wrote none, see " + log(service));
            }
            if (!stopped) {
                cache.adopt(written);
            }
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(written.resolveSibling(written.getFileName() + ".config"));
            PidFile.of(workspace, NAME).delete();
        }
    }

    private synchronized Process launch(Service service, int port, Path written) throws IOException {
        if (stopped) {
            throw new IOException("the platform is stopping");
        }
        List<String> command = new ArrayList<>(List.of("nice", "-n", "15"));
        // The step that writes the cache holds all classes at once and needs more heap than the service itself.
        command.addAll(service.command(List.of("-XX:AOTCacheOutput=" + written, "-Xmx768m")));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.to(log(service).toFile()));
        builder.environment().putAll(service.environment());
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        Process process = builder.start();
        trainee = process;
        PidFile.of(workspace, NAME).write(process.toHandle());
        return process;
    }

    private static void await(Process process, String address) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!Probe.answersHttp(address, "/q/health/ready")) {
            if (process.waitFor(ASK_EVERY_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                throw new IOException("the training run did not become ready");
            }
        }
        Probe.answersHttp(address, "/q/metrics");
    }

    private Path log(Service service) {
        return workspace.log(NAME + "-" + service.name());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
