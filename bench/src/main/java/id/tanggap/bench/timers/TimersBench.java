package id.tanggap.bench.timers;

import id.tanggap.bench.platform.Arguments;
import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.Median;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** G7, G8 and G9: how quickly and how punctually timers ring. */
public final class TimersBench {
    private static final InstantSource TIME = InstantSource.system();

    /** Routing looks at least every ten seconds, and then knows when the next is due. */
    private static final Duration SEEN = Duration.ofSeconds(13);

    /** So many rings until the compilers have done their work, in all services that hear of them. */
    private static final int WARM = 300_000;

    private static final int SAME_SECOND = 100_000;
    private static final int PER_SECOND = 100;
    private static final int PUNCTUAL_SECONDS = 30;
    private static final int TWIN_OFFSET = 40;
    private static final Duration TWIN_START = Duration.ofSeconds(90);

    private TimersBench() {}

    public static int run(List<String> arguments, PrintStream out)
            throws IOException, SQLException, InterruptedException {
        var parsed = Arguments.parse(arguments, Set.of("--rounds", "--armed", "--due", "--data"), Set.of());
        var rounds = parsed.number("--rounds", 3);
        var armed = parsed.number("--armed", 1_000_000);
        var due = parsed.number("--due", 50_000);
        refuseTooFew(armed, rounds, due);
        measure(LocalPlatform.at(parsed.value("--data")), out, rounds, armed, due);
        return 0;
    }

    private static void refuseTooFew(int armed, int rounds, int due) {
        var needed = WARM + rounds * due + PER_SECOND * PUNCTUAL_SECONDS + SAME_SECOND;
        if (armed < needed) {
            throw new Arguments.Wrong(
                    "%,d timers fall due in all, so at least as many must be armed".formatted(needed));
        }
    }

    private static void measure(LocalPlatform platform, PrintStream out, int rounds, int armed, int due)
            throws IOException, SQLException, InterruptedException {
        say(out, "Arming %,d timers", armed);
        try (var timers = ArmedTimers.arm(platform, armed)) {
            say(out, "Ringing %,d of them until everything is warm", WARM);
            ring(timers, WARM);
            rate(platform, timers, out, rounds, armed, due);
            punctuality(timers, out);
            sameSecond(platform, timers, out);
        }
    }

    private static void rate(
            LocalPlatform platform, ArmedTimers timers, PrintStream out, int rounds, int armed, int due)
            throws IOException, SQLException, InterruptedException {
        List<Double> ratios = new ArrayList<>();
        for (var round = 1; round <= rounds; round++) {
            var raw = RawClaim.measure(platform, armed, due);
            var rate = due / (ring(timers, due).toMillis() / 1e3);
            ratios.add(rate / raw);
            say(out, "  round %d: R3 %,.0f rows/s, ours %,.0f timers/s, %.2f of it", round, raw, rate, rate / raw);
        }
        say(out, "G7   timers fired, against R3             %6.2f   (pass ≥ 0.20, stretch ≥ 0.40)", Median.of(ratios));
    }

    /** How long it takes from the moment in which so many fall due until all have rung. */
    private static Duration ring(ArmedTimers timers, int due) throws SQLException, InterruptedException {
        var from = TIME.instant().plus(SEEN);
        timers.makeDue(due, from, 0);
        awaitTime(from);
        return Duration.between(from, timers.awaitRung(from));
    }

    private static void punctuality(ArmedTimers timers, PrintStream out) throws SQLException, InterruptedException {
        var from = TIME.instant().plus(SEEN);
        timers.makeDue(PER_SECOND * PUNCTUAL_SECONDS, from, PER_SECOND);
        awaitTime(from.plusSeconds(PUNCTUAL_SECONDS));
        timers.awaitRung(from.plusSeconds(PUNCTUAL_SECONDS));
        say(
                out,
                "G8   lateness at %d due/s, ms: p50 %.0f, p99 %.0f   (pass ≤ 1250, stretch ≤ 300)",
                PER_SECOND,
                timers.lateness(from, 0.5),
                timers.lateness(from, 0.99));
    }

    private static void sameSecond(LocalPlatform platform, ArmedTimers timers, PrintStream out)
            throws IOException, SQLException, InterruptedException {
        var port = platform.frontDoor() + TWIN_OFFSET;
        try (var twin = Twin.start(platform, port)) {
            awaitReady(port);
            var from = TIME.instant().plus(SEEN);
            timers.makeDue(SAME_SECOND, from, 0);
            awaitTime(from);
            awaitHalf(timers, from);
            twin.kill();
            say(
                    out,
                    "G9   %,d due in one second, two workers, one killed half-way: %.1f s, %,d rang   (pass ≤ 25, stretch ≤ 10)",
                    SAME_SECOND,
                    Duration.between(from, timers.awaitRung(from)).toMillis() / 1e3,
                    timers.rung(from));
        }
    }

    private static void awaitHalf(ArmedTimers timers, Instant from) throws SQLException, InterruptedException {
        while (timers.rung(from) < SAME_SECOND / 2) {
            Thread.sleep(50);
        }
    }

    private static void awaitReady(int port) throws IOException, InterruptedException {
        var deadline = TIME.instant().plus(TWIN_START);
        try (var http = HttpClient.newHttpClient()) {
            while (!isReady(port, http, deadline)) {
                Thread.sleep(200);
            }
        }
    }

    private static boolean isReady(int port, HttpClient http, Instant deadline)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/ready"))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            if (TIME.instant().isAfter(deadline)) {
                throw new IOException("The second routing-service does not start", e);
            }
            return false;
        }
    }

    private static void awaitTime(Instant time) throws InterruptedException {
        var left = Duration.between(TIME.instant(), time);
        if (left.isPositive()) {
            Thread.sleep(left);
        }
    }

    private static void say(PrintStream out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
