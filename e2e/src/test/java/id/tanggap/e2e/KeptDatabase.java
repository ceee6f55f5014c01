package id.tanggap.e2e;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;

/**
 * One service's database: a file for each table that has rows, as COPY writes it, with the columns in its first line. The
 * tables are made by the migrations of the checkout, as far as those of the set went; Flyway's own history comes from the
 * set, so that a migration which was edited since stops the service.
 */
record KeptDatabase(KeptSet set, RunningPlatform platform, String name) {
    private static final String HISTORY = "flyway_schema_history";
    private static final String SEQUENCES = "sequences";
    private static final String SUFFIX = ".copy";

    static final Path MESSAGING = Checkout.ROOT.resolve("messaging-kit/src/main/resources/db/messaging");

    static final String TABLES =
            "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1";

    /** What is generated from other columns is left to the new schema. */
    private static final String COLUMNS = """
            select quote_ident(attname) from pg_attribute
            where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum
            """;

    private static final String KEY = """
            select quote_ident(attname) from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey)
            where indrelid = '%s'::regclass and indisprimary order by array_position(indkey, attnum)
            """;

    static List<KeptDatabase> all(KeptSet set, RunningPlatform platform) {
        return Stream.of("intake", "routing", "response", "notification", "reporting")
                .map(name -> new KeptDatabase(set, platform, name))
                .toList();
    }

    void keep() throws IOException, SQLException {
        Files.createDirectories(directory());
        try (Connection connection = connect()) {
            for (String table : column(connection, TABLES)) {
                keep(connection, table);
            }
            Files.write(
                    directory().resolve(SEQUENCES),
                    column(
                            connection,
                            "select sequencename || ' ' || last_value from pg_sequences where last_value is not null order by 1"));
        }
    }

    void restore() throws IOException, SQLException {
        Flyway.configure()
                .dataSource(url(), name, platform.secret("database." + name))
                .locations("filesystem:" + MESSAGING, "filesystem:" + migrations(name))
                .target(version())
                .load()
                .migrate();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Neither triggers nor foreign keys: the rows are as they were, in any order.
            statement.execute("set session_replication_role = replica");
            statement.execute("truncate " + String.join(", ", column(connection, TABLES)));
            for (Path file : files()) {
                restore(connection, file);
            }
            for (String sequence : Files.readAllLines(directory().resolve(SEQUENCES))) {
                statement.execute("select setval('%s', %s)".formatted((Object[]) sequence.split(" ")));
            }
            connection.commit();
        }
    }

    static Path migrations(String service) {
        return Checkout.ROOT.resolve(service + "-service/src/main/resources/db/migration");
    }

    /** The tables that have fewer rows now than in the set, of those that still exist. */
    List<String> fewer() throws IOException, SQLException {
        List<String> fewer = new ArrayList<>();
        try (Connection connection = connect()) {
            List<String> present = column(connection, TABLES);
            for (String table : tables()) {
                if (present.contains(table) && count(connection, table) < rows(table)) {
                    fewer.add(table);
                }
            }
        }
        return fewer;
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The tables that have rows in the set. */
    List<String> tables() throws IOException {
        return files().stream()
                .map(file -> file.getFileName().toString().replace(SUFFIX, ""))
                .toList();
    }

    /** How far the migrations of the set went. */
    MigrationVersion version() throws IOException {
        return Files.readAllLines(directory().resolve(HISTORY + SUFFIX)).stream()
                .skip(1)
                .map(row -> MigrationVersion.fromVersion(row.split("\t")[1]))
                .max(MigrationVersion::compareTo)
                .orElseThrow();
    }

    /** As the superuser, who alone may leave the triggers out. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", platform.secret("postgres.superuser"));
    }

    static List<String> column(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static long count(Connection connection, String table) throws SQLException {
        return Long.parseLong(
                column(connection, "select count(*) from " + table).getFirst());
    }

    private long rows(String table) throws IOException {
        try (Stream<String> lines = Files.lines(directory().resolve(table + SUFFIX))) {
            return lines.skip(1).count();
        }
    }

    private void keep(Connection connection, String table) throws IOException, SQLException {
        Path file = directory().resolve(table + SUFFIX);
        List<String> key = column(connection, KEY.formatted(table));
        String rows = "select %s from %s%s"
                .formatted(
                        String.join(", ", column(connection, COLUMNS.formatted(table))),
                        table,
                        key.isEmpty() ? "" : " order by " + String.join(", ", key));
        long count;
        try (Writer out = Files.newBufferedWriter(file)) {
            count = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + rows + ") to stdout (format text, header)", out);
        }
        if (count == 0) {
            Files.delete(file);
        }
    }

    private static void restore(Connection connection, Path file) throws IOException, SQLException {
        String table = file.getFileName().toString().replace(SUFFIX, "");
        try (Reader in = Files.newBufferedReader(file)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy %s (%s) from stdin (format text, header match)".formatted(table, columnsOf(file)),
                            in);
        }
    }

    private static String columnsOf(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElseThrow().replace("\t", ", ");
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory())) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    private Path directory() {
        return set.file("databases").resolve(name);
    }

    private String url() {
        return "jdbc:postgresql://" + platform.postgres() + "/" + name;
    }
}
