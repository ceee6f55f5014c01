package id.tanggap.bench.replay;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What happened so far; written to by all that send. */
final class Tally {
    final LongAdder read = new LongAdder();
    final LongAdder accepted = new LongAdder();
    final LongAdder acceptedOtherwise = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder undecided = new LongAdder();
    final LongAdder skipped = new LongAdder();
    final LongAdder repeatedLines = new LongAdder();
    final LongAdder cleaned = new LongAdder();
    final LongAdder categoryLeftOut = new LongAdder();

    private final LongAdder busy = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final Map<String, LongAdder> refusedByField = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> undecidedByCause = new ConcurrentSkipListMap<>();
    private final Histogram micros = new ConcurrentHistogram(3);

    void answered(long nanos) {
        micros.recordValue(Math.max(0, nanos / 1_000));
    }

    void busy() {
        busy.increment();
    }

    void failed() {
        failed.increment();
    }

    void count(Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted() -> accepted.increment();
            case Outcome.AcceptedOtherwise() -> acceptedOtherwise.increment();
            case Outcome.Refused(var fields) -> {
                refused.increment();
                fields.forEach(field -> count(refusedByField, field));
            }
            case Outcome.Undecided(var why) -> {
                undecided.increment();
                count(undecidedByCause, why);
            }
        }
    }

    void count(Translation.Form form) {
        if (form.cleaned()) {
            cleaned.increment();
        }
        if (form.categoryLeftOut()) {
            categoryLeftOut.increment();
        }
    }

    private static void count(Map<String, LongAdder> counts, String key) {
        counts.computeIfAbsent(key, _ -> new LongAdder()).increment();
    }

    long handled() {
        return skipped.sum()
                + repeatedLines.sum()
                + accepted.sum()
                + acceptedOtherwise.sum()
                + refused.sum()
                + undecided.sum();
    }

    long busyAnswers() {
        return busy.sum();
    }

    long failures() {
        return failed.sum();
    }

    Map<String, LongAdder> refusedByField() {
        return refusedByField;
    }

    /** @param left lines that were not tried because the run had to stop */
    void print(PrintStream out, double seconds, long left) {
        lines(left)
                .filter(Line::isShown)
                .forEach(line -> out.printf(Locale.ROOT, "%-34s %,9d%n", line.name(), line.count()));
        var decided = accepted.sum() + acceptedOtherwise.sum() + refused.sum();
        out.printf(Locale.ROOT, "%-34s %9.1f s%n", "duration", seconds);
        out.printf(Locale.ROOT, "%-34s %9.1f /s%n", "rate", seconds > 0 ? decided / seconds : 0);
        if (decided > 0) {
            out.printf(
                    Locale.ROOT,
                    "%-34s p50 %.1f ms   p95 %.1f ms   p99 %.1f ms   max %.1f ms%n",
                    "latency",
                    micros.getValueAtPercentile(50) / 1e3,
                    micros.getValueAtPercentile(95) / 1e3,
                    micros.getValueAtPercentile(99) / 1e3,
                    micros.getMaxValue() / 1e3);
        }
    }

    private Stream<Line> lines(long left) {
        return Stream.of(
                        Stream.of(
                                Line.of("read", read),
                                Line.of("accepted", accepted),
                                Line.ifAny("  accepted in other words before", acceptedOtherwise.sum()),
                                Line.of("refused", refused)),
                        parts(refusedByField),
                        Stream.of(
                                Line.of("skipped, accepted before", skipped),
                                Line.ifAny("left out, same as a line above", repeatedLines.sum()),
                                Line.of("cleaned of control characters", cleaned),
                                Line.of("sent without category", categoryLeftOut),
                                Line.of("repeated after 429 or 503", busy),
                                Line.of("repeated after failures", failed),
                                Line.of("undecided", undecided)),
                        parts(undecidedByCause),
                        Stream.of(Line.ifAny("not sent any more", left)))
                .flatMap(Function.identity());
    }

    private static Stream<Line> parts(Map<String, LongAdder> counts) {
        return counts.entrySet().stream().map(part -> Line.of("  " + part.getKey(), part.getValue()));
    }

    private record Line(String name, long count, boolean isShown) {
        static Line of(String name, LongAdder count) {
            return new Line(name, count.sum(), true);
        }

        static Line ifAny(String name, long count) {
            return new Line(name, count, count > 0);
        }
    }
}
