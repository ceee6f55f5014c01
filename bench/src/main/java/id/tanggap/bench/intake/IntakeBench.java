package id.tanggap.bench.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.bench.platform.Arguments;
import id.tanggap.bench.platform.KeepAliveConnection;
import id.tanggap.bench.platform.Load;
import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatform.Service;
import id.tanggap.bench.platform.Median;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code bench intake}: R1, R2 and our own POST by turns, on the same server, in the same minutes. */
public final class IntakeBench {
    private static final int OK = 0;
    private static final String GOVERNMENT = "surakarta";
    private static final String AOT_TRAINING = "aot-training";
    private static final int BODIES = 2_048;
    private static final int WARM_UP_WINDOW_SECONDS = 15;

    private final LocalPlatform platform;
    private final URI complaints;
    private final byte[][] bodies;
    private final int connections;
    private final InstantSource time;
    private final PrintStream out;
    private final AtomicInteger next = new AtomicInteger();

    private IntakeBench(LocalPlatform platform, URI complaints, byte[][] bodies, int connections, PrintStream out) {
        this.platform = platform;
        this.complaints = complaints;
        this.bodies = bodies;
        this.connections = connections;
        this.time = InstantSource.system();
        this.out = out;
    }

    public static int run(List<String> command, PrintStream out)
            throws IOException, SQLException, InterruptedException {
        var arguments = Arguments.parse(
                command,
                Set.of("--rounds", "--seconds", "--warmup", "--connections", "--via", "--url", "--data"),
                Set.of());
        var platform = LocalPlatform.at(arguments.value("--data"));
        var door = platform.door(arguments, Service.INTAKE);
        var bodies =
                new InventedComplaints(new SplittableRandom(20_260_101)).bodies(BODIES, GOVERNMENT, categories(door));
        new IntakeBench(
                        platform,
                        door.resolve("/api/intake/v1/complaints"),
                        bodies,
                        arguments.number("--connections", 32),
                        out)
                .run(
                        arguments.number("--rounds", 3),
                        arguments.number("--seconds", 15),
                        arguments.number("--warmup", 200_000));
        return OK;
    }

    private void run(int rounds, int seconds, int warmup) throws IOException, SQLException, InterruptedException {
        try (var raw = RawLimit.open(platform, System.getenv().getOrDefault("PATH", ""));
                var arrivals = new Arrivals(platform);
                var superuser = platform.connectAsSuperuser("postgres");
                var delays = new DelayWatch(platform)) {
            announce(rounds, seconds, raw.client());
            warmUp(arrivals, superuser, warmup);
            var done = new ArrayList<Round>();
            for (int i = 1; i <= rounds; i++) {
                var round = round(raw, arrivals, superuser, delays, seconds);
                done.add(round);
                print(i, round);
            }
            report(done, delays.delays(), seconds);
        }
    }

    private void announce(int rounds, int seconds, String rawClient) throws IOException {
        out.printf(
                Locale.ROOT,
                "%d rounds of %d s each for R1, R2 (32 clients, %s) and POST %s (%d connections)%n",
                rounds,
                seconds,
                rawClient,
                complaints,
                connections);
        if (platform.processes().containsKey(AOT_TRAINING)) {
            out.println(
                    "The platform still trains its AOT caches: what follows is disturbed, and slower than it will be.");
        }
    }

    /**
     * What a complaint costs falls while six JVMs share two cores with their compilers, and they compile by what was
     * called how often, not by the clock: measuring begins after so many complaints.
     */
    private void warmUp(Arrivals arrivals, Connection superuser, int complaints)
            throws IOException, SQLException, InterruptedException {
        out.printf(Locale.ROOT, "Warming up with %,d complaints; ms CPU for each in turn:", complaints);
        for (var sent = 0L; sent < complaints; ) {
            var before = cpu(superuser);
            var accepted = keptUp(arrivals, WARM_UP_WINDOW_SECONDS).post().accepted();
            sent += accepted;
            out.printf(
                    Locale.ROOT,
                    " %.2f",
                    cpu(superuser).since(before).per(accepted).total());
            out.flush();
        }
        out.println();
    }

    private Round round(RawLimit raw, Arrivals arrivals, Connection superuser, DelayWatch delays, int seconds)
            throws IOException, SQLException, InterruptedException {
        var r1 = raw.measure(RawLimit.Limit.R1, seconds);
        var beforeR2 = cpu(superuser);
        var r2 = raw.measure(RawLimit.Limit.R2, seconds);
        var r2Cpu = cpu(superuser).since(beforeR2).per(r2.accepted()).postgres();
        checkpoint(superuser);
        var before = cpu(superuser);
        delays.watch(true);
        var keptUp = keptUp(arrivals, seconds);
        delays.watch(false);
        return new Round(
                r1,
                r2,
                r2Cpu,
                keptUp.post(),
                keptUp.seconds(),
                cpu(superuser).since(before).per(keptUp.post().accepted()));
    }

    private static void checkpoint(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    /** @param seconds until what was accepted stood everywhere */
    private record KeptUp(Load.Result post, double seconds) {}

    private KeptUp keptUp(Arrivals arrivals, int seconds) throws IOException, SQLException, InterruptedException {
        var since = time.instant();
        var began = System.nanoTime();
        var post = post(seconds);
        arrivals.await(post.accepted(), since);
        return new KeptUp(post, (System.nanoTime() - began) / 1e9);
    }

    private Load.Result post(int seconds) throws IOException, InterruptedException {
        var result = Load.run(connections, seconds, Poster::new);
        if (result.accepted() == 0) {
            throw new IOException(complaints + " accepted nothing in " + seconds + " s");
        }
        return result;
    }

    private Cpu cpu(Connection superuser) throws IOException, SQLException {
        return ProcessTable.exists() ? Cpu.now(platform, superuser) : new Cpu(Map.of(), Map.of());
    }

    private void print(int number, Round round) {
        out.printf(
                Locale.ROOT,
                "Round %d: R1 %,.0f/s   R2 %,.0f/s   POST %,.0f/s, everywhere %,.0f/s (%.1f s after the last answer)   "
                        + "%.2f ms CPU%s%n",
                number,
                round.r1().perSecond(),
                round.r2().perSecond(),
                round.post().perSecond(),
                round.keptUpPerSecond(),
                round.keptUpSeconds() - round.post().seconds(),
                round.cpu().total(),
                round.post().other() == 0
                        ? ""
                        : "   not accepted: " + round.post().other());
    }

    private void report(List<Round> rounds, Map<String, DelayWatch.Delay> delays, int seconds) {
        var cpuKnown = rounds.stream().allMatch(round -> round.cpu().complete());
        out.println();
        reportRates(rounds, seconds);
        out.println();
        if (cpuKnown) {
            reportCpu(rounds);
        } else {
            out.println(
                    "Nothing is said about CPU: this system has no /proc, or not all parts run from this directory.");
        }
        out.println();
        reportDelays(delays);
        out.println();
        reportGoals(rounds, cpuKnown);
    }

    private void reportRates(List<Round> rounds, int seconds) {
        out.println("Medians                         per second   against R2    p50 ms    p99 ms");
        row("R1  insert of 1 KB", rounds, round -> round.r1().perSecond(), Round::r1);
        row("R2  intake transaction", rounds, round -> round.r2().perSecond(), Round::r2);
        row("POST, everywhere", rounds, Round::keptUpPerSecond, Round::post);
        row("POST, burst of " + seconds + " s", rounds, round -> round.post().perSecond(), Round::post);
    }

    private void reportDelays(Map<String, DelayWatch.Delay> delays) {
        out.printf("%-46s %10s %10s%n", "Behind, in ms, while POST runs and drains", "median", "longest");
        delays.forEach((gauge, delay) ->
                out.printf(Locale.ROOT, "%-46s %,10.0f %,10.0f%n", gauge, delay.median(), delay.longest()));
    }

    private void reportGoals(List<Round> rounds, boolean cpuKnown) {
        out.println(Goal.G1.line(median(rounds, Round::keptUpAgainstR2)));
        out.println(Goal.G1B.line(median(rounds, Round::burstAgainstR2)));
        if (cpuKnown) {
            out.println(Goal.G4.line(median(rounds, round -> round.cpu().total())));
            out.println(Goal.G4B.line(median(rounds, round -> round.cpu().of(Service.INTAKE.id()))));
        }
    }

    private void row(String name, List<Round> rounds, Figure rate, java.util.function.Function<Round, Load.Result> of) {
        out.printf(
                Locale.ROOT,
                "%-30s %,12.0f %12.2f %9.1f %9.1f%n",
                name,
                median(rounds, rate),
                median(rounds, round -> rate.of(round) / round.r2().perSecond()),
                median(rounds, round -> of.apply(round).p50Millis()),
                median(rounds, round -> of.apply(round).p99Millis()));
    }

    private void reportCpu(List<Round> rounds) {
        out.println("ms CPU per accepted complaint, until it stood everywhere");
        for (var part : Cpu.COUNTED.stream().sorted().toList()) {
            cpuRow("  " + part, median(rounds, round -> round.cpu().byPart().getOrDefault(part, 0.0)));
        }
        for (var service : Service.values()) {
            var figure = median(rounds, round -> round.cpu().byDatabase().getOrDefault(service.id(), 0.0));
            if (figure > 0) {
                cpuRow("    postgres for " + service.id(), figure);
            }
        }
        cpuRow(
                "    postgres in the background",
                median(rounds, round -> round.cpu().background()));
        cpuRow("  all", median(rounds, round -> round.cpu().total()));
        cpuRow(
                "  intake with its part of postgres",
                median(rounds, round -> round.cpu().of(Service.INTAKE.id())));
        cpuRow("  R2 for comparison (postgres only)", median(rounds, Round::r2CpuMillis));
    }

    private void cpuRow(String name, double millis) {
        out.printf(Locale.ROOT, "%-38s %6.2f%n", name, millis);
    }

    private interface Figure {
        double of(Round round);
    }

    private static double median(List<Round> rounds, Figure figure) {
        return Median.of(rounds.stream().map(figure::of).toList());
    }

    private static List<String> categories(URI door) throws IOException, InterruptedException {
        var address = door.resolve("/api/intake/v1/governments");
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
            var categories = new ObjectMapper()
                    .readTree(answer.body())
                    .valueStream()
                    .filter(government -> government.path("id").asText().equals(GOVERNMENT))
                    .flatMap(government -> government.path("categories").valueStream())
                    .map(category -> category.path("id").asText())
                    .toList();
            if (categories.isEmpty()) {
                throw new IOException(address + " names no categories for " + GOVERNMENT);
            }
            return categories;
        } catch (java.net.ConnectException e) {
            throw new IOException(address + " cannot be reached; start the platform by './tanggap up'", e);
        }
    }

    /** A connection that takes the next of the prepared complaints each time. */
    private final class Poster implements Load.Client {
        private final KeepAliveConnection connection = new KeepAliveConnection(complaints);

        @Override
        public boolean request() {
            var body = bodies[Math.floorMod(next.getAndIncrement(), bodies.length)];
            try {
                return connection.post(body) == 201;
            } catch (IOException _) {
                return false;
            }
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
