package id.tanggap.bench.intake;

import id.tanggap.bench.intake.Writes.Counted;
import id.tanggap.bench.platform.Load;
import id.tanggap.bench.platform.LocalPlatform.Service;
import id.tanggap.bench.platform.Median;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What the rounds came to: the median of each figure.
 *
 * @param writes per accepted complaint
 */
record IntakeReport(
        List<Round> rounds, Writes writes, Map<String, DelayWatch.Delay> delays, int seconds, PrintStream out) {
    void print() {
        var cpuKnown = rounds.stream().allMatch(round -> round.cpu().complete());
        out.println();
        rates();
        out.println();
        if (cpuKnown) {
            cpu();
        } else {
            out.println(
                    "Nothing is said about CPU: this system has no /proc, or not all parts run from this directory.");
        }
        out.println();
        printWrites();
        out.println();
        printDelays();
        out.println();
        goals(cpuKnown);
    }

    private void rates() {
        out.println("Medians                         per second   against R2    p50 ms    p99 ms");
        rate("R1  insert of 1 KB", round -> round.r1().perSecond(), Round::r1);
        rate("R2  intake transaction", this::r2, Round::r2);
        rate("POST, everywhere", Round::keptUpPerSecond, Round::post);
        rate("POST, burst of " + seconds + " s", round -> round.post().perSecond(), Round::post);
    }

    private void rate(String name, ToDoubleFunction<Round> rate, Function<Round, Load.Result> of) {
        line(
                "%-30s %,12.0f %12.2f %9.1f %9.1f%n",
                name,
                median(rate),
                median(round -> rate.applyAsDouble(round) / r2(round)),
                median(round -> of.apply(round).p50Millis()),
                median(round -> of.apply(round).p99Millis()));
    }

    private void cpu() {
        out.println("ms CPU per accepted complaint, until it stood everywhere");
        for (var part : Cpu.COUNTED.stream().sorted().toList()) {
            cpu("  " + part, round -> round.cpu().part(part));
        }
        for (var service : writes.byDatabase().keySet()) {
            cpu(
                    "    postgres for " + service.id(),
                    round -> round.cpu().byDatabase().getOrDefault(service.id(), 0.0));
        }
        cpu("    postgres in the background", round -> round.cpu().background());
        cpu("  all", round -> round.cpu().total());
        cpu("  intake with its part of postgres", this::intake);
        cpu("  R2 for comparison (postgres only)", Round::r2CpuMillis);
        cpu("  this generator, which is not counted", round -> round.cpu().part(Cpu.GENERATOR));
    }

    private void cpu(String name, ToDoubleFunction<Round> millis) {
        line("%-38s %6.2f%n", name, median(millis));
    }

    private void printWrites() {
        out.println("Written per complaint           inserted  updated  (HOT)  deleted   WAL bytes");
        writes.byDatabase()
                .forEach((service, it) ->
                        written(service.id(), it.inserted(), it.updated(), it.hot(), it.deleted(), it.walBytes()));
        written(
                "all, with vacuum and checkpoints",
                writes.sum(Counted::inserted),
                writes.sum(Counted::updated),
                writes.sum(Counted::hot),
                writes.sum(Counted::deleted),
                median(Round::walBytes));
    }

    private void written(String name, double inserted, double updated, double hot, double deleted, double walBytes) {
        line("  %-32s %5.1f %8.1f %6.1f %8.1f %,11.0f%n", name, inserted, updated, hot, deleted, walBytes);
    }

    private void printDelays() {
        out.printf("%-46s %10s %10s%n", "Behind, in ms, while POST runs and drains", "median", "longest");
        delays.forEach((gauge, delay) -> line("%-46s %,10.0f %,10.0f%n", gauge, delay.median(), delay.longest()));
    }

    private void goals(boolean cpuKnown) {
        var r2 = median(this::r2);
        out.println(Goal.keptUp(r2).line(median(Round::keptUpAgainstR2)));
        out.println(Goal.burst(r2).line(median(Round::burstAgainstR2)));
        if (cpuKnown) {
            out.println(Goal.G4.line(median(round -> round.cpu().total())));
            out.println(Goal.G4B.line(median(this::intake)));
            out.println(Goal.G4R.line(median(Round::cpuAgainstR2)));
        }
        line(
                "G20  row versions and WAL bytes a complaint  %.1f and %,.0f%n",
                writes.sum(Counted::versions), median(Round::walBytes));
    }

    private double r2(Round round) {
        return round.r2().perSecond();
    }

    private double intake(Round round) {
        return round.cpu().of(Service.INTAKE.id());
    }

    private double median(ToDoubleFunction<Round> figure) {
        return Median.of(
                rounds.stream().map(round -> figure.applyAsDouble(round)).toList());
    }

    private void line(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
    }
}
