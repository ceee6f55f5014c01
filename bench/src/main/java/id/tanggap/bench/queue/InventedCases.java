package id.tanggap.bench.queue;

import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatform.Service;
import id.tanggap.search.Lexemes;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Cases in response's own tables, spread over forty agencies: one in ten open, the words of each drawn from a small
 * vocabulary, so that some words stand in a third of all texts and one in three of ten thousand. Their numbers begin
 * with {@code BENCH-}; they are taken away when done.
 */
final class InventedCases implements AutoCloseable {
    private static final int BATCH = 50_000;

    private static final String CASES = """
            insert into desk_case (id, government, number, channel, type, visibility, category, region_code, received_at,
                                   agency, agency_name, dispatched_at, due_at, clocks, status, accepted_at, answer, answered_at,
                                   ended_at)
            select uuidv7(), 'surakarta', 'BENCH-' || n, (array['WEB', 'WHATSAPP', 'SMS', 'EMAIL'])[1 + n %% 4], 'ORDINARY',
                   'PUBLIC', 'jalan', null, at, agency, agency, at, at + interval '48 hours',
                   jsonb_build_object('PROMISE', at + interval '48 hours'),
                   case when n %% 10 = 0 then case when n %% 20 = 0 then 'DISPATCHED' else 'IN_PROGRESS' end
                        when n %% 10 = 1 then 'ANSWERED' else 'CLOSED' end,
                   at, case when n %% 10 > 0 then 'Sudah kami tangani.' end,
                   case when n %% 10 > 0 then at + interval '30 hours' end,
                   case when n %% 10 > 1 then at + interval '20 days' end
            from (select n, now() - n * interval '30 seconds' as at,
                         case when n %% 40 = 0 then 'dishub' else 'uji-' || n %% 40 end as agency
                  from generate_series(%d, %d) n) invented
            """;
    private static final String NUMBERED = """
            select id, substring(number from 7)::integer from desk_case
            where number like 'BENCH-%%' and substring(number from 7)::integer between %d and %d
            """;
    private static final String TEXTS = """
            insert into case_text (case_id, government, title, text, address, words)
            select id, 'surakarta', null, text, null, words::tsvector
            from unnest(?::uuid[], ?::text[], ?::text[]) as told (id, text, words)
            """;

    private static final List<String> TROUBLES =
            List.of("rusak berat", "berlubang dalam", "tergenang air", "gelap sekali", "penuh sampah");

    private static final String SIZES = """
            select pg_relation_size('case_words'),
                   (select sum(octet_length(t.text) + octet_length(c.number))
                    from case_text t join desk_case c on c.id = t.case_id)
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
            addTexts(NUMBERED.formatted(cases + 1, last));
            cases = last;
        }
        execute("vacuum analyze desk_case, case_text");
    }

    /** Bytes of the index by which texts are found, against those of the texts. */
    double indexAgainstText() throws SQLException {
        try (var statement = connection.createStatement();
                var sizes = statement.executeQuery(SIZES)) {
            sizes.next();
            return sizes.getDouble(1) / sizes.getDouble(2);
        }
    }

    private void addTexts(String numbered) throws SQLException {
        var ids = new ArrayList<String>();
        var texts = new ArrayList<String>();
        var words = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var cases = statement.executeQuery(numbered)) {
            while (cases.next()) {
                var text = text(cases.getInt(2));
                ids.add(cases.getString(1));
                texts.add(text);
                words.add(Lexemes.of("BENCH-" + cases.getInt(2), text));
            }
        }
        try (var insert = connection.prepareStatement(TEXTS)) {
            insert.setArray(1, connection.createArrayOf("text", ids.toArray()));
            insert.setArray(2, connection.createArrayOf("text", texts.toArray()));
            insert.setArray(3, connection.createArrayOf("text", words.toArray()));
            insert.executeUpdate();
        }
    }

    private static String text(int n) {
        return (n % 3 == 0 ? "Jalan " : "Saluran ")
                + TROUBLES.get(n % TROUBLES.size())
                + " di depan rumah nomor " + n % 997 + " sejak pekan lalu, mohon segera diperbaiki petugas."
                + (n % 150 == 0 ? " Lurah sudah tahu." : "")
                + (n % 3333 == 0 ? " Ada ubur-ubur terdampar." : "");
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
