package id.tanggap.bench.torture;

import id.tanggap.bench.torture.Fault.Relief;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file system of its own in a file, which only an administrator of the machine may mount. */
final class Disk {
    private static final long BYTES = 6L << 30;
    private static final int CHUNK = 1 << 20;

    private final Path image;
    private final Path mounted;

    private Disk(Path image, Path mounted) {
        this.image = image;
        this.mounted = mounted;
    }

    /** Null where this machine does not allow it. */
    static @Nullable Disk mount(Path image, Path at) throws IOException, InterruptedException {
        Files.createDirectories(at);
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(BYTES);
        }
        if (run("mkfs.ext4", "-q", "-F", image.toString())
                && run("mount", "-o", "loop", image.toString(), at.toString())) {
            return new Disk(image, at);
        }
        Files.delete(image);
        return null;
    }

    void unmount() throws IOException, InterruptedException {
        if (run("umount", mounted.toString())) {
            Files.delete(image);
        }
    }

    Relief fill() throws IOException {
        var ballast = mounted.resolve("ballast");
        try (var out = Files.newOutputStream(ballast)) {
            var chunk = new byte[CHUNK];
            while (true) {
                out.write(chunk);
            }
        } catch (IOException full) {
            return () -> Files.deleteIfExists(ballast);
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
