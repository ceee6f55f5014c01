package id.tanggap.governments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** A government made up for the tests, in a folder of its own where a test may spoil a file. */
public final class ImaginedGovernment {

    private final Path directory;

    private ImaginedGovernment(Path directory) {
        this.directory = directory;
    }

    public static Path original() {
        try {
            return Path.of(Objects.requireNonNull(ImaginedGovernment.class.getResource("/imagined"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static ImaginedGovernment copiedTo(Path directory) {
        try (Stream<Path> paths = Files.walk(original())) {
            for (Path path : paths.sorted().toList()) {
                Path copy = directory.resolve(original().relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ImaginedGovernment(directory);
    }

    public ImaginedGovernment replacing(String file, String old, String changed) {
        try {
            String text = Files.readString(directory.resolve(file));
            if (!text.contains(old)) {
                throw new IllegalArgumentException(file + " does not contain " + old);
            }
            Files.writeString(directory.resolve(file), text.replace(old, changed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public ImaginedGovernment writing(String file, byte[] content) {
        try {
            Files.write(directory.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public ImaginedGovernment without(String file) {
        try {
            Files.delete(directory.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public Path directory() {
        return directory;
    }
}
