package id.tanggap.testkit;

import id.tanggap.contracts.wire.Topics;
import id.tanggap.testkit.server.Server;
import id.tanggap.testkit.server.Servers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL and one Kafka broker per test JVM, started when first asked for.
 */
public final class Platform {
    private static @Nullable Server postgres;
    private static @Nullable Server kafka;

    public static synchronized Server postgres() {
        if (postgres == null) {
            postgres = Servers.postgres();
            postgres.start();
        }
        return postgres;
    }

    public static synchronized Server kafka() {
        if (kafka == null) {
            kafka = Servers.kafka();
            kafka.start();
            makeTopics(kafka.address());
        }
        return kafka;
    }

    /** They are there before a service starts, as everywhere: a producer can stick to a topic that its first record makes. */
    private static void makeTopics(String address) {
        var topics = Topics.ALL.stream()
                .flatMap(topic -> Stream.of(topic, Topics.deadLettersOf(topic)))
                .map(topic -> new NewTopic(topic, Optional.empty(), Optional.empty()))
                .toList();
        try (var admin = Admin.create(Map.of("bootstrap.servers", (Object) address))) {
            admin.createTopics(topics).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The topics cannot be made", e);
        }
    }

    /** A new, empty database and a role of the same name that owns it; the password is {@code postgres}. */
    public static String newDatabase(String prefix) {
        var name = prefix + "_" + UUID.randomUUID().toString().substring(0, 8);
        try (var connection = connect("postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("create role " + name + " login password 'postgres'");
            statement.execute("create database " + name + " owner " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create the database " + name, e);
        }
        return name;
    }

    /** A JDBC connection for looking into a database behind the back of the code under test. */
    public static Connection connect(String database, String user) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + postgres().address() + "/" + database, user, "postgres");
    }

    private Platform() {}
}
