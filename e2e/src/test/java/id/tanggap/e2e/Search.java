package id.tanggap.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Looks for words in all that a platform keeps and shows: topics, tables, files, metrics, and what is handed to it. Tells in
 * which place each was found, and how much was looked at.
 */
final class Search {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int OVERLAP = 256;
    private static final int CHUNK = 1 << 20;

    private static final String TABLES = """
            select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
            where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
            """;

    private final RunningPlatform platform;
    private final List<Word> words = new ArrayList<>();
    /** Whether a word begins with this byte. */
    private final boolean[] begins = new boolean[256];

    private final Map<String, Set<String>> found = new TreeMap<>();
    private final Map<String, Long> looked = new TreeMap<>();

    Search(RunningPlatform platform) {
        this.platform = platform;
    }

    /** @param form in small letters */
    private record Word(String name, byte[] form) {
        boolean standsIn(byte[] content, int at) {
            return at + form.length <= content.length
                    && Arrays.equals(content, at, at + form.length, form, 0, form.length);
        }
    }

    /** Whatever its case. */
    Search forText(String text) {
        return forBytes(text, lower(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** As they are, and as the database prints what is binary. */
    Search forBytes(String name, byte[] bytes) {
        for (byte[] form : List.of(lower(bytes), HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII))) {
            words.add(new Word(name, form));
            begins[form[0] & 0xFF] = true;
        }
        return this;
    }

    /** Places by the word that stands there. */
    Map<String, Set<String>> found() {
        return found;
    }

    /** How much there was, by its kind. */
    Map<String, Long> looked() {
        return looked;
    }

    void in(String kind, String place, byte[] content) {
        looked.merge(kind, 1L, Long::sum);
        byte[] lower = lower(content);
        for (int i = 0; i < lower.length; i++) {
            if (begins[lower[i] & 0xFF]) {
                for (Word word : words) {
                    if (word.standsIn(lower, i)) {
                        found.computeIfAbsent(word.name(), _ -> new TreeSet<>()).add(kind + " " + place);
                    }
                }
            }
        }
    }

    /** Every record of every topic, with key and headers. */
    void inTopics() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                platform.kafka(),
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_uncommitted");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> in("record", record.topic(), whole(record)));
            }
        }
    }

    private static byte[] whole(ConsumerRecord<byte[], byte[]> record) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        append(whole, record.key());
        record.headers().forEach(header -> {
            append(whole, header.key().getBytes(StandardCharsets.UTF_8));
            append(whole, header.value());
        });
        append(whole, record.value());
        return whole.toByteArray();
    }

    private static void append(ByteArrayOutputStream to, byte[] part) {
        if (part != null) {
            to.writeBytes(part);
            to.write('\n');
        }
    }

    /** Every column of every row of every table of every database; what is binary, as it is. */
    void inTables() throws SQLException {
        for (String database : List.of("intake", "routing", "response", "reporting", "notification", "keycloak")) {
            try (Connection connection = connect(database)) {
                for (String table : first(connection, TABLES)) {
                    for (String row : first(connection, "select t::text from " + table + " t")) {
                        in("row", database + " " + table, row.getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + platform.postgres() + "/" + database,
                "postgres",
                platform.secret("postgres.superuser"));
    }

    private static List<String> first(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** Every file of the platform: stores, logs, the database's and the broker's own. */
    void inFiles(Path root, Set<Path> without) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return without.contains(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    inFile(file, root.relativize(file).toString());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
    }

    private void inFile(Path file, String name) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] before = new byte[0];
            for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
                byte[] both = new byte[before.length + chunk.length];
                System.arraycopy(before, 0, both, 0, before.length);
                System.arraycopy(chunk, 0, both, before.length, chunk.length);
                in("piece of a file", name, both);
                before = Arrays.copyOfRange(both, Math.max(0, both.length - OVERLAP), both.length);
            }
        } catch (NoSuchFileException gone) {
            // Of the broker or the database, which tidy up meanwhile.
            looked.merge("file that went", 1L, Long::sum);
        }
    }

    /** What each service tells of itself. */
    void inMetrics() throws IOException, InterruptedException {
        for (Part part : Part.ALL) {
            String port = platform.environment(part.name()).get("QUARKUS_MANAGEMENT_PORT");
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/metrics"))
                    .build();
            try (HttpClient client = HttpClient.newHttpClient()) {
                in(
                        "metrics",
                        part.name(),
                        client.send(request, BodyHandlers.ofByteArray()).body());
            }
        }
    }

    private static byte[] lower(byte[] content) {
        byte[] lower = content.clone();
        for (int i = 0; i < lower.length; i++) {
            if (lower[i] >= 'A' && lower[i] <= 'Z') {
                lower[i] += 'a' - 'A';
            }
        }
        return lower;
    }
}
