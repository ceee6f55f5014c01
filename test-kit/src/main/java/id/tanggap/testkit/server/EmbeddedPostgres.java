package id.tanggap.testkit.server;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's own binaries, unpacked from the class path; durable as in production. */
final class EmbeddedPostgres implements Server {
    private final int port = FreePort.any();
    private final File data = Scratch.directoryOf(this, "tanggap-postgres").toFile();
    private io.zonky.test.db.postgres.embedded.@Nullable EmbeddedPostgres running;

    @Override
    public String address() {
        return "localhost:" + port;
    }

    @Override
    public void start() {
        try {
            running = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "200")
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    @Override
    public void stop() {
        if (running != null) {
            try {
                running.close();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL does not stop", e);
            }
            running = null;
            // The library waits five seconds; a server that is still writing its checkpoint lets no other start.
            await().atMost(Duration.ofMinutes(2)).until(() -> !isAlive());
        }
    }

    private boolean isAlive() throws IOException {
        try (var lines = Files.lines(data.toPath().resolve("postmaster.pid"))) {
            return lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .isPresent();
        } catch (NoSuchFileException stopped) {
            return false;
        }
    }
}
