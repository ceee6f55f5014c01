package id.tanggap.bench.horizon;

import id.tanggap.bench.complaints.Arrivals;
import id.tanggap.bench.complaints.Posts;
import id.tanggap.bench.platform.Arguments;
import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatform.Service;
import id.tanggap.bench.timers.ArmedTimers;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code bench horizon}, G21: dead rows stay as long as a transaction is open that began before them. First some minutes of
 * complaints at a steady rate and a burst, then the same while a transaction is open in every database, then after it.
 */
public final class HorizonBench {
    private static final InstantSource TIME = InstantSource.system();
    private static final int OK = 0;
    private static final int CONNECTIONS = 32;
    private static final int BURST_SECONDS = 15;
    private static final int WARM_UPS = 4;
    private static final int TIMERS = 20_000;
    /** Routing looks at the latest after ten seconds, and then knows when the next is due. */
    private static final Duration SEEN = Duration.ofSeconds(13);

    private static final double RECOVERED = 0.9;
    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(3);

    private final Posts posts;
    private final Arrivals arrivals;
    private final ArmedTimers timers;
    private final PrintStream out;

    /** What went through in a second. */
    private record Rates(double complaints, double timers) {
        double against(Rates normal) {
            return Math.min(complaints / normal.complaints, timers / normal.timers);
        }
    }

    private HorizonBench(Posts posts, Arrivals arrivals, ArmedTimers timers, PrintStream out) {
        this.posts = posts;
        this.arrivals = arrivals;
        this.timers = timers;
        this.out = out;
    }

    public static int run(List<String> command, PrintStream out)
            throws IOException, SQLException, InterruptedException {
        var arguments = Arguments.parse(command, Set.of("--seconds", "--rate", "--data"), Set.of());
        var platform = LocalPlatform.at(arguments.value("--data"));
        var posts = Posts.to(platform.door(arguments, Service.INTAKE), CONNECTIONS);
        try (var arrivals = new Arrivals(platform);
                var timers = ArmedTimers.arm(platform, 3 * TIMERS)) {
            new HorizonBench(posts, arrivals, timers, out)
                    .run(platform, arguments.number("--seconds", 300), arguments.number("--rate", 100));
        }
        return OK;
    }

    private void run(LocalPlatform platform, int seconds, int perSecond)
            throws IOException, SQLException, InterruptedException {
        say("Warming up with %d bursts of %d s", WARM_UPS, BURST_SECONDS);
        for (int i = 0; i < WARM_UPS; i++) {
            posts.keptUp(arrivals, BURST_SECONDS);
        }
        ring();
        say("%d complaints/s for %d s, then a burst and %,d timers in one moment:", perSecond, seconds, TIMERS);
        var normal = rates("with nothing open", perSecond, seconds);
        Rates held;
        try (var _ = OpenTransactions.in(platform)) {
            held = rates("with a transaction open in each", perSecond, seconds);
        }
        var recovery = recovery(normal);
        say(
                "G21  rates while it was open %.2f of normal (stage ≥ 0.90, goal ≥ 0.97); as before after %.0f s (≤ 30, ≤ 10)",
                held.against(normal), recovery.toMillis() / 1e3);
    }

    private Rates rates(String when, int perSecond, int seconds)
            throws IOException, SQLException, InterruptedException {
        posts.paced(perSecond, seconds);
        var rates = new Rates(posts.keptUp(arrivals, BURST_SECONDS).perSecond(), ring());
        say("  %-32s %,6.0f complaints/s everywhere   %,6.0f timers/s", when, rates.complaints(), rates.timers());
        return rates;
    }

    /** How many ring per second of those that fall due in one moment. */
    private double ring() throws SQLException, InterruptedException {
        var from = TIME.instant().plus(SEEN);
        timers.makeDue(TIMERS, from, 0);
        Thread.sleep(Math.max(0, Duration.between(TIME.instant(), from).toMillis()));
        return TIMERS / (Duration.between(from, timers.awaitRung(from)).toMillis() / 1e3);
    }

    private Duration recovery(Rates normal) throws IOException, SQLException, InterruptedException {
        var released = TIME.instant();
        var rate = 0.0;
        while (rate < RECOVERED * normal.complaints()
                && Duration.between(released, TIME.instant()).compareTo(LONGEST_RECOVERY) < 0) {
            rate = posts.keptUp(arrivals, 3).perSecond();
        }
        return Duration.between(released, TIME.instant());
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}
