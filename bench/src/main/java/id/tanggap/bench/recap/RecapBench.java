package id.tanggap.bench.recap;

import id.tanggap.bench.platform.Arguments;
import id.tanggap.bench.platform.Load;
import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatform.Service;
import java.io.IOException;
import java.io.PrintStream;
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

/**
 * G13 and G14: the recap of a month over HTTP against counting its complaints, and whether it is at every moment what
 * counting gives.
 */
public final class RecapBench {
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 5;
    private static final int FRESH = 20;
    private static final String COUNTING = """
            select agency, category, state, count(*) from complaint_fact
            where government = 'surakarta' and month = '2019-06-01' group by agency, category, state
            """;

    private final LocalPlatform platform;
    private final PrintStream out;
    private final int seconds;
    private final Reporting reporting;

    private RecapBench(LocalPlatform platform, PrintStream out, int seconds) {
        this.platform = platform;
        this.out = out;
        this.seconds = seconds;
        this.reporting = new Reporting(platform);
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
            invent(facts, cases);
            // The folding begins when something is heard.
            freshness();
            awaitFolding(database);

            recap(Math.max(5, seconds / 3));
            var advantage = quiet(database);
            changing();
            var worst = fresh();
            say("compiled in %.1f s", compile() / 1e3);

            say("G13  p95 of the recap against counting        1/%.0f   (pass 1/20, stretch 1/50)", advantage);
            say("G14  equal to the full scan: yes; freshness   %,d ms   (pass ≤ 5 s, stretch ≤ 1 s)", worst);
        }
    }

    private void invent(InventedFacts facts, int cases) throws SQLException {
        say("Inventing %,d complaints of %s", cases, InventedFacts.MONTH);
        var took = facts.grow(cases);
        say("  written with their sums in %.0f s, %,.0f/s", took.toMillis() / 1e3, cases / (took.toMillis() / 1e3));
    }

    /** @return how often the p95 of the recap goes into the counting of its complaints */
    private double quiet(Connection database) throws IOException, SQLException, InterruptedException {
        var counting = counting(database);
        var quiet = recap(seconds);
        say("counting them, serial (R5): %,.0f ms", counting);
        say(
                "recap over HTTP, %d clients: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, %,.0f/s",
                CLIENTS, quiet.p50Millis(), quiet.p95Millis(), quiet.p99Millis(), quiet.perSecond());
        return counting / quiet.p95Millis();
    }

    private void changing() throws IOException, SQLException, InterruptedException {
        var changes = new Changes();
        var changed = changes.during(() -> recap(seconds), platform);
        say(
                "the same while %,d complaints change: p50 %.1f ms, p95 %.1f ms; equal to the full scan in %d of %d looks",
                changes.changed(), changed.p50Millis(), changed.p95Millis(), changes.looks(), changes.looks());
    }

    /** @return the worst, in milliseconds */
    private long fresh() throws IOException, InterruptedException {
        var fresh = freshness();
        say("from POST to the figure: p50 %,d ms, worst %,d ms of %d", fresh.get(FRESH / 2), fresh.getLast(), FRESH);
        return fresh.getLast();
    }

    private static double counting(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("set max_parallel_workers_per_gather = 0");
            var millis = new ArrayList<Double>();
            for (int round = 0; round < ROUNDS; round++) {
                millis.add(countOnce(statement));
            }
            statement.execute("reset max_parallel_workers_per_gather");
            millis.sort(null);
            return millis.get(ROUNDS / 2);
        }
    }

    private static double countOnce(Statement statement) throws SQLException {
        var began = System.nanoTime();
        try (var rows = statement.executeQuery(COUNTING)) {
            while (rows.next()) {
                rows.getLong(4);
            }
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private Load.Result recap(int forSeconds) throws IOException, InterruptedException {
        var token = platform.token("kepala.solo");
        var result = Load.run(CLIENTS, forSeconds, () -> reporting.reader(token));
        if (result.other() > 0) {
            throw new IOException("%,d of the answers were none".formatted(result.other()));
        }
        return result;
    }

    /** Posts complaints one after the other and waits for each until the recap of this month counts it. */
    private List<Long> freshness() throws IOException, InterruptedException {
        var token = platform.token("kepala.solo");
        var month = YearMonth.from(InstantSource.system().instant().atZone(ZoneId.of("Asia/Jakarta")));
        var millis = new ArrayList<Long>();
        for (int i = 0; i < FRESH; i++) {
            millis.add(freshness(month, token));
        }
        millis.sort(null);
        return millis;
    }

    private long freshness(YearMonth month, String token) throws IOException, InterruptedException {
        var before = reporting.received(month, token);
        var began = System.nanoTime();
        reporting.post();
        while (reporting.received(month, token) <= before) {
            if (System.nanoTime() - began > 60_000_000_000L) {
                throw new IOException("A complaint is not counted after a minute");
            }
        }
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static void awaitFolding(Connection database) throws SQLException, InterruptedException {
        try (var statement = database.createStatement()) {
            while (waiting(statement) > 0) {
                Thread.sleep(100);
            }
            statement.execute("vacuum analyze rollup, rollup_delta");
        }
    }

    private static long waiting(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("select count(*) from rollup_delta")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private long compile() throws IOException, InterruptedException {
        var token = platform.token("koordinator.solo");
        var began = System.nanoTime();
        reporting.compile(token);
        return (System.nanoTime() - began) / 1_000_000;
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
