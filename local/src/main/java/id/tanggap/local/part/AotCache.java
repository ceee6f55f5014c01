package id.tanggap.local.part;

import id.tanggap.local.machine.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JVM's ahead-of-time cache of one part: classes read and linked by a training run, which more than halves
 * the next start. Its name holds everything that makes it void (JDK, flags, jars), so a stale one is never opened.
 */
public record AotCache(Path directory, String name, String fingerprint) {

    public static AotCache of(Workspace workspace, Trainable part) {
        return new AotCache(workspace.aotCaches(), part.name(), fingerprint(part.jars(), part.flags()));
    }

    public Path file() {
        return directory.resolve(name + "-" + fingerprint + ".aot");
    }

    public boolean exists() {
        return Files.exists(file());
    }

    /** What starts the JVM with it; nothing while there is none. */
    List<String> flags() {
        return exists() ? List.of("-XX:AOTCache=" + file()) : List.of();
    }

    /** Takes a freshly written cache into use and removes those of earlier builds. */
    public void adopt(Path written) throws IOException {
        try (Stream<Path> caches = Files.list(directory)) {
            for (Path cache : caches.toList()) {
                String other = cache.getFileName().toString();
                if (other.startsWith(name + "-") && !cache.equals(written)) {
                    Files.delete(cache);
                }
            }
        }
        Files.move(written, file());
    }

    private static String fingerprint(List<Path> jars, List<String> flags) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((Runtime.version() + " " + flags).getBytes(StandardCharsets.UTF_8));
            for (Path jar : jars) {
                update(digest, jar);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void update(MessageDigest digest, Path jars) throws IOException {
        try (Stream<Path> files = Files.walk(jars)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                digest.update("%s %d %d"
                        .formatted(
                                file,
                                attributes.size(),
                                attributes.lastModifiedTime().toMillis())
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
