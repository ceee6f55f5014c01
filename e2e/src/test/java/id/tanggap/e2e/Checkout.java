package id.tanggap.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of the project. */
final class Checkout {
    static final Path ROOT =
            Path.of(System.getProperty("tanggap.root", "..")).toAbsolutePath().normalize();
    static final Path E2E = ROOT.resolve("e2e");

    private Checkout() {}

    static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
