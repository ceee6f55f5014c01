package id.tanggap.bench.masking;

import id.tanggap.bench.platform.Arguments;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.masking.Masking;
import id.tanggap.masking.Surroundings;
import id.tanggap.masking.text.MarkedLine;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code bench masking}: recall of each kind, what is masked without need, and how long a text takes. */
public final class MaskingBench {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int OK = 0;
    private static final int ROUNDS = 20;
    private static final double MEDIAN = 0.5;
    private static final double TAIL = 0.99;

    private final PrintStream out;
    private final boolean show;
    private final Masking masking;

    private MaskingBench(PrintStream out, boolean show) {
        this.out = out;
        this.show = show;
        this.masking = Masking.in(surroundings(Governments.load(null)));
    }

    public static int run(List<String> command, PrintStream out) throws IOException {
        var arguments = Arguments.parse(command, Set.of(), Set.of("--show"));
        var file = arguments.at(0);
        if (file == null) {
            throw new Arguments.Wrong("which file of marked texts?");
        }
        new MaskingBench(out, arguments.has("--show")).run(read(Path.of(file)));
        return OK;
    }

    private static List<MarkedLine> read(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var read = new ArrayList<MarkedLine>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                    read.add(MarkedLine.parse(lines.get(i)));
                }
            } catch (IllegalArgumentException e) {
                throw new IOException("line " + (i + 1) + " of " + file + ": " + e.getMessage(), e);
            }
        }
        if (read.isEmpty()) {
            throw new IOException(file + " holds no line");
        }
        return read;
    }

    private static Surroundings surroundings(Governments governments) {
        var all = governments.all();
        return Surroundings.of(
                all.stream()
                        .flatMap(government -> government.accounts().stream())
                        .toList(),
                all.stream()
                        .flatMap(government -> government.placeNames().stream())
                        .toList(),
                all.stream().map(Government::numberPrefix).toList());
    }

    private void run(List<MarkedLine> lines) {
        var verdicts = lines.stream().map(this::verdict).toList();
        print("%,d lines", lines.size());
        recall(verdicts);
        needless(verdicts);
        speed(lines);
        if (show) {
            verdicts.forEach(this::show);
        }
    }

    private Verdict verdict(MarkedLine line) {
        return new Verdict(line, masking.of(line.complainant()).marks(line.text()));
    }

    private void recall(List<Verdict> verdicts) {
        var hidden = new TreeMap<String, int[]>();
        verdicts.forEach(verdict -> verdict.line().marks().forEach(mark -> {
            var counts = hidden.computeIfAbsent(mark.label(), _ -> new int[2]);
            counts[0] += verdict.isHidden(mark) ? 1 : 0;
            counts[1]++;
        }));
        hidden.forEach((label, counts) ->
                print("  %-12s %5.3f of %,d are hidden", label, counts[0] / (double) counts[1], counts[1]));
    }

    private void needless(List<Verdict> verdicts) {
        var needless = new TreeMap<String, int[]>();
        verdicts.forEach(verdict -> verdict.found().forEach(mark -> {
            var counts = needless.computeIfAbsent(mark.kind().mark(), _ -> new int[2]);
            counts[0] += verdict.isNeedless(mark) ? 1 : 0;
            counts[1]++;
        }));
        needless.forEach((mark, counts) -> print("  %-16s %,5d masked, %,d without need", mark, counts[1], counts[0]));
        var wrong = needless.values().stream().mapToInt(counts -> counts[0]).sum();
        var all = needless.values().stream().mapToInt(counts -> counts[1]).sum();
        print("  without need %.3f of %,d", wrong / (double) Math.max(1, all), all);
    }

    private void speed(List<MarkedLine> lines) {
        var nanos = new long[lines.size()];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < nanos.length; i++) {
                nanos[i] = time(lines.get(i));
            }
        }
        Arrays.sort(nanos);
        print("  a text takes %.3f ms of a processor, p99 %.3f ms", at(nanos, MEDIAN), at(nanos, TAIL));
    }

    private long time(MarkedLine line) {
        var from = THREADS.getCurrentThreadCpuTime();
        verdict(line);
        return THREADS.getCurrentThreadCpuTime() - from;
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) (sorted.length * share)] / 1e6;
    }

    private void show(Verdict verdict) {
        var text = verdict.line().text();
        verdict.line().marks().stream()
                .filter(mark -> !verdict.isHidden(mark))
                .forEach(mark ->
                        print("- %s: %s | %s", mark.label(), part(text, mark.from(), mark.to()), oneLine(text)));
        verdict.found().stream()
                .filter(verdict::isNeedless)
                .forEach(mark ->
                        print("+ %s: %s | %s", mark.kind().mark(), part(text, mark.from(), mark.to()), oneLine(text)));
    }

    private static String part(String text, int from, int to) {
        return oneLine(text.substring(from, to));
    }

    private static String oneLine(String text) {
        return text.replace("\n", "\\n");
    }

    private void print(String line, @Nullable Object... values) {
        out.println(String.format(Locale.ROOT, line, values));
    }
}
