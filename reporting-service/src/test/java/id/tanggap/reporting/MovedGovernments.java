package id.tanggap.reporting;

import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The governments of the house, with one of them moved to another time zone. */
public final class MovedGovernments {

    /** Where they lie. */
    public static Path write(String moved, String zone) {
        try {
            var directory = Files.createTempDirectory("governments");
            copy("index.yaml", directory);
            copy("national/holidays.yaml", directory);
            copy("national/ceilings.yaml", directory);
            copy("national/satisfaction.yaml", directory);
            for (var government : List.of("surakarta", "karanganyar")) {
                for (var file :
                        List.of("government", "agencies", "regions", "calendar", "categories", "routing", "sop")) {
                    copy(government + "/" + file + ".yaml", directory);
                }
            }
            var file = directory.resolve(moved + "/government.yaml");
            Files.writeString(file, Files.readString(file).replace("Asia/Jakarta", zone));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Government load(String moved, String zone) {
        return Objects.requireNonNull(Governments.load(write(moved, zone)).find(moved));
    }

    private static void copy(String file, Path directory) throws IOException {
        try (var in = Governments.class.getResourceAsStream("/governments/" + file)) {
            var copy = directory.resolve(file);
            Files.createDirectories(Objects.requireNonNull(copy.getParent()));
            Files.write(copy, Objects.requireNonNull(in, file).readAllBytes());
        }
    }

    private MovedGovernments() {}
}
