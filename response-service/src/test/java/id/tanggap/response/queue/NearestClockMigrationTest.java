package id.tanggap.response.queue;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.testkit.Platform;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an earlier version remembered of a case's clocks becomes the nearest that runs. */
class NearestClockMigrationTest {
    private static final String ROW = """
            insert into desk_case (id, government, number, agency, status, dispatched_at, due_at, step_due_at, division_due_at,
                                   follow_up_due_at, answered_at, agency_name)
            values (gen_random_uuid(), 'surakarta', 'SKA-1', 'dishub', '%s', now(), %s, %s, %s, %s, %s, '%s')
            """;
    private static final String OTHERWISE =
            "select string_agg(status || ' ' || due_at::date || ': ' || coalesce(next_clock, '-')"
                    + ", ', ') from desk_case where coalesce(next_clock, '-') <> agency_name";

    private final String database = Platform.newDatabase("nearest");

    @Test
    void namesIt() throws SQLException {
        migrateTo("9");
        // By status: the days until promise, step, division and follow-up are due, when it was answered, and the clock.
        had("DISPATCHED", 2, null, null, null, null, "PROMISE");
        had("DISPATCHED", 2, 1, null, null, null, "STEP");
        had("DISPATCHED", 2, -9, null, null, null, "PROMISE");
        had("IN_PROGRESS", 2, 1, null, null, null, "STEP");
        had("IN_PROGRESS", 1, 2, null, null, null, "PROMISE");
        had("IN_PROGRESS", 1, 2, null, null, 0, "STEP");
        had("DISPOSED", 2, 3, 1, null, null, "DIVISION");
        had("NEEDS_INFO", 1, null, null, null, null, "-");
        had("OBJECTED", 1, 5, null, null, 0, "STEP");
        had("ANSWERED", 1, 1, null, 9, 0, "FOLLOW_UP");
        had("ANSWERED", 1, 1, null, null, 0, "-");
        had("CLOSED", 1, 1, 1, 1, 0, "-");

        migrateTo("10");

        assertThat(text(OTHERWISE)).isNull();
    }

    private void had(String status, @Nullable Object... daysAndClock) throws SQLException {
        var days = Arrays.stream(daysAndClock, 0, 5).map(NearestClockMigrationTest::in);
        execute(ROW.formatted(Stream.of(Stream.of(status), days, Stream.of(daysAndClock[5]))
                .flatMap(it -> it)
                .toArray()));
    }

    /** So many days from now. */
    private static String in(@Nullable Object days) {
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
