package id.tanggap.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tanggap.local.machine.Console;
import id.tanggap.local.machine.Workspace;
import id.tanggap.local.part.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path data;

    private final Sleeper sleeper = new Sleeper();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private Workspace workspace = new Workspace(Path.of(""), Path.of(""), 8080);
    private Child child = new Child(sleeper, workspace, new Console(new PrintStream(screen)));

    @BeforeEach
    void starts() throws Exception {
        workspace = new Workspace(data, data, 8080);
        workspace.createDirectories();
        child = new Child(sleeper, workspace, new Console(new PrintStream(screen)));
        child.start();
    }

    @AfterEach
    void stops() throws IOException {
        child.stop();
    }

    /** As on a full disk: nothing can be written at first. */
    @Test
    void isStartedAgainThoughItCannotBePreparedAtFirst() throws IOException {
        sleeper.failures.set(2);

        running().destroyForcibly();

        await().atMost(PATIENCE).until(() -> sleeper.failures.get() <= 0);
        await().atMost(PATIENCE).until(this::isRunning);
        assertThat(screen.toString(StandardCharsets.UTF_8)).contains("No space left on device");
    }

    @Test
    void leavesNoProcessBehindThatItCannotNote() throws IOException {
        var first = running();
        var pid = workspace.run("sleeper.pid");
        Files.delete(pid);
        Files.createDirectories(pid.resolve("in-the-way"));

        first.destroyForcibly();

        await().atMost(PATIENCE).until(() -> sleeper.prepared.get() >= 3);
        assertThat(ProcessHandle.current().children().filter(this::isSleeper)).hasSizeLessThanOrEqualTo(1);
        Files.delete(pid.resolve("in-the-way"));
        Files.delete(pid);
        await().atMost(PATIENCE).until(this::isRunning);
        assertThat(ProcessHandle.current().children().filter(this::isSleeper)).hasSize(1);
    }

    private boolean isSleeper(ProcessHandle process) {
        return process.isAlive() && process.info().commandLine().orElse("").contains(data.toString());
    }

    private boolean isRunning() {
        try {
            return running().isAlive();
        } catch (IOException _) {
            return false;
        }
    }

    private ProcessHandle running() throws IOException {
        var pid = Long.parseLong(Files.readString(workspace.run("sleeper.pid")).strip());
        return ProcessHandle.of(pid).orElseThrow(() -> new IOException("gone"));
    }

    private final class Sleeper implements Part {
        private final AtomicInteger failures = new AtomicInteger(-1);
        private final AtomicInteger prepared = new AtomicInteger();

        @Override
        public String name() {
            return "sleeper";
        }

        @Override
        public void prepare() throws IOException {
            prepared.incrementAndGet();
            if (failures.get() >= 0 && failures.getAndDecrement() > 0) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public List<String> command() {
            return List.of("sh", "-c", "sleep 600; : " + data);
        }

        @Override
        public boolean healthy() {
            return true;
        }
    }
}
