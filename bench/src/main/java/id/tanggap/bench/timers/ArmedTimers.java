package id.tanggap.bench.timers;

import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatform.Service;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Cases in routing's own tables whose promise has passed its warnings and is about to be missed. Their numbers begin
 * with {@code BENCH-}; they are taken away when done.
 */
public final class ArmedTimers implements AutoCloseable {
    private static final InstantSource TIME = InstantSource.system();

    /** Rings that a promise of Surakarta has before its deadline. */
    private static final int WARNINGS = 2;

    private static final Duration FAR = Duration.ofDays(40);

    private static final String SEED = """
            with fresh as (
                select uuidv7() as id, n from generate_series(1, ?) n
            ), opened as (
                insert into cases (complaint_id, government, number, type, visibility, sop, received_at, proposal, state,
                                   agency, rule, reason, hop, dispatched_at, next_alarm_at)
                select id, 'surakarta', 'BENCH-' || n, 'ORDINARY', 'PUBLIC', '', ?, '{"options": [], "automatic": false}',
                       'DISPATCHED', 'dpupr', 'bench', 'bench', 0, ?, ?
                from fresh
            )
            insert into clock (complaint_id, government, kind, rule, standard, agency, started_at, due_at, pauses, rung)
            select id, 'surakarta', 'PROMISE', 'promise', '48 jam', 'dpupr', ?, ?, '', %d from fresh
            """.formatted(WARNINGS);

    /** @param perSecond 0 for all at once */
    private static final String MAKE_DUE = """
            with soon as (
                select complaint_id, row_number() over () as n from clock
                where rule = 'promise' and missed_at is null and due_at > ?::timestamptz + interval '30 days' limit ?
            ), moved as (
                update clock set due_at = ?::timestamptz + (case when ? = 0 then 0 else n / ? end) * interval '1 s'
                from soon where clock.complaint_id = soon.complaint_id and clock.rule = 'promise'
                returning clock.complaint_id, clock.due_at
            )
            update cases set next_alarm_at = moved.due_at from moved where cases.complaint_id = moved.complaint_id
            """;

    private final Connection connection;

    private ArmedTimers(Connection connection) {
        this.connection = connection;
    }

    /** Arms so many timers that are due in forty days. */
    public static ArmedTimers arm(LocalPlatform platform, int count) throws IOException, SQLException {
        var timers = new ArmedTimers(platform.connect(Service.ROUTING));
        timers.clear();
        var due = TIME.instant().plus(FAR);
        var started = Timestamp.from(due.minus(Duration.ofHours(48)));
        timers.update(SEED, count, started, started, Timestamp.from(due), started, Timestamp.from(due));
        timers.execute("vacuum analyze cases, clock");
        return timers;
    }

    /** Makes so many of them due, all at {@code from} or so many in each second after it. */
    public void makeDue(int count, Instant from, int perSecond) throws SQLException {
        var time = Timestamp.from(from);
        update(MAKE_DUE, time, count, time, perSecond, (double) perSecond);
    }

    private void update(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** Waits until nothing is due that was due by then, and says when that was. */
    public Instant awaitRung(Instant due) throws SQLException, InterruptedException {
        try (var left = connection.prepareStatement("select exists (select 1 from cases where next_alarm_at <= ?)")) {
            left.setTimestamp(1, Timestamp.from(due));
            while (isAny(left)) {
                Thread.sleep(20);
            }
            return TIME.instant();
        }
    }

    private static boolean isAny(PreparedStatement left) throws SQLException {
        try (var row = left.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** How late they rang, in milliseconds, at this share of them. */
    double lateness(Instant from, double share) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select percentile_disc(?) within group (order by missed_at - due_at)
                from clock join cases using (complaint_id) where number like 'BENCH-%' and due_at >= ? and missed_at is not null
                """)) {
            statement.setDouble(1, share);
            statement.setTimestamp(2, Timestamp.from(from));
            try (var row = statement.executeQuery()) {
                row.next();
                var interval = (org.postgresql.util.PGInterval) row.getObject(1);
                return ((interval.getDays() * 24 + interval.getHours()) * 60 + interval.getMinutes()) * 60_000.0
                        + interval.getSeconds() * 1_000;
            }
        }
    }

    /** How many rang that fell due from then on. */
    int rung(Instant from) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select count(*) from clock join cases using (complaint_id)
                where number like 'BENCH-%' and due_at >= ? and missed_at is not null
                """)) {
            statement.setTimestamp(1, Timestamp.from(from));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        clear();
        connection.close();
    }

    private void clear() throws SQLException {
        execute("""
                with gone as (delete from cases where number like 'BENCH-%' returning complaint_id)
                delete from clock using gone where clock.complaint_id = gone.complaint_id
                """);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
