package id.tanggap.local.machine;

import java.io.PrintStream;
import java.util.Locale;

/** The lines on the screen. */
public final class Console {
    private final PrintStream out;
    private final long startedAt = System.nanoTime();

    public Console(PrintStream out) {
        this.out = out;
    }

    public void say(String line) {
        out.println(line);
    }

    public void part(String name, String state) {
        out.printf(Locale.ROOT, "  %-13s %s%n", name, state);
    }

    public void partReady(String name, long sinceNanos) {
        part(name, "ready %5.1f s   (after %.1f s)".formatted(seconds(sinceNanos), seconds(startedAt)));
    }

    double secondsSinceStart() {
        return seconds(startedAt);
    }

    private static double seconds(long sinceNanos) {
        return (System.nanoTime() - sinceNanos) / 1e9;
    }
}
