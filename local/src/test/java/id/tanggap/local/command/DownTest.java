package id.tanggap.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.local.machine.Console;
import id.tanggap.local.machine.Jvm;
import id.tanggap.local.machine.RunLock;
import id.tanggap.local.machine.Workspace;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path data;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private Workspace workspace = new Workspace(Path.of(""), Path.of(""), 8080);

    @BeforeEach
    void makesTheDirectories() throws IOException {
        workspace = new Workspace(data, data, 8080);
        workspace.createDirectories();
    }

    /** {@code ./tanggap up} names no data directory: it is the checkout's. */
    @Test
    void stopsTheOneThatRunsThoughItsCommandLineDoesNotNameTheData() throws Exception {
        try (var supervisor = Holder.of(workspace)) {
            assertThat(supervisor.process().info().commandLine().orElse("")).doesNotContain(data.toString());

            down();

            assertThat(supervisor.process().waitFor(PATIENCE)).isTrue();
            assertThat(screen.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("Stopped");
        }
    }

    @Test
    void saysThatNothingRunsAfterTheOneThatRanWasKilled() throws Exception {
        try (var supervisor = Holder.of(workspace)) {
            supervisor.process().destroyForcibly().waitFor();

            down();

            assertThat(screen.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("Not running");
        }
    }

    private void down() throws IOException, InterruptedException {
        new Down(workspace, new Console(new PrintStream(screen, true, StandardCharsets.UTF_8))).run();
    }

    /** A process that runs on the data directory until it is stopped. */
    record Holder(Process process) implements AutoCloseable {
        private static final String DATA = "TANGGAP_TEST_DATA";

        static Holder of(Workspace workspace) throws IOException {
            var builder = new ProcessBuilder(
                            Jvm.JAVA.toString(), "-cp", System.getProperty("java.class.path"), Holder.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put(DATA, workspace.data().toString());
            var process = builder.start();
            try (var lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(lines.readLine()).isEqualTo("held");
            }
            return new Holder(process);
        }

        public static void main(String[] arguments) throws IOException {
            var data = Path.of(System.getenv(DATA));
            try (var _ = RunLock.take(new Workspace(data, data, 8080))) {
                System.out.println("held");
                while (System.in.read() >= 0) {
                    // Until it is stopped.
                }
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
