package id.tanggap.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The program clamd: the one that is installed, or Debian's, unpacked once into the user's cache. */
record Clamav(Path program, Path libraries) {
    private static final Path INSTALLED = Path.of("/usr/sbin/clamd");
    private static final Path CACHE = Path.of(System.getProperty("user.home"), ".cache", "tanggap", "clamav");
    private static final int MINUTES = 3;

    /** Why there is none, so that the other tests need not try as well. */
    private static @Nullable String missing;

    /** Aborts the calling test, and says so in the build's output, where there is none to be had. */
    static synchronized Clamav orSkip() {
        if (Files.isExecutable(INSTALLED)) {
            return new Clamav(INSTALLED, Path.of("/usr/lib"));
        }
        try {
            if (missing == null && !Files.isDirectory(CACHE)) {
                unpack();
            }
            if (missing != null) {
                Assumptions.abort(missing);
            }
            return new Clamav(CACHE.resolve("root/usr/sbin/clamd"), unpackedLibraries());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Beside its place first: other modules may do the same at the same time. */
    private static void unpack() throws IOException {
        var folder = Files.createTempDirectory(Files.createDirectories(CACHE.resolveSibling("new")), "clamav");
        var said = folder.resolve("said");
        if (run(folder, said)) {
            claim(folder);
        } else {
            missing = "no clamd: install clamav-daemon; Debian's is not to be had here: " + lastLine(said);
        }
        Scratch.delete(folder);
    }

    private static void claim(Path folder) throws IOException {
        try {
            Files.move(folder, CACHE, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException another) {
            if (!Files.isDirectory(CACHE)) {
                throw another;
            }
        }
    }

    private static boolean run(Path folder, Path said) throws IOException {
        var script = folder.resolve("clamav.sh");
        try (var ours = Objects.requireNonNull(Clamav.class.getResourceAsStream("clamav.sh"))) {
            Files.copy(ours, script);
        }
        var process = new ProcessBuilder("/bin/sh", script.toString(), folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            return process.waitFor(MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            process.destroy();
        }
    }

    private static String lastLine(Path said) throws IOException {
        try (var lines = Files.lines(said)) {
            return lines.reduce("it says nothing", (_, last) -> last);
        }
    }

    private static Path unpackedLibraries() throws IOException {
        try (var folders = Files.newDirectoryStream(CACHE.resolve("root/usr/lib"), "*-linux-gnu*")) {
            return folders.iterator().next();
        }
    }
}
