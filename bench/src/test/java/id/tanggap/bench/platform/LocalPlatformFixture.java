package id.tanggap.bench.platform;

import id.tanggap.bench.platform.LocalPlatform.Service;
import id.tanggap.testkit.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.flywaydb.core.Flyway;

/** The five databases on a real PostgreSQL, with the tables that the services' own migrations make. */
public final class LocalPlatformFixture {
    private static final int POSTGRES_OFFSET = 6;
    private static boolean migrated;

    private LocalPlatformFixture() {}

    /** The tables are there and empty. */
    public static synchronized LocalPlatform empty(Path data) throws IOException, SQLException {
        var secrets = new Properties();
        secrets.setProperty("postgres.superuser", "postgres");
        for (var service : services()) {
            secrets.setProperty("database." + service.id(), "postgres");
        }
        try (var writer = Files.newBufferedWriter(data.resolve("secrets.properties"))) {
            secrets.store(writer, null);
        }
        var address = Platform.postgres().address();
        var port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        var platform = new LocalPlatform(data, port - POSTGRES_OFFSET);
        if (!migrated) {
            create();
            for (var service : services()) {
                migrate(platform, service);
            }
            migrated = true;
        }
        for (var service : services()) {
            truncate(platform, service);
        }
        return platform;
    }

    private static List<Service> services() {
        return List.of(Service.INTAKE, Service.ROUTING, Service.RESPONSE, Service.REPORTING, Service.NOTIFICATION);
    }

    private static void create() throws SQLException {
        try (var connection = Platform.connect("postgres", "postgres");
                var statement = connection.createStatement()) {
            for (var service : services()) {
                statement.execute("create role " + service.id() + " login password 'postgres'");
                statement.execute("create database " + service.id() + " owner " + service.id());
            }
        }
    }

    private static void migrate(LocalPlatform platform, Service service) {
        var database = "jdbc:postgresql://127.0.0.1:" + platform.postgresPort() + "/" + service.id();
        Flyway.configure()
                .dataSource(database, service.id(), "postgres")
                .locations("filesystem:../" + service.id() + "-service/src/main/resources/db/migration")
                .load()
                .migrate();
    }

    /** Also what its triggers keep for good. */
    private static void truncate(LocalPlatform platform, Service service) throws IOException, SQLException {
        try (var connection = platform.connect(service);
                var statement = connection.createStatement()) {
            var tables = tables(connection);
            for (var table : tables) {
                statement.execute("alter table " + table + " disable trigger user");
            }
            for (var table : tables) {
                statement.execute("truncate " + table + " cascade");
            }
            for (var table : tables) {
                statement.execute("alter table " + table + " enable trigger user");
            }
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select coalesce(array_agg(relname::text), '{}') from pg_class"
                        + " where relkind = 'r' and relnamespace = 'public'::regnamespace")) {
            rows.next();
            return List.of((String[]) rows.getArray(1).getArray());
        }
    }
}
