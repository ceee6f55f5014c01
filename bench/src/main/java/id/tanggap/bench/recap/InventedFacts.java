package id.tanggap.bench.recap;

import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatform.Service;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Complaints of one month long past in reporting's own tables, spread over forty agencies, twenty categories and the days
 * of the month; one in ten open. Their numbers begin with {@code BENCH-}; they are taken away when done, with whatever
 * was compiled of them.
 */
final class InventedFacts implements AutoCloseable {
    static final String GOVERNMENT = "surakarta";
    static final String MONTH = "2019-06";
    private static final int BATCH = 20_000;

    private static final String FACTS = """
            insert into complaint_fact (complaint_id, government, number, channel, type, visibility, category, region,
                                        received_at, received_on, month, agency, agency_name, hop, dispatched_at,
                                        promise_due_at, promise_met_at, promise_late, promise_missed_at, kept, missed,
                                        answered_at)
            select uuidv7(), 'surakarta', 'BENCH-' || n, (array['WEB', 'WHATSAPP', 'SMS', 'EMAIL'])[1 + n %% 4],
                   (array['ORDINARY', 'ASPIRATION', 'INFORMATION_REQUEST'])[1 + n %% 3], 'PUBLIC', 'uji-' || n %% 20,
                   '33.72.01.10' || lpad((n %% 50)::text, 2, '0'), at, (at at time zone 'Asia/Jakarta')::date,
                   '2019-06-01', 'uji-' || n %% 40, 'Dinas uji ' || n %% 40, 0, at, at + interval '48 hours',
                   case when n %% 10 > 0 then at + n %% 72 * interval '1 hour' end,
                   case when n %% 10 > 0 then n %% 72 > 48 end,
                   case when n %% 10 = 0 or n %% 72 > 48 then at + interval '48 hours' end,
                   array['receive', 'distribute'] || case when n %% 10 > 0 and n %% 72 <= 48 then array['promise'] end,
                   case when n %% 10 = 0 or n %% 72 > 48 then array['promise'] else '{}' end,
                   case when n %% 10 > 0 then at + n %% 72 * interval '1 hour' end
            from (select n, timestamptz '2019-06-01 00:00+07' + n %% 2592000 * interval '1 second' as at
                  from generate_series(%d, %d) n) invented
            """;

    private final Connection connection;

    private InventedFacts(Connection connection) {
        this.connection = connection;
    }

    static InventedFacts in(LocalPlatform platform) throws IOException, SQLException {
        var invented = new InventedFacts(platform.connect(Service.REPORTING));
        invented.clear();
        return invented;
    }

    /** @return how long it took to write them, with their sums */
    Duration grow(int count) throws SQLException {
        var began = System.nanoTime();
        for (int last = 0; last < count; last += BATCH) {
            execute(FACTS.formatted(last + 1, Math.min(count, last + BATCH)));
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        execute("vacuum analyze complaint_fact, rollup, rollup_delta");
        return took;
    }

    private void clear() throws SQLException {
        for (var table : List.of("recap_document", "recap_deed", "recap_entry", "recap_version", "monthly_recap")) {
            execute("alter table " + table + " disable trigger user");
            execute("delete from %1$s where %2$s in (select id from monthly_recap where month = '2019-06-01')"
                    .formatted(table, table.equals("monthly_recap") ? "id" : "recap_id"));
            execute("alter table " + table + " enable trigger user");
        }
        execute("delete from complaint_fact where number like 'BENCH-%'");
        execute("vacuum analyze complaint_fact, recap_entry, rollup, rollup_delta");
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            clear();
        }
    }
}
