package id.tanggap.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The whole data of an installation as one version left it, invented, in text: what {@code e2e/kept/README.md} tells. A
 * platform on which it was restored must say what that version said.
 */
record KeptSet(Path directory) {
    private static final Path ALL = Checkout.E2E.resolve("kept");
    private static final Path UNPACKED = Checkout.E2E.resolve("target/kept");

    /** What lies in files, sealed with a key among the secrets. */
    private static final String FILES = "files";

    /** Longer files are kept compressed: nobody reads them line by line. */
    private static final long LONG = 100_000;

    private static final String COMPRESSED = ".gz";

    /** What an installation has beside its servers, under the names that the local run looks for. */
    private static final List<String> BESIDE_THE_SERVERS = List.of("secrets.properties", "realm.json");

    /**
     * What the cases are due by stays, and nothing rings: otherwise a case would stand elsewhere in a year than it did when
     * the set was told. {@link UpgradeJourney} wakes one.
     */
    private static final String ALARMS_SLEEP = """
            do $$
            begin
                update timer set due_at = '2999-01-01';
                if exists (select from pg_attribute
                           where attrelid = 'cases'::regclass and attname = 'next_alarm_at') then
                    update cases set next_alarm_at = '2999-01-01' where next_alarm_at is not null;
                end if;
            end
            $$
            """;

    /** Every one, the oldest first. */
    static List<KeptSet> all() throws IOException {
        List<KeptSet> all = new ArrayList<>();
        try (Stream<Path> entries = Files.list(ALL)) {
            for (Path set : entries.filter(Files::isDirectory).sorted().toList()) {
                all.add(unpack(set));
            }
        }
        return all;
    }

    /** The one that the journeys run on: the newest, or the one named by {@code -Dtanggap.kept}. */
    static KeptSet chosen() throws IOException {
        String name = System.getProperty("tanggap.kept");
        return name == null ? all().getLast() : unpack(ALL.resolve(name));
    }

    /** The one that is being made. */
    static KeptSet made() throws IOException {
        return new KeptSet(Files.createDirectories(ALL.resolve(System.getProperty("tanggap.kept", "new"))));
    }

    /** Before the first start: an installation's secrets, which open its vault, and its people. */
    void layOut(Path data) throws IOException {
        Files.createDirectories(data);
        for (String name : BESIDE_THE_SERVERS) {
            Files.copy(directory.resolve(name), data.resolve(name));
        }
        copy(file(FILES), data.resolve(FILES));
    }

    /** While PostgreSQL and Kafka run and no service does. */
    void restore(RunningPlatform platform) throws IOException, InterruptedException, SQLException, ExecutionException {
        for (KeptDatabase database : KeptDatabase.all(this, platform)) {
            database.restore();
        }
        new KeptDatabase(this, platform, "routing").execute(ALARMS_SLEEP);
        try (KeptTopics topics = new KeptTopics(this, platform)) {
            topics.restore();
        }
    }

    /** Of a platform at rest. */
    void keep(RunningPlatform platform) throws IOException, InterruptedException, SQLException, ExecutionException {
        for (KeptDatabase database : KeptDatabase.all(this, platform)) {
            database.keep();
        }
        try (KeptTopics topics = new KeptTopics(this, platform)) {
            topics.keep();
        }
        new KeptRealm(this, platform).keep();
        copy(platform.data().resolve(FILES), file(FILES));
        Files.writeString(
                file("secrets.properties"),
                "# Made for this set alone and worth nothing elsewhere; the vault of the set opens with it.\n"
                        + Files.readString(platform.data().resolve("secrets.properties")));
    }

    /** Once it is whole. */
    void compress() throws IOException {
        for (Path file : files(directory)) {
            if (Files.size(file) > LONG) {
                try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(file + COMPRESSED)))) {
                    Files.copy(file, out);
                }
                Files.delete(file);
            }
        }
    }

    /** As it lies in the tree. */
    long packedSize() throws IOException {
        long size = 0;
        for (Path file : files(ALL.resolve(directory.getFileName()))) {
            size += Files.size(file);
        }
        return size;
    }

    private static KeptSet unpack(Path set) throws IOException {
        Path target = UNPACKED.resolve(set.getFileName());
        for (Path file : files(set)) {
            String name = set.relativize(file).toString();
            Path copy = target.resolve(name.replaceFirst("\\" + COMPRESSED + "$", ""));
            Files.createDirectories(copy.getParent());
            try (InputStream in = name.endsWith(COMPRESSED)
                    ? new GZIPInputStream(Files.newInputStream(file))
                    : Files.newInputStream(file)) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return new KeptSet(target);
    }

    /** What there is of it: sets of versions that kept all in their tables have none. */
    private static void copy(Path from, Path to) throws IOException {
        for (Path file : Files.exists(from) ? files(from) : List.<Path>of()) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    JsonNode json(String name) throws IOException {
        return FrontDoor.JSON.readTree(file(name).toFile());
    }

    void write(String name, JsonNode content) throws IOException {
        Files.createDirectories(file(name).getParent());
        Files.writeString(
                file(name), FrontDoor.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n");
    }
}
