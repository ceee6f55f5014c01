package id.tanggap.bench.timers;

import id.tanggap.bench.platform.LocalPlatform;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A second replica of routing-service: the command and the environment of the first, on ports of its own. */
final class Twin implements AutoCloseable {
    private final Process process;

    private Twin(Process process) {
        this.process = process;
    }

    /** @param management where it says when it is ready */
    static Twin start(LocalPlatform platform, int management) throws IOException {
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
        Stream.of(Files.readString(original.resolve("environ")).split("\0"))
                .map(line -> line.split("=", 2))
                .filter(parts -> parts.length == 2 && !parts[0].isEmpty())
                .forEach(parts -> command.environment().put(parts[0], parts[1]));
        command.environment().put("QUARKUS_HTTP_PORT", "0");
        command.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
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
