package id.tanggap.bench.recap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.bench.platform.Arguments;
import id.tanggap.bench.platform.KeepAliveConnection;
import id.tanggap.bench.platform.Load;
import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatform.Service;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * G13 and G14: the recap of a month over HTTP against counting its complaints, and whether it is at every moment what
 * counting gives.
 */
public final class RecapBench {
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 5;
    private static final int FRESH = 20;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RECAPS = "/api/reporting/v1/recaps/" + InventedFacts.GOVERNMENT + "/";

    private static final String COUNTING = """
            select agency, category, state, count(*) from complaint_fact
            where government = 'surakarta' and month = '2019-06-01' group by agency, category, state
            """;
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

    private final LocalPlatform platform;
    private final PrintStream out;
    private final int seconds;
    private final HttpClient http = HttpClient.newHttpClient();

    private RecapBench(LocalPlatform platform, PrintStream out, int seconds) {
        this.platform = platform;
        this.out = out;
        this.seconds = seconds;
    }

    public static int run(List<String> arguments, PrintStream out)
            throws IOException, SQLException, InterruptedException {
        var parsed = Arguments.parse(arguments, Set.of("--cases", "--seconds", "--data"), Set.of());
        new RecapBench(LocalPlatform.at(parsed.value("--data")), out, parsed.number("--seconds", 15))
                .measure(parsed.number("--cases", 1_000_000));
        return 0;
    }

    private void measure(int cases) throws IOException, SQLException, InterruptedException {
        try (var facts = InventedFacts.in(platform);
                var database = platform.connect(Service.REPORTING)) {
            say("Inventing %,d complaints of %s", cases, InventedFacts.MONTH);
            var took = facts.grow(cases);
            say("  written with their sums in %.0f s, %,.0f/s", took.toMillis() / 1e3, cases / (took.toMillis() / 1e3));
            // The folding begins when something is heard.
            fresh();
            awaitFolding(database);

            recap(Math.max(5, seconds / 3));
            var counting = counting(database);
            var quiet = recap(seconds);
            say("counting them, serial (R5): %,.0f ms", counting);
            say(
                    "recap over HTTP, %d clients: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, %,.0f/s",
                    CLIENTS, quiet.p50Millis(), quiet.p95Millis(), quiet.p99Millis(), quiet.perSecond());

            var changes = new AtomicLong();
            var checks = new AtomicLong();
            var changed = whileChanging(changes, checks);
            say(
                    "the same while %,d complaints change: p50 %.1f ms, p95 %.1f ms; equal to the full scan in %d of %d looks",
                    changes.get(), changed.p50Millis(), changed.p95Millis(), checks.get(), checks.get());

            var fresh = fresh();
            say(
                    "from POST to the figure: p50 %,d ms, worst %,d ms of %d",
                    fresh.get(FRESH / 2), fresh.getLast(), FRESH);
            say("compiled in %.1f s", compile() / 1e3);

            say(
                    "G13  p95 of the recap against counting        1/%.0f   (pass 1/20, stretch 1/50)",
                    counting / quiet.p95Millis());
            say("G14  equal to the full scan: yes; freshness   %,d ms   (pass ≤ 5 s, stretch ≤ 1 s)", fresh.getLast());
        }
    }

    private static double counting(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("set max_parallel_workers_per_gather = 0");
            var millis = new ArrayList<Double>();
            for (int round = 0; round < ROUNDS; round++) {
                var began = System.nanoTime();
                try (var rows = statement.executeQuery(COUNTING)) {
                    while (rows.next()) {
                        rows.getLong(4);
                    }
                }
                millis.add((System.nanoTime() - began) / 1e6);
            }
            statement.execute("reset max_parallel_workers_per_gather");
            millis.sort(null);
            return millis.get(ROUNDS / 2);
        }
    }

    private Load.Result recap(int forSeconds) throws IOException, InterruptedException {
        var token = platform.token("kepala.solo");
        var result = Load.run(CLIENTS, forSeconds, () -> new Reader(token));
        if (result.other() > 0) {
            throw new IOException("%,d of the answers were none".formatted(result.other()));
        }
        return result;
    }

    /** Answers complaints all the time, and looks again and again whether sums and facts agree. */
    private Load.Result whileChanging(AtomicLong changes, AtomicLong checks)
            throws IOException, SQLException, InterruptedException {
        var done = new AtomicBoolean();
        var wrong = new AtomicLong();
        try (var writing = platform.connect(Service.REPORTING);
                var looking = platform.connect(Service.REPORTING)) {
            var writer = Thread.ofPlatform()
                    .start(() -> repeat(done, writing, statement -> {
                        changes.addAndGet(statement.executeUpdate(CHANGE.formatted(changes.get() % 1_000)));
                    }));
            var looker = Thread.ofPlatform()
                    .start(() -> repeat(done, looking, statement -> {
                        try (var rows = statement.executeQuery(DISAGREEMENT)) {
                            rows.next();
                            wrong.addAndGet(rows.getLong(1));
                            checks.incrementAndGet();
                        }
                    }));
            var result = recap(seconds);
            done.set(true);
            writer.join();
            looker.join();
            if (wrong.get() > 0 || checks.get() == 0) {
                throw new IOException("Sums and facts differ in %d cuts".formatted(wrong.get()));
            }
            return result;
        }
    }

    @FunctionalInterface
    private interface Work {
        void on(Statement statement) throws SQLException;
    }

    private static void repeat(AtomicBoolean done, Connection connection, Work work) {
        try (var statement = connection.createStatement()) {
            while (!done.get()) {
                work.on(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Posts complaints one after the other and waits for each until the recap of this month counts it. */
    private List<Long> fresh() throws IOException, InterruptedException {
        var token = platform.token("kepala.solo");
        var month = YearMonth.from(InstantSource.system().instant().atZone(ZoneId.of("Asia/Jakarta")));
        var millis = new ArrayList<Long>();
        for (int i = 0; i < FRESH; i++) {
            var before = received(month, token);
            var began = System.nanoTime();
            post();
            while (received(month, token) <= before) {
                if (System.nanoTime() - began > 60_000_000_000L) {
                    throw new IOException("A complaint is not counted after a minute");
                }
            }
            millis.add((System.nanoTime() - began) / 1_000_000);
        }
        millis.sort(null);
        return millis;
    }

    private long received(YearMonth month, String token) throws IOException, InterruptedException {
        return get(RECAPS + month + "?version=now", token)
                .at("/figures/totals/received")
                .asLong();
    }

    private void post() throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(platform.url(Service.INTAKE).resolve("/api/intake/v1/complaints"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("""
                                {"government":"surakarta","channel":"WEB","text":"Lampu jalan di depan pasar mati sejak kemarin malam."}
                                """))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException("Intake answers " + answer.statusCode());
        }
    }

    private static void awaitFolding(Connection database) throws SQLException, InterruptedException {
        try (var statement = database.createStatement()) {
            long waiting = 1;
            while (waiting > 0) {
                try (var rows = statement.executeQuery("select count(*) from rollup_delta")) {
                    rows.next();
                    waiting = rows.getLong(1);
                }
                Thread.sleep(100);
            }
            statement.execute("vacuum analyze rollup, rollup_delta");
        }
    }

    private long compile() throws IOException, InterruptedException {
        var token = platform.token("koordinator.solo");
        var path = RECAPS + InventedFacts.MONTH;
        var began = System.nanoTime();
        var answer = http.send(
                HttpRequest.newBuilder(uri(path + "/versions"))
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IOException("Reporting answers " + answer.statusCode());
        }
        while (get(path, token).path("versions").isEmpty()) {
            Thread.sleep(100);
        }
        return (System.nanoTime() - began) / 1_000_000;
    }

    private JsonNode get(String path, String token) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("Reporting answers " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    private URI uri(String path) {
        return platform.url(Service.REPORTING).resolve(path);
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    private final class Reader implements Load.Client {
        private final KeepAliveConnection connection = new KeepAliveConnection(platform.url(Service.REPORTING));
        private final String token;

        Reader(String token) {
            this.token = token;
        }

        @Override
        public boolean request() throws IOException {
            return connection.get(RECAPS + InventedFacts.MONTH + "?version=now", token) == 200;
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
