package id.tanggap.testkit.server;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A real clamd that knows one harmless test file and nothing else: ClamAV's own database takes more than a gigabyte. */
public final class ClamdServer implements Server {
    private static final String SIGNATURE = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private final Clamav clamav = Clamav.orSkip();
    private final int port = FreePort.any();
    private final Path folder = Scratch.directoryOf(this, "tanggap-clamd");
    private @Nullable Process running;

    private ClamdServer() {}

    /** One that answers; where none is to be had the calling test is skipped. */
    public static ClamdServer startedOrSkip() {
        var server = new ClamdServer();
        server.start();
        return server;
    }

    /** What every scanner takes for malware, and which is none (eicar.org). */
    public static byte[] eicar() {
        return SIGNATURE.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String address() {
        return "localhost:" + port;
    }

    @Override
    public void start() {
        try {
            settle();
            var builder = new ProcessBuilder(
                            clamav.program().toString(),
                            "--config-file",
                            folder.resolve("clamd.conf").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said").toFile());
            builder.environment().put("LD_LIBRARY_PATH", clamav.libraries().toString());
            running = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("clamd does not start", e);
        }
        await().atMost(Duration.ofMinutes(1)).until(this::answers);
    }

    private void settle() throws IOException {
        var database = Files.createDirectories(folder.resolve("database"));
        Files.writeString(
                database.resolve("own.ndb"),
                "Eicar-Test-Signature:0:*:" + HexFormat.of().formatHex(eicar()) + "\n");
        Files.writeString(folder.resolve("clamd.conf"), """
                Foreground yes
                DatabaseDirectory %s
                TemporaryDirectory %s
                TCPAddr localhost
                TCPSocket %d
                """.formatted(database, folder, port));
    }

    private boolean answers() {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write("zPING\0".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).equals("PONG\0");
        } catch (IOException _) {
            return false;
        }
    }

    /** It takes connections from then on, and says nothing. */
    public void pause() {
        try {
            new ProcessBuilder("kill", "-STOP", String.valueOf(process().pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the kernel does when memory is short. */
    public void kill() {
        end(process().destroyForcibly());
    }

    @Override
    public void stop() {
        if (running != null) {
            running.destroy();
            end(running);
        }
    }

    private static void end(Process process) {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process process() {
        if (running == null) {
            throw new IllegalStateException("clamd was not started");
        }
        return running;
    }
}
