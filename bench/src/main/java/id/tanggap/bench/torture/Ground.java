package id.tanggap.bench.torture;

import id.tanggap.bench.platform.LocalPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A platform for this run alone: begun from nothing, on a disk of its own where the machine allows it. */
final class Ground implements AutoCloseable {
    private static final Duration TRAINED_WITHIN = Duration.ofMinutes(15);

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
        ground.tanggap("up", "--detach", "--port", Integer.toString(port));
        return ground;
    }

    LocalPlatform platform() throws IOException {
        return LocalPlatform.at(data.toString());
    }

    @Nullable
    Disk disk() {
        return disk;
    }

    /**
     * Until a part that is killed begins again as quickly as one in use, with a start cache.
     *
     * @return false when some got none
     */
    boolean awaitStartCaches() throws IOException, InterruptedException {
        var end = System.nanoTime() + TRAINED_WITHIN.toNanos();
        while (!areTrained() && System.nanoTime() < end) {
            TimeUnit.SECONDS.sleep(1);
        }
        return areTrained();
    }

    private boolean areTrained() throws IOException {
        try (var caches = Files.list(data.resolve("aot"))) {
            var trained = caches.map(cache -> cache.getFileName().toString())
                    .filter(name -> name.endsWith(".aot"))
                    .map(name -> name.substring(0, name.indexOf('-')))
                    .collect(Collectors.toSet());
            return Stream.of(LocalPlatform.Service.values())
                    .map(LocalPlatform.Service::id)
                    .allMatch(trained::contains);
        }
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
