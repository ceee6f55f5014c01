package id.tanggap.bench.timers;

import id.tanggap.bench.platform.LocalPlatform;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A second replica of routing-service: the command and the environment of the first, on a port of its own. */
final class Twin implements AutoCloseable {
    private final Process process;

    private Twin(Process process) {
        this.process = process;
    }

    static Twin start(LocalPlatform platform, int port) throws IOException {
        var pid = platform.processes().get("routing");
        if (pid == null) {
            throw new IOException("routing does not run");
        }
        var original = Path.of("/proc", pid.toString());
        var command = new ProcessBuilder(
                        List.of(Files.readString(original.resolve("cmdline")).split("\0")))
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"));
        command.environment().clear();
        for (var line : Files.readString(original.resolve("environ")).split("\0")) {
            var equals = line.indexOf('=');
            if (equals > 0) {
                command.environment().put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        command.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        return new Twin(command.start());
    }

    /** At once, as a crash would. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
    }
}
