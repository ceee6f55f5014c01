package id.tanggap.governments.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the files come from. Neither kind needs its folder listed: {@code index.yaml} names the governments. */
public sealed interface Source {

    /** The bytes of the file, or null when there is none. */
    byte @Nullable [] read(String file);

    /** How a person finds the file. */
    String nameOf(String file);

    /** Texts that were kept, by the names of their files. */
    record Texts(Map<String, String> texts) implements Source {

        @Override
        public byte @Nullable [] read(String file) {
            String text = texts.get(file);
            return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String nameOf(String file) {
            return file;
        }
    }

    static Source of(@Nullable Path directory) {
        return directory == null ? new Jar() : new Folder(directory);
    }

    /** A folder of the operator. */
    record Folder(Path directory) implements Source {

        @Override
        public byte @Nullable [] read(String file) {
            Path path = directory.resolve(file);
            try {
                return Files.isRegularFile(path) ? Files.readAllBytes(path) : null;
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + path, e);
            }
        }

        @Override
        public String nameOf(String file) {
            return directory.resolve(file).toString();
        }
    }

    /** The copies beside the classes. */
    record Jar() implements Source {

        @Override
        public byte @Nullable [] read(String file) {
            try (InputStream in = Source.class.getResourceAsStream("/" + nameOf(file))) {
                return in == null ? null : in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + nameOf(file), e);
            }
        }

        @Override
        public String nameOf(String file) {
            return "governments/" + file;
        }
    }
}
