package id.tanggap.routing.cases;

import id.tanggap.testkit.Platform;
import id.tanggap.testkit.PlatformResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * A database of the first version, with cases as that version wrote them: dispatched from the beginning, with one promise
 * and one timer, which was deleted when the promise was met or missed. The service finds it when it starts.
 */
public final class OldDatabase implements QuarkusTestResourceLifecycleManager {
    /** Setting that tells when the old service was last at work. */
    static final String LAST_AT_WORK = "tanggap.test.last-at-work";

    static final UUID WAITS = new UUID(1, 1);
    static final UUID HALF_GONE = new UUID(1, 2);
    static final UUID FELL_DUE = new UUID(1, 3);
    static final UUID MISSED = new UUID(1, 4);
    static final UUID ANSWERED = new UUID(1, 5);
    static final UUID ANSWERED_LATE = new UUID(1, 6);
    static final UUID GOES_ON = new UUID(1, 7);
    static final UUID RETURNED = new UUID(1, 8);
    static final UUID DISPUTED = new UUID(1, 9);
    static final UUID HURRIED = new UUID(1, 10);

    private static final String OPEN = """
            insert into dispatch_case (complaint_id, government, number, agency, rule, reason, received_at, dispatched_at)
            values (?, 'surakarta', ?, 'dpupr', 'kategori-jalan-rusak', 'Jalan diurus DPUPR', ?, ?)
            """;
    private static final String START =
            "insert into clock (complaint_id, kind, standard, started_at, due_at) values (?, 'PROMISE', '48 jam', ?, ?)";
    private static final String ARM = "insert into timer (complaint_id, kind, due_at) values (?, 'PROMISE', ?)";
    private static final String DISARM = "delete from timer where complaint_id = ? and kind = 'PROMISE'";
    private static final String MISS = "update clock set missed_at = ? where complaint_id = ? and kind = 'PROMISE'";
    private static final String MEET = "update clock set met_at = ? where complaint_id = ? and kind = 'PROMISE'";
    private static final String ANSWER = "update dispatch_case set answered_at = ? where complaint_id = ?";

    /** Of a replica of an earlier version that goes on beside. */
    static @Nullable Connection sessionBeside;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @Override
    public Map<String, String> start() {
        var settings = new PlatformResource().start();
        settings.put(LAST_AT_WORK, now.toString());
        var database = Objects.requireNonNull(settings.get("tanggap.database.name"));
        Flyway.configure(OldDatabase.class.getClassLoader())
                .dataSource("jdbc:postgresql://" + Platform.postgres().address() + "/" + database, database, "postgres")
                .locations("db/messaging", "db/migration")
                .target("1")
                .load()
                .migrate();
        try (var connection = Platform.connect(database, database)) {
            fill(connection);
            sessionBeside = Platform.connect(database, database);
            sessionBeside.setClientInfo("ApplicationName", "vertx-pg-client");
        } catch (SQLException e) {
            throw new IllegalStateException("The old cases cannot be written", e);
        }
        return settings;
    }

    @Override
    public void stop() {
        // The server ends with the JVM.
    }

    private void fill(Connection connection) throws SQLException {
        open(connection, WAITS, 10);
        open(connection, HALF_GONE, 30);
        open(connection, FELL_DUE, 49);
        open(connection, MISSED, 60);
        miss(connection, MISSED, 12);
        open(connection, ANSWERED, 60);
        answer(connection, ANSWERED, 50);
        open(connection, ANSWERED_LATE, 60);
        miss(connection, ANSWERED_LATE, 12);
        answer(connection, ANSWERED_LATE, 5);
        open(connection, GOES_ON, 10);
        open(connection, RETURNED, 10);
        open(connection, HURRIED, 10);
        open(connection, DISPUTED, 60);
        answer(connection, DISPUTED, 50);
    }

    private void open(Connection connection, UUID id, int hoursAgo) throws SQLException {
        var received = ago(hoursAgo);
        var due = received.plus(Duration.ofHours(48));
        run(connection, OPEN, id, "SKA-0000-000" + id.getLeastSignificantBits(), received, received.plusSeconds(1));
        run(connection, START, id, received, due);
        run(connection, ARM, id, due);
    }

    private void miss(Connection connection, UUID id, int hoursAgo) throws SQLException {
        run(connection, DISARM, id);
        run(connection, MISS, ago(hoursAgo), id);
    }

    private void answer(Connection connection, UUID id, int hoursAgo) throws SQLException {
        run(connection, DISARM, id);
        run(connection, ANSWER, ago(hoursAgo), id);
        run(connection, MEET, ago(hoursAgo), id);
    }

    private Instant ago(int hours) {
        return now.minus(Duration.ofHours(hours));
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(
                        i + 1, values[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : values[i]);
            }
            statement.executeUpdate();
        }
    }
}
