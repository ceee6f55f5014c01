package id.tanggap.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.testkit.Platform;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.server.common.MetadataVersion;
import org.junit.jupiter.api.Test;

class PlatformTest {
    /** The client's version is the platform's, the broker's stands in the root POM. */
    @Test
    void runsClientBrokerAndImageOfOneVersion() {
        assertThat(Stream.of(Admin.class, KafkaRaftServer.class, MetadataVersion.class)
                        .map(PlatformTest::jar))
                .allMatch(jar -> jar.endsWith("-" + Images.KAFKA.replaceFirst(".*:", "") + ".jar"));
    }

    @Test
    void runsBinariesAndImageOfOneVersion() throws SQLException {
        try (var connection = Platform.connect("postgres", "postgres");
                var statement = connection.createStatement();
                var row = statement.executeQuery("show server_version")) {
            assertThat(row.next()).isTrue();
            assertThat(Images.POSTGRES).isEqualTo("postgres:" + row.getString(1).replaceFirst(" .*", ""));
        }
    }

    @Test
    void keepsAddressAndDataOfPostgresOverARestart() throws SQLException {
        // Given
        var database = Platform.newDatabase("kit");
        var address = Platform.postgres().address();
        try (var connection = Platform.connect(database, database);
                var statement = connection.createStatement()) {
            statement.execute("create table kept as select 42 as answer");
        }

        // When
        Platform.postgres().stop();
        Platform.postgres().start();

        // Then
        assertThat(Platform.postgres().address()).isEqualTo(address);
        try (var connection = Platform.connect(database, database);
                var statement = connection.createStatement();
                var kept = statement.executeQuery("select answer, current_setting('fsync') from kept")) {
            assertThat(kept.next()).isTrue();
            assertThat(kept.getInt(1)).isEqualTo(42);
            assertThat(kept.getString(2)).isEqualTo("on");
        }
    }

    @Test
    void keepsAddressAndTopicsOfKafkaOverARestart() throws ExecutionException, InterruptedException {
        var address = Platform.kafka().address();
        try (var admin = Admin.create(Map.of("bootstrap.servers", (Object) address))) {
            admin.createTopics(List.of(new NewTopic("kept", 3, (short) 1)))
                    .all()
                    .get();
        }

        Platform.kafka().stop();
        Platform.kafka().start();

        assertThat(Platform.kafka().address()).isEqualTo(address);
        try (var admin = Admin.create(Map.of("bootstrap.servers", (Object) address))) {
            assertThat(admin.listTopics().names().get()).contains("kept");
        }
    }

    private static String jar(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().getPath();
    }
}
