package id.tanggap.response.queue;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.testkit.Platform;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an earlier version remembered of a case's clocks becomes the nearest that runs. */
class NearestClockMigrationTest {
    private final String database = Platform.newDatabase("nearest");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // status, promise, step, division, follow-up, answered; then the clock
                "DISPATCHED, 2, -, -, -, -, PROMISE",
                "DISPATCHED, 2, 1, -, -, -, STEP",
                "DISPATCHED, 2, -9, -, -, -, PROMISE",
                "IN_PROGRESS, 2, 1, -, -, -, STEP",
                "IN_PROGRESS, 1, 2, -, -, -, PROMISE",
                "IN_PROGRESS, 1, 2, -, -, 0, STEP",
                "DISPOSED, 2, 3, 1, -, -, DIVISION",
                "NEEDS_INFO, 1, -, -, -, -, -",
                "OBJECTED, 1, 5, -, -, 0, STEP",
                "ANSWERED, 1, 1, -, 9, 0, FOLLOW_UP",
                "ANSWERED, 1, 1, -, -, 0, -",
                "CLOSED, 1, 1, 1, 1, 0, -"
            })
    void namesIt(
            String status,
            @Nullable String promise,
            @Nullable String step,
            @Nullable String division,
            @Nullable String followUp,
            @Nullable String answered,
            @Nullable String clock)
            throws SQLException {
        migrateTo("9");
        var row = "insert into desk_case (id, government, number, agency, status, dispatched_at, due_at, step_due_at,"
                + " division_due_at, follow_up_due_at, answered_at) values (gen_random_uuid(), 'surakarta', 'SKA-1', 'dishub',"
                + " '%s', now(), %s, %s, %s, %s, %s)";
        execute(row.formatted(status, in(promise), in(step), in(division), in(followUp), in(answered)));

        migrateTo("10");

        assertThat(text("select next_clock from desk_case")).isEqualTo(clock);
    }

    /** So many days from now. */
    private static String in(@Nullable String days) {
        return days == null ? "null" : "now() + interval '" + days + " days'";
    }

    private void migrateTo(String version) {
        Flyway.configure(NearestClockMigrationTest.class.getClassLoader())
                .dataSource("jdbc:postgresql://" + Platform.postgres().address() + "/" + database, database, "postgres")
                .locations("db/messaging", "db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = Platform.connect(database, database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private @Nullable String text(String sql) throws SQLException {
        try (var connection = Platform.connect(database, database);
                var found = connection.createStatement().executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }
}
