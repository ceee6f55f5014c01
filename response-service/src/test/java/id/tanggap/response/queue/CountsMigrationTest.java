package id.tanggap.response.queue;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.TEN_SECONDS;

import id.tanggap.testkit.Platform;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The counts become appended ones while a replica of the version before works and somebody reads them for long. */
class CountsMigrationTest {
    private static final String CASES = """
            insert into desk_case (id, government, number, agency, status)
            select gen_random_uuid(), 'surakarta', 'SKA-' || n, 'dishub', 'DISPATCHED' from generate_series(1, 20) as n
            """;
    private static final String WAITING =
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    private static final String DIFFERENCES = """
            select count(*) from (
                select status from (
                    select status, cases from desk_count
                    union all
                    select status, -1 from desk_case where number is not null and agency is not null
                ) as both_ways
                group by status having sum(cases) <> 0) as differing
            """;

    private final String database = Platform.newDatabase("counts");

    @ParameterizedTest
    @ValueSource(
            strings = {
                CASES,
                "update desk_case set status = 'IN_PROGRESS'",
                "update desk_case set agency = null where number like 'SKA-1%'",
                "update desk_case set agency = 'dlh'"
            })
    void losesNoChangeThatComesMeanwhile(String change) throws SQLException {
        migrateTo("5");
        execute(CASES);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var reader = connect()) {
            reader.setAutoCommit(false);
            number(reader, "select count(*) from desk_count");
            var migration = runAsync(() -> migrateTo("6"), threads);
            awaitWaiting(1);
            var changed = runAsync(() -> execute(change), threads);
            awaitWaiting(2);
            reader.rollback();

            assertThat(Stream.of(migration, changed))
                    .allSatisfy(done -> assertThat(done).succeedsWithin(TEN_SECONDS));
        }
        try (var connection = connect()) {
            assertThat(number(connection, DIFFERENCES)).isZero();
        }
    }

    private void migrateTo(String version) {
        Flyway.configure(CountsMigrationTest.class.getClassLoader())
                .dataSource("jdbc:postgresql://" + Platform.postgres().address() + "/" + database, database, "postgres")
                .locations("db/messaging", "db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private void awaitWaiting(int connections) throws SQLException {
        try (var connection = connect()) {
            await().untilAsserted(() -> assertThat(number(connection, WAITING)).isEqualTo(connections));
        }
    }

    private void execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        return Platform.connect(database, database);
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
