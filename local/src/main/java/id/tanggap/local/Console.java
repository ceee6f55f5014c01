package id.tanggap.local;

import java.io.PrintStream;
import java.util.Locale;

/** The lines on the screen. */
final class Console {
    private final PrintStream out;
    private final long startedAt = System.nanoTime();

    Console(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
    }

    void part(String name, String state) {
        out.printf(Locale.ROOT, "  %-13s %s%n", name, state);
    }

    void partReady(String name, long sinceNanos) {
        part(name, "ready %5.1f s   (after %.1f s)".formatted(seconds(sinceNanos), seconds(startedAt)));
    }

    double secondsSinceStart() {
        return seconds(startedAt);
    }

    private static double seconds(long sinceNanos) {
        return (System.nanoTime() - sinceNanos) / 1e9;
    }
}
