package id.tanggap.testkit.server;

import static org.awaitility.Awaitility.await;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL from the official image, on a fixed host port so that the address outlives a restart. */
final class ContainerPostgres implements Server {
    private final int port = FreePort.any();
    private final PostgreSQLContainer container = new PostgreSQLContainer(Images.POSTGRES)
            .withUsername("postgres")
            .withPassword("postgres")
            .withCommand("postgres", "-c", "max_connections=200");

    ContainerPostgres() {
        container.setPortBindings(List.of(port + ":5432"));
    }

    @Override
    public String address() {
        return container.getHost() + ":" + port;
    }

    @Override
    public void start() {
        Containers.start(container);
        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(this::answers);
    }

    @Override
    public void stop() {
        Containers.stop(container);
    }

    private boolean answers() throws SQLException {
        try (var connection =
                DriverManager.getConnection("jdbc:postgresql://" + address() + "/postgres", "postgres", "postgres")) {
            return connection.isValid(1);
        }
    }
}
