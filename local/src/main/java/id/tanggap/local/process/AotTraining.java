package id.tanggap.local.process;

import id.tanggap.local.machine.Console;
import id.tanggap.local.machine.Directories;
import id.tanggap.local.machine.PidFile;
import id.tanggap.local.machine.Port;
import id.tanggap.local.machine.Probe;
import id.tanggap.local.machine.Workspace;
import id.tanggap.local.part.AotCache;
import id.tanggap.local.part.Trainable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes the missing {@link AotCache}s in the background while the platform runs: of one part after the other, one more
 * process is started on a ground of its own, and ended once it is ready.
 */
public final class AotTraining {

    private static final long WRITE_SECONDS = 300;
    private static final long ASK_EVERY_MILLIS = 250;
    private static final int PORT_BLOCK = Port.values().length;

    private final Workspace workspace;
    private final Console console;
    private volatile boolean stopped;
    private volatile @Nullable Process trainee;

    public AotTraining(Workspace workspace, Console console) {
        this.workspace = workspace;
        this.console = console;
    }

    /** Returns when each of these parts has its cache; a failure costs only the faster start. */
    public void run(List<Trainable> parts) throws InterruptedException {
        boolean trained = false;
        for (Trainable part : parts) {
            AotCache cache = AotCache.of(workspace, part);
            if (!stopped && !cache.exists()) {
                trained |= succeeds(part, cache);
            }
        }
        if (trained && !stopped) {
            console.say("Start caches are written, the next start is faster");
        }
    }

    private boolean succeeds(Trainable part, AotCache cache) throws InterruptedException {
        try {
            train(part, cache);
            return true;
        } catch (IOException e) {
            if (!stopped) {
                console.part(part.name(), "no start cache: " + e.getMessage());
            }
            return false;
        }
    }

    public synchronized void stop() {
        stopped = true;
        Process running = trainee;
        if (running != null) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
        }
    }

    private void train(Trainable part, AotCache cache) throws IOException, InterruptedException {
        Workspace ground = ground();
        Trainable twin = part.trainee(ground);
        Path written = cache.file().resolveSibling(cache.file().getFileName() + ".new");
        Files.deleteIfExists(written);
        twin.prepare();
        Process process = launch(twin, written);
        try {
            await(process, twin);
            write(process, part, written);
            if (!stopped) {
                cache.adopt(written);
            }
        } finally {
            process.destroyForcibly().waitFor();
            Files.deleteIfExists(written.resolveSibling(written.getFileName() + ".config"));
            PidFile.of(workspace, Trainable.TRAINING).delete();
            Directories.delete(ground.data());
        }
    }

    /** The cache is written when the process is asked to end. */
    private void write(Process process, Trainable part, Path written) throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(WRITE_SECONDS, TimeUnit.SECONDS) || !Files.exists(written)) {
            throw new IOException("the training run wrote none, see " + log(part));
        }
    }

    /** Its ports are looked for from the highest down, where nobody puts a platform of his own. */
    private Workspace ground() throws IOException {
        int frontDoor = Port.HIGHEST_FRONT_DOOR;
        while (!free(frontDoor)) {
            frontDoor -= PORT_BLOCK;
        }
        Workspace ground = new Workspace(workspace.root(), workspace.aotCaches().resolve("ground"), frontDoor);
        Directories.delete(ground.data());
        ground.createDirectories();
        return ground;
    }

    private static boolean free(int frontDoor) {
        return Arrays.stream(Port.values()).allMatch(port -> Probe.free(port.of(frontDoor)));
    }

    private synchronized Process launch(Trainable twin, Path written) throws IOException {
        if (stopped) {
            throw new IOException("the platform is stopping");
        }
        List<String> command = new ArrayList<>(List.of("nice", "-n", "15"));
        // The step that writes the cache holds all classes at once and needs more heap than the part itself.
        command.addAll(twin.command(List.of("-XX:AOTCacheOutput=" + written, "-Xmx768m")));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.to(log(twin).toFile()));
        builder.environment().putAll(twin.environment());
        Process process = builder.start();
        trainee = process;
        PidFile.of(workspace, Trainable.TRAINING).write(process.toHandle());
        return process;
    }

    private static void await(Process process, Trainable twin) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + twin.patience().toNanos();
        while (!twin.healthy()) {
            if (process.waitFor(ASK_EVERY_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                throw new IOException("the training run did not become ready");
            }
        }
    }

    private Path log(Trainable part) {
        return workspace.log(Trainable.TRAINING + "-" + part.name());
    }
}
