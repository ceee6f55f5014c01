package id.tanggap.bench.queue;

import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatform.Service;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Cases in response's own tables, spread over forty agencies: one in ten open, the words of each drawn from a small
 * vocabulary, so that some words stand in a third of all texts and one in three of ten thousand. Their numbers begin
 * with {@code BENCH-}; they are taken away when done.
 */
final class InventedCases implements AutoCloseable {
    private static final int BATCH = 50_000;

    private static final String CASES = """
            insert into desk_case (id, government, number, channel, type, visibility, category, region_code, received_at,
                                   agency, agency_name, dispatched_at, due_at, status, accepted_at, answer, answered_at,
                                   ended_at)
            select uuidv7(), 'surakarta', 'BENCH-' || n, (array['WEB', 'WHATSAPP', 'SMS', 'EMAIL'])[1 + n %% 4], 'ORDINARY',
                   'PUBLIC', 'jalan', null, at, agency, agency, at, at + interval '48 hours',
                   case when n %% 10 = 0 then case when n %% 20 = 0 then 'DISPATCHED' else 'IN_PROGRESS' end
                        when n %% 10 = 1 then 'ANSWERED' else 'CLOSED' end,
                   at, case when n %% 10 > 0 then 'Sudah kami tangani.' end,
                   case when n %% 10 > 0 then at + interval '30 hours' end,
                   case when n %% 10 > 1 then at + interval '20 days' end
            from (select n, now() - n * interval '30 seconds' as at,
                         case when n %% 40 = 0 then 'dishub' else 'uji-' || n %% 40 end as agency
                  from generate_series(%d, %d) n) invented
            """;
    private static final String TEXTS = """
            insert into case_text (case_id, government, title, text, address, words)
            select id, government, null, text, null,
                   to_tsvector('simple', number) || to_tsvector('indonesian', text)
            from (select id, government, number,
                         case when n %% 3 = 0 then 'Jalan ' else 'Saluran ' end
                         || (array['rusak berat', 'berlubang dalam', 'tergenang air', 'gelap sekali', 'penuh sampah'])[1 + n %% 5]
                         || ' di depan rumah nomor ' || n %% 997 || ' sejak pekan lalu, mohon segera diperbaiki petugas.'
                         || case when n %% 3333 = 0 then ' Ada ubur-ubur terdampar.' else '' end as text
                  from (select id, government, number, substring(number from 7)::integer as n from desk_case
                        where number like 'BENCH-%%' and substring(number from 7)::integer between %d and %d) numbered
                 ) worded
            """;

    private final Connection connection;
    private int cases;

    private InventedCases(Connection connection) {
        this.connection = connection;
    }

    static InventedCases in(LocalPlatform platform) throws IOException, SQLException {
        var invented = new InventedCases(platform.connect(Service.RESPONSE));
        invented.clear();
        return invented;
    }

    /** Adds cases until there are so many. */
    void growTo(int count) throws SQLException {
        while (cases < count) {
            var last = Math.min(count, cases + BATCH);
            execute(CASES.formatted(cases + 1, last));
            execute(TEXTS.formatted(cases + 1, last));
            cases = last;
        }
        execute("vacuum analyze desk_case, case_text");
    }

    private void clear() throws SQLException {
        execute("delete from case_text where case_id in (select id from desk_case where number like 'BENCH-%')");
        execute("delete from desk_case where number like 'BENCH-%'");
        execute("delete from desk_count where agency like 'uji-%'");
        execute("vacuum analyze desk_case, case_text");
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
