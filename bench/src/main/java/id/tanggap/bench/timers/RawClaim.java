package id.tanggap.bench.timers;

import id.tanggap.bench.platform.LocalPlatform;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** R3: what PostgreSQL alone claims of a million rows, 500 at a time, by updating their state; one client. */
final class RawClaim {
    private static final String DATABASE = "tanggap_bench";
    private static final int BATCH = 500;

    private static final String TABLE = """
            create table timer (
                complaint_id uuid not null, kind text not null, due_at timestamptz not null, state text not null,
                primary key (complaint_id, kind));
            create index on timer (due_at) where state = 'ARMED';
            insert into timer
            select uuidv7(), 'ANSWER', now() + case when n <= %d then interval '-1 s' else interval '40 days' end, 'ARMED'
            from generate_series(1, %d) n;
            """;
    private static final String CLAIM = """
            with due as (
                select complaint_id, kind from timer where state = 'ARMED' and due_at <= now()
                order by due_at limit %d for update skip locked
            )
            update timer set state = 'FIRED' from due
            where timer.complaint_id = due.complaint_id and timer.kind = due.kind
            """.formatted(BATCH);

    private RawClaim() {}

    /** Rows claimed per second, of so many that are due among all. */
    static double measure(LocalPlatform platform, int all, int due) throws IOException, SQLException {
        try (var server = platform.connectAsSuperuser("postgres");
                var statement = server.createStatement()) {
            statement.execute("drop database if exists " + DATABASE + " with (force)");
            statement.execute("create database " + DATABASE);
            try (var connection = platform.connectAsSuperuser(DATABASE)) {
                arm(connection, all, due);
                return claim(connection);
            } finally {
                statement.execute("drop database " + DATABASE + " with (force)");
            }
        }
    }

    private static void arm(Connection connection, int all, int due) throws SQLException {
        try (var raw = connection.createStatement()) {
            raw.execute(TABLE.formatted(due, all));
            raw.execute("vacuum analyze timer");
            raw.execute("checkpoint");
        }
    }

    private static double claim(Connection connection) throws SQLException {
        try (var claim = connection.prepareStatement(CLAIM)) {
            var claimed = 0;
            var began = System.nanoTime();
            for (var batch = claim.executeUpdate(); batch > 0; batch = claim.executeUpdate()) {
                claimed += batch;
            }
            return claimed / ((System.nanoTime() - began) / 1e9);
        }
    }
}
