package id.tanggap.local.process;

import id.tanggap.local.machine.Console;
import id.tanggap.local.machine.PidFile;
import id.tanggap.local.machine.Workspace;
import id.tanggap.local.part.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A part in its process: started, awaited, started again when it dies, stopped. */
final class Child {
    private static final int STARTS = 3;
    private static final int LOG_LINES = 15;
    private static final int LOG_WIDTH = 400;
    private static final long ASK_EVERY_MILLIS = 100;
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final long LONGEST_PAUSE_SECONDS = 30;
    /** A part that held this long starts with the shortest pause again. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final Part part;
    private final Workspace workspace;
    private final Console console;
    private volatile boolean stopping;
    private volatile @Nullable Process process;

    Child(Part part, Workspace workspace, Console console) {
        this.part = part;
        this.workspace = workspace;
        this.console = console;
    }

    Part part() {
        return part;
    }

    /** Returns when the part is ready; from then on it is watched. */
    void start() throws IOException, InterruptedException {
        long began = System.nanoTime();
        part.prepare();
        Process started = launch();
        for (int attempt = 1; !becomesHealthy(started); attempt++) {
            mayStartAgain(started, attempt);
            pause(attempt);
            part.prepare();
            started = launch();
        }
        settle(began);
        watch(started, 0);
    }

    /** @throws IOException when there is no further attempt */
    private void mayStartAgain(Process started, int attempt) throws IOException {
        String trouble = started.isAlive() ? notReady() : "ended with " + started.exitValue() + " while starting";
        boolean lastAttempt = attempt == STARTS || started.isAlive() || stopping;
        if (lastAttempt) {
            throw new IOException(part.name() + " " + trouble + tail());
        }
        console.part(part.name(), trouble + ", starting again" + tail());
    }

    private String notReady() {
        return "not ready after " + part.patience().toSeconds() + " s";
    }

    private void settle(long began) throws IOException {
        part.settle();
        console.partReady(part.name(), began);
    }

    /** From now on an end of the process is no death. */
    void expectEnd() {
        stopping = true;
    }

    /** Asks the process to end, insists when it does not, and returns when it is gone. */
    void stop() throws IOException {
        stopping = true;
        Process running = process;
        if (running != null && running.isAlive()) {
            part.stop(running.toHandle());
            awaitEnd(running);
        }
        PidFile.of(workspace, part.name()).delete();
    }

    private void awaitEnd(Process running) {
        try {
            if (!running.waitFor(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                console.part(part.name(), "does not stop, killed");
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Process launch() throws IOException {
        if (stopping) {
            throw new IOException(part.name() + " is not started, the platform is stopping");
        }
        ProcessBuilder builder = new ProcessBuilder(part.command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        workspace.log(part.name()).toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        // Fewer arenas: the C library would otherwise keep memory per thread that nobody uses.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(part.environment());
        Process started = builder.start();
        process = started;
        note(started);
        return started;
    }

    /** A process that nobody could find again would stand in the way of the next. */
    private void note(Process started) throws IOException {
        try {
            PidFile.of(workspace, part.name()).write(started.toHandle());
        } catch (IOException e) {
            started.destroyForcibly();
            throw e;
        }
    }

    private boolean becomesHealthy(Process started) throws InterruptedException {
        long deadline = System.nanoTime() + part.patience().toNanos();
        while (System.nanoTime() < deadline) {
            if (part.healthy()) {
                return started.isAlive();
            }
            if (started.waitFor(ASK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return false;
    }

    private void watch(Process running, int earlierDeaths) {
        long since = System.nanoTime();
        running.onExit().thenRun(() -> {
            if (!stopping) {
                boolean held = System.nanoTime() - since > SETTLED.toNanos();
                Thread.ofVirtual().start(() -> revive(running.exitValue(), held ? 1 : earlierDeaths + 1));
            }
        });
    }

    /** However long it takes: a disk without room keeps a part from starting only as long as it has none. */
    private void revive(int exitValue, int deaths) {
        console.part(part.name(), "died (exit %d), starting again".formatted(exitValue));
        try {
            for (int attempt = deaths; !startsAgain(attempt); attempt++) {
                // The next one waits for longer.
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there is nothing more to be tried. */
    private boolean startsAgain(int attempt) throws InterruptedException {
        pause(attempt);
        long began = System.nanoTime();
        try {
            part.prepare();
            Process started = launch();
            watch(started, attempt);
            settleOrEnd(started, began);
            return true;
        } catch (IOException | RuntimeException e) {
            if (!stopping) {
                console.part(part.name(), "cannot be started now: " + e.getMessage());
            }
            return stopping;
        }
    }

    private void settleOrEnd(Process started, long began) throws InterruptedException {
        if (becomesHealthy(started)) {
            settleNow(began);
        } else if (started.isAlive()) {
            console.part(part.name(), notReady() + tail());
            started.destroyForcibly();
        }
    }

    /** What it lacks is for the next start. */
    private void settleNow(long began) {
        try {
            settle(began);
        } catch (IOException e) {
            console.part(part.name(), "runs, though not settled: " + e.getMessage());
        }
    }

    private static void pause(int deaths) throws InterruptedException {
        TimeUnit.SECONDS.sleep(Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(deaths - 1, 10)));
    }

    private String tail() {
        try (Stream<String> lines = Files.lines(workspace.log(part.name()))) {
            List<String> all = lines.map(line -> line.substring(0, Math.min(line.length(), LOG_WIDTH)))
                    .toList();
            return "; the end of " + workspace.log(part.name()) + ":\n    "
                    + String.join("\n    ", all.subList(Math.max(0, all.size() - LOG_LINES), all.size()));
        } catch (IOException _) {
            return "";
        }
    }
}
