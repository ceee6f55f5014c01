package id.tanggap.bench.queue;

import id.tanggap.bench.platform.Arguments;
import id.tanggap.bench.platform.KeepAliveConnection;
import id.tanggap.bench.platform.Load;
import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatform.Service;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** G10 and G11: the lists of the desk over HTTP, and whether a hundred times as many cases make them slower. */
public final class QueueBench {
    private static final int CLIENTS = 8;
    private static final int FEW = 10_000;
    private static final String CASES = "/api/response/v1/cases";
    private static final String SEARCHED = "search: ";
    private static final double SEARCH_WITHIN_MILLIS = 150;

    /** What is asked for, each by the officer who asks it; the goals speak of the first. */
    private static final List<Asked> LISTS = List.of(
            new Asked("the agency's queue", "admin.dishub.solo", CASES + "?sort=DUE&limit=50"),
            new Asked("newest of the agency", "admin.dishub.solo", CASES + "?sort=NEWEST&limit=50"),
            new Asked("queue of all agencies", "koordinator.solo", CASES + "?sort=DUE&limit=50"),
            new Asked("overdue of all agencies", "koordinator.solo", CASES + "?sort=DUE&deadline=OVERDUE"),
            search("a common word", "jalan"),
            new Asked("a common word, agency", "admin.dishub.solo", CASES + "?text=jalan"),
            search("a word in one of 150", "lurah"),
            search("one in 150, and a common", "lurah jalan"),
            search("a rare word", "ubur-ubur"),
            search("a common beginning", "diper"),
            search("a rare beginning", "terdam"),
            search("tail of a number", "4321"),
            search("a number", "aduan BENCH-654321"),
            search("a common phrase", "%22penuh sampah%22"),
            search("a phrase of none", "%22depan jalan%22"),
            search("words never together", "tergenang gelap"),
            search("an exclusion", "jalan -sampah"),
            search("an exclusion, rare", "terdampar -jalan"),
            new Asked("counts of the agency", "admin.dishub.solo", "/api/response/v1/counts"),
            new Asked("overview", "koordinator.solo", "/api/response/v1/overview"));

    private final LocalPlatform platform;
    private final PrintStream out;
    private final int seconds;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private record Asked(String name, String officer, String path) {}

    private static Asked search(String name, String typed) {
        return new Asked(SEARCHED + name, "koordinator.solo", CASES + "?text=" + typed.replace(" ", "%20"));
    }

    private QueueBench(LocalPlatform platform, PrintStream out, int seconds) {
        this.platform = platform;
        this.out = out;
        this.seconds = seconds;
    }

    public static int run(List<String> arguments, PrintStream out)
            throws IOException, SQLException, InterruptedException {
        var parsed = Arguments.parse(arguments, Set.of("--cases", "--seconds", "--data"), Set.of());
        var many = parsed.number("--cases", 1_000_000);
        if (many <= FEW) {
            throw new Arguments.Wrong("--cases needs more than %,d, with which they are compared".formatted(FEW));
        }
        new QueueBench(LocalPlatform.at(parsed.value("--data")), out, parsed.number("--seconds", 15)).compare(many);
        return 0;
    }

    private void compare(int many) throws IOException, SQLException, InterruptedException {
        try (var cases = InventedCases.in(platform)) {
            cases.growTo(FEW);
            say("Warming up with %,d cases", FEW);
            lists(Math.max(5, seconds / 3));
            var few = lists(seconds);
            say("Inventing %,d cases", many);
            cases.growTo(many);
            lists(Math.max(2, seconds / 5));
            var raw = raw();
            var lots = lists(seconds);

            table(few, lots);
            goals(raw, few.getFirst(), lots.getFirst(), many);
            searches(lots);
            say("G26  the index against the text                %6.2f   (pass ≤ 1.5)", cases.indexAgainstText());
        }
    }

    private void table(List<Load.Result> few, List<Load.Result> many) {
        say(
                "%-30s %10s %10s %10s %10s %10s %10s",
                "ms", "p50 few", "p50 many", "p95 many", "p99 few", "p99 many", "many/s");
        for (var i = 0; i < LISTS.size(); i++) {
            var before = few.get(i);
            var after = many.get(i);
            say(
                    "%-30s %10.2f %10.2f %10.2f %10.2f %10.2f %10.0f",
                    LISTS.get(i).name(),
                    before.p50Millis(),
                    after.p50Millis(),
                    after.p95Millis(),
                    before.p99Millis(),
                    after.p99Millis(),
                    after.perSecond());
        }
    }

    private void goals(Load.Result raw, Load.Result few, Load.Result queue, int many) {
        say("R4, SQL alone: p50 %.2f ms, p99 %.2f ms, %,.0f/s", raw.p50Millis(), raw.p99Millis(), raw.perSecond());
        say(
                "G10  p99 of the queue against R4's          %6.2f   (pass ≤ 4, stretch ≤ 2)",
                queue.p99Millis() / raw.p99Millis());
        say(
                "G11  its p50 at %,d against %,d   %6.2f   (pass ≤ 1.3, stretch ≤ 1.1)",
                many, FEW, queue.p50Millis() / few.p50Millis());
    }

    private void searches(List<Load.Result> many) {
        var slowest = IntStream.range(0, LISTS.size())
                .filter(i -> LISTS.get(i).name().startsWith(SEARCHED))
                .mapToDouble(i -> many.get(i).p95Millis())
                .max()
                .orElseThrow();
        say("G25  p95 of the slowest search, ms              %6.0f   (pass ≤ %.0f)", slowest, SEARCH_WITHIN_MILLIS);
    }

    private List<Load.Result> lists(int forSeconds) throws IOException, InterruptedException {
        var results = new ArrayList<Load.Result>();
        for (var asked : LISTS) {
            tokens.put(asked.officer(), platform.token(asked.officer()));
            var result = Load.run(CLIENTS, forSeconds, () -> new Page(asked));
            if (result.other() > 0) {
                throw new IOException("%,d of the answers to %s were none".formatted(result.other(), asked.path()));
            }
            results.add(result);
        }
        return results;
    }

    /** R4: the newest open cases of one agency by index, as bare SQL. */
    private Load.Result raw() throws InterruptedException {
        return Load.run(CLIENTS, seconds, () -> new Rows(platform.connect(Service.RESPONSE)));
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    private final class Page implements Load.Client {
        private final KeepAliveConnection connection = new KeepAliveConnection(platform.url(Service.RESPONSE));
        private final Asked asked;

        Page(Asked asked) {
            this.asked = asked;
        }

        @Override
        public boolean request() throws IOException {
            return connection.get(asked.path(), tokens.getOrDefault(asked.officer(), "")) == 200;
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }

    private static final class Rows implements Load.Client {
        private final Connection connection;
        private final PreparedStatement statement;

        Rows(Connection connection) throws SQLException {
            this.connection = connection;
            this.statement = connection.prepareStatement("""
                    select id, number, status, category, channel, received_at, next_due_at, version from desk_case
                    where government = 'surakarta' and agency = 'dishub' and next_due_at is not null
                    order by next_due_at, id limit 50
                    """);
            statement.unwrap(org.postgresql.PGStatement.class).setPrepareThreshold(1);
        }

        @Override
        public boolean request() throws SQLException {
            try (var rows = statement.executeQuery()) {
                var read = 0;
                while (rows.next()) {
                    read += rows.getString(2).isEmpty() ? 0 : 1;
                }
                return read > 0;
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
