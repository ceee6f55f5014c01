package id.tanggap.bench.torture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import id.tanggap.bench.platform.Arguments;
import id.tanggap.bench.sweep.Sweep;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** {@code ./tanggap torture}: people go on while faults strike, and in the end it is looked whether they were told the truth. */
public final class Torture {
    private static final int HOLDS = 0;
    private static final int BROKEN = 1;
    private static final int PORT = 9700;
    private static final Duration PACE = Duration.ofMillis(250);
    private static final int CASES_AT_ONCE = 8;
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);

    private final Ground ground;
    private final PrintStream out;
    private final long seed;
    private final long end;
    private final Told told = new Told();
    private final Gaps receipts = new Gaps();
    private final Gaps staff = new Gaps();
    private final List<Struck> struck = new ArrayList<>();

    private Torture(Ground ground, PrintStream out, long seed, Duration lasting) {
        this.ground = ground;
        this.out = out;
        this.seed = seed;
        this.end = System.nanoTime() + lasting.toNanos();
    }

    private record Struck(Fault fault, long from, long to) {}

    public static int run(List<String> arguments, PrintStream out)
            throws IOException, SQLException, InterruptedException {
        var said = Arguments.parse(
                arguments, Set.of("--minutes", "--seed", "--data", "--port", "--root"), Set.of("--keep"));
        var seed = said.number("--seed", 1 + new Random().nextInt(1_000_000));
        var minutes = said.number("--minutes", 10);
        var at = said.value("--data");
        var data = at == null
                ? Files.createTempDirectory("tanggap-torture")
                : Path.of(at).toAbsolutePath();
        out.printf(Locale.ROOT, "Seed %d, %d minutes, data in %s%n", seed, minutes, data);
        var ground =
                Ground.prepare(Path.of(said.required("--root")).resolve("tanggap"), data, said.number("--port", PORT));
        if (ground.disk() == null) {
            out.println("No file system can be mounted here: the disk is never full");
        }
        List<String> findings;
        try (ground) {
            if (!ground.awaitStartCaches()) {
                out.println("Some part got no start cache: it takes longer to begin again");
            }
            findings = new Torture(ground, out, seed, Duration.ofMinutes(minutes)).findings();
        }
        if (findings.isEmpty() && !said.has("--keep")) {
            ground.remove();
        }
        return findings.isEmpty() ? HOLDS : BROKEN;
    }

    private List<String> findings() throws IOException, SQLException, InterruptedException {
        var platform = ground.platform();
        try (var door = new Door(platform, told::unanswered, staff)) {
            people(door, new Machine(platform, ground.disk()));
            awaitReady();
            out.println("What people were told, and what is so:");
            var findings = new ArrayList<>(new Judgement(platform, door, told, out).pass());
            out.println("Whatever may be sent, to each operation:");
            if (!Sweep.pass(platform, 100, seed, out)) {
                findings.add("something that may be sent breaks something");
            }
            report(findings);
            return findings;
        }
    }

    /** Returns when all of them have their answers. */
    private void people(Door door, Machine machine) throws IOException, SQLException, InterruptedException {
        var officers = new Officers(door, told);
        var hands = new Semaphore(CASES_AT_ONCE);
        try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            tasks.submit(() -> {
                new Clerks(door, told, new Random(seed + 1)).work(end);
                return null;
            });
            var citizens = new Citizens(door, told, receipts, new Random(seed + 2), PACE);
            tasks.submit(() -> {
                citizens.lodge(end, tasks, complaint -> {
                    if (hands.tryAcquire()) {
                        officers.work(
                                complaint, new Random(seed ^ complaint.number().hashCode()));
                        hands.release();
                    }
                });
                return null;
            });
            strike(machine, new Random(seed));
        }
    }

    /** The same faults with the same pauses for the same seed. */
    private void strike(Machine machine, Random random) throws IOException, SQLException, InterruptedException {
        TimeUnit.SECONDS.sleep(20);
        while (System.nanoTime() < end) {
            var fault = Fault.drawn(random, machine.canFill());
            var from = System.nanoTime();
            var relief = machine.strike(fault);
            TimeUnit.NANOSECONDS.sleep(fault.lasting().toNanos());
            relief.bring();
            TimeUnit.SECONDS.sleep(10 + random.nextInt(30));
            var to = Math.min(System.nanoTime(), end);
            struck.add(new Struck(fault, from, to));
            out.printf(
                    Locale.ROOT,
                    "%5.1f min left  %-28s longest without a receipt %5.1f s, without an answer to staff %5.1f s, %d receipts%n",
                    (end - System.nanoTime()) / 60e9,
                    fault,
                    receipts.longest(from, to).toMillis() / 1e3,
                    staff.longest(from, to).toMillis() / 1e3,
                    told.complaints().size());
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        var patience = System.nanoTime() + READY_WITHIN.toNanos();
        while (!ground.isReady() && System.nanoTime() < patience) {
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private void report(List<String> findings) {
        var faults = struck.stream().collect(groupingBy(each -> each.fault().name(), TreeMap::new, toList()));
        faults.forEach((name, times) -> out.printf(
                Locale.ROOT,
                "  %-24s %3d times, longest without a receipt %5.1f s, without an answer to staff %5.1f s%n",
                name,
                times.size(),
                longest(receipts, times),
                longest(staff, times)));
        out.printf(
                Locale.ROOT,
                "%d complaints, %d deeds, %d imports, %d faults: %s (seed %d)%n",
                told.complaints().size(),
                told.deeds().size(),
                told.imports().size(),
                struck.size(),
                findings.isEmpty() ? "as people were told" : findings.size() + " findings",
                seed);
    }

    /** In seconds. */
    private static double longest(Gaps of, List<Struck> faults) {
        return faults.stream()
                        .mapToLong(each -> of.longest(each.from(), each.to()).toMillis())
                        .max()
                        .orElse(0)
                / 1e3;
    }
}
