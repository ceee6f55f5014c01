package id.tanggap.bench.torture;

import id.tanggap.bench.platform.LocalPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A platform for this run alone: begun from nothing, on a disk of its own where the machine allows it. */
final class Ground implements AutoCloseable {
    private final Path script;
    private final Path data;
    private final @Nullable Disk disk;

    private Ground(Path script, Path data, @Nullable Disk disk) {
        this.script = script;
        this.data = data;
        this.disk = disk;
    }

    /** @param data a directory that does not exist yet, or is empty */
    static Ground prepare(Path script, Path data, int port) throws IOException, InterruptedException {
        Files.createDirectories(data);
        try (var files = Files.list(data)) {
            if (files.findAny().isPresent()) {
                throw new IOException(data + " is not empty; torture begins from nothing");
            }
        }
        var disk = Disk.mount(data.resolveSibling(data.getFileName() + ".img"), data);
        var ground = new Ground(script, data.resolve("platform"), disk);
        ground.tanggap("up", "--detach", "--port", Integer.toString(port), "--without", "aot-training");
        return ground;
    }

    LocalPlatform platform() throws IOException {
        return LocalPlatform.at(data.toString());
    }

    @Nullable
    Disk disk() {
        return disk;
    }

    private void tanggap(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString()));
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    /** Whether all parts are ready again. */
    boolean isReady() throws IOException, InterruptedException {
        return new ProcessBuilder(script.toString(), "status", "--data", data.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** The data stay, for whoever wants to know why. */
    @Override
    public void close() throws IOException, InterruptedException {
        tanggap("down");
    }

    /** Nothing is left of it. */
    void remove() throws IOException, InterruptedException {
        tanggap("reset");
        if (disk != null) {
            disk.unmount();
        }
    }
}
