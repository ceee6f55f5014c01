package id.tanggap.bench.intake;

import id.tanggap.bench.complaints.Arrivals;
import id.tanggap.bench.complaints.Posts;
import id.tanggap.bench.platform.Arguments;
import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatform.Service;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code bench intake}: R1, R2 and our own POST by turns, on the same server, in the same minutes. */
public final class IntakeBench {
    private static final int OK = 0;
    private static final String AOT_TRAINING = "aot-training";
    private static final int WARM_UP_WINDOW_SECONDS = 15;

    private final LocalPlatform platform;
    private final Posts posts;
    private final PrintStream out;

    private IntakeBench(LocalPlatform platform, Posts posts, PrintStream out) {
        this.platform = platform;
        this.posts = posts;
        this.out = out;
    }

    public static int run(List<String> command, PrintStream out)
            throws IOException, SQLException, InterruptedException {
        var arguments = Arguments.parse(
                command,
                Set.of("--rounds", "--seconds", "--warmup", "--connections", "--via", "--url", "--data"),
                Set.of());
        var platform = LocalPlatform.at(arguments.value("--data"));
        var posts = Posts.to(platform.door(arguments, Service.INTAKE), arguments.number("--connections", 32));
        new IntakeBench(platform, posts, out)
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
            var before = Writes.now(platform);
            for (int i = 1; i <= rounds; i++) {
                var round = round(raw, arrivals, superuser, delays, seconds);
                done.add(round);
                print(i, round);
            }
            var accepted =
                    done.stream().mapToLong(round -> round.post().accepted()).sum();
            new IntakeReport(done, Writes.now(platform).since(before, accepted), delays.delays(), seconds, out).print();
        }
    }

    private void announce(int rounds, int seconds, String rawClient) throws IOException {
        out.printf(
                Locale.ROOT,
                "%d rounds of %d s each for R1, R2 (32 clients, %s) and POST %s (%d connections)%n",
                rounds,
                seconds,
                rawClient,
                posts.address(),
                posts.connections());
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
            var accepted = posts.keptUp(arrivals, WARM_UP_WINDOW_SECONDS).post().accepted();
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
        var walBefore = Writes.walPosition(superuser);
        delays.watch(true);
        var keptUp = posts.keptUp(arrivals, seconds);
        delays.watch(false);
        return new Round(
                r1,
                r2,
                r2Cpu,
                keptUp.post(),
                keptUp.seconds(),
                cpu(superuser).since(before).per(keptUp.post().accepted()),
                (double) (Writes.walPosition(superuser) - walBefore)
                        / keptUp.post().accepted());
    }

    private static void checkpoint(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute("checkpoint");
        }
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
}
