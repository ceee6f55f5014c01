package id.tanggap.routing.cases;

import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The government made up for the tests of the files' reader. */
final class GerbangFixture {
    private static final Path FILES = Path.of("../governments/src/test/resources/imagined");

    static final Government GERBANG = gerbang(FILES);

    /** The same in another time zone. */
    static Government in(String zone, Path folder) throws IOException {
        try (var paths = Files.walk(FILES)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                var copy = folder.resolve(FILES.relativize(path));
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(path).replace("Asia/Jayapura", zone));
            }
        }
        return gerbang(folder);
    }

    private static Government gerbang(Path folder) {
        return Objects.requireNonNull(Governments.load(folder).find("gerbang"));
    }

    private GerbangFixture() {}
}
