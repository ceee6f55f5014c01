package id.tanggap.bench.replay;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A bar on a terminal, a line every few seconds anywhere else. */
final class Progress implements AutoCloseable {
    private static final int WIDTH = 30;
    private static final int LINE_EVERY_SECONDS = 5;

    private final PrintStream out;
    private final Tally tally;
    private final int total;
    private final boolean terminal;
    private final long began = System.nanoTime();
    private final Thread painter;

    Progress(PrintStream out, Tally tally, int total) {
        this.out = out;
        this.tally = tally;
        this.total = total;
        var console = System.console();
        this.terminal = console != null && console.isTerminal();
        this.painter = Thread.ofVirtual().start(this::paint);
    }

    private void paint() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(terminal ? 200 : LINE_EVERY_SECONDS * 1_000L);
                show();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void show() {
        var handled = tally.handled();
        var sent = handled - tally.skipped.sum();
        var seconds = (System.nanoTime() - began) / 1e9;
        var rate = sent / Math.max(seconds, 0.001);
        var figures = line(handled, total, tally.refused.sum(), rate);
        if (terminal) {
            out.print("\r" + bar(handled, total) + " " + figures + "   ");
            out.flush();
        } else {
            out.println(figures);
        }
    }

    static String bar(long handled, int total) {
        var filled = total == 0 ? WIDTH : (int) (handled * WIDTH / total);
        return "[" + "=".repeat(filled) + " ".repeat(WIDTH - filled) + "]";
    }

    static String line(long handled, int total, long refused, double rate) {
        var left = rate > 0 ? (long) Math.ceil((total - handled) / rate) : 0;
        return String.format(
                Locale.ROOT,
                "%,d of %,d   refused %,d   %.0f/s   %d:%02d left",
                handled,
                total,
                refused,
                rate,
                left / 60,
                left % 60);
    }

    @Override
    public void close() throws InterruptedException {
        painter.interrupt();
        painter.join();
        show();
        if (terminal) {
            out.println();
        }
    }
}
