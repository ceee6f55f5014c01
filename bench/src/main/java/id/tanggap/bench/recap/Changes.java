package id.tanggap.bench.recap;

import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatform.Service;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Answers complaints all the time, and looks again and again whether sums and facts agree. */
final class Changes {
    private static final String DISAGREEMENT = """
            with kept as (
                select cut, key, sum(received), sum(answered), sum(open), sum(ended), sum(overdue), sum(late),
                       sum(objected), sum(kept), sum(missed), sum(moved), sum(unpromised)
                from (select * from rollup union all select * from rollup_delta) as parts
                where government = 'surakarta' and month = '2019-06-01'
                group by cut, key
                having (sum(received), sum(answered), sum(open), sum(kept), sum(missed)) <> (0, 0, 0, 0, 0)
            ), scanned as (
                select cut, key, received, answered, open, ended, overdue, late, objected, kept, missed, moved,
                       unpromised
                from rollup_scan where government = 'surakarta' and month = '2019-06-01'
            )
            select count(*) from ((select * from kept except select * from scanned)
                                  union all (select * from scanned except select * from kept)) as differing
            """;
    /** An answer to so many open complaints at once, as a batch of the desk's events brings it. */
    private static final String CHANGE = """
            update complaint_fact set answered_at = now(), promise_late = true
            where complaint_id in (select complaint_id from complaint_fact
                                   where government = 'surakarta' and month = '2019-06-01' and state = 'OPEN'
                                   order by received_at offset %d limit 50)
            """;

    private final AtomicLong changed = new AtomicLong();
    private final AtomicLong looks = new AtomicLong();
    private final AtomicLong wrong = new AtomicLong();
    private final AtomicBoolean done = new AtomicBoolean();

    /** What is measured meanwhile. */
    @FunctionalInterface
    interface Measurement<T> {
        T take() throws IOException, InterruptedException;
    }

    @FunctionalInterface
    private interface Work {
        void on(Statement statement) throws SQLException;
    }

    /** @throws IOException when sums and facts differed once, or nobody looked */
    <T> T during(Measurement<T> measurement, LocalPlatform platform)
            throws IOException, SQLException, InterruptedException {
        try (var writing = platform.connect(Service.REPORTING);
                var looking = platform.connect(Service.REPORTING)) {
            var workers = List.of(repeat(writing, this::change), repeat(looking, this::look));
            var result = measurement.take();
            done.set(true);
            for (var worker : workers) {
                worker.join();
            }
            if (wrong.get() > 0 || looks.get() == 0) {
                throw new IOException("Sums and facts differ in %d cuts".formatted(wrong.get()));
            }
            return result;
        }
    }

    private void change(Statement statement) throws SQLException {
        changed.addAndGet(statement.executeUpdate(CHANGE.formatted(changed.get() % 1_000)));
    }

    private void look(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery(DISAGREEMENT)) {
            rows.next();
            wrong.addAndGet(rows.getLong(1));
            looks.incrementAndGet();
        }
    }

    private Thread repeat(Connection connection, Work work) {
        return Thread.ofPlatform().start(() -> {
            try (var statement = connection.createStatement()) {
                while (!done.get()) {
                    work.on(statement);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** How many complaints were answered. */
    long changed() {
        return changed.get();
    }

    long looks() {
        return looks.get();
    }
}
