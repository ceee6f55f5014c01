package id.tanggap.bench.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The CPU time of all processes of the machine at one moment, as Linux counts it.
 *
 * @param byPid milliseconds in user and system mode, with those of children that have ended
 */
record ProcessTable(Map<Long, Entry> byPid) {
    private static final Path PROC = Path.of("/proc");
    private static final double MILLIS_PER_TICK = 10;

    /** @param parent the process that started it */
    record Entry(long parent, double millis) {}

    /** False on a system that is no Linux: nothing can be said about CPU there. */
    static boolean exists() {
        return Files.exists(PROC.resolve("self/stat"));
    }

    static ProcessTable read() throws IOException {
        var entries = new HashMap<Long, Entry>();
        try (var processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (var process : processes) {
                try {
                    entries.put(
                            Long.valueOf(process.getFileName().toString()),
                            parse(Files.readString(process.resolve("stat"))));
                } catch (NoSuchFileException _) {
                    continue; // ended meanwhile
                }
            }
        }
        return new ProcessTable(entries);
    }

    /** proc(5): after the name, which may hold anything, come state, parent, …, utime, stime, cutime, cstime. */
    static Entry parse(String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ");
        var ticks = 0L;
        for (int i = 11; i <= 14; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return new Entry(Long.parseLong(fields[1]), ticks * MILLIS_PER_TICK);
    }

    /** A process with all that it started: each that lives with its own time, each that ended in its parent's. */
    Set<Long> tree(long root) {
        var tree = new HashSet<Long>();
        tree.add(root);
        boolean grew;
        do {
            grew = false;
            for (var entry : byPid.entrySet()) {
                if (tree.contains(entry.getValue().parent())) {
                    grew |= tree.add(entry.getKey());
                }
            }
        } while (grew);
        return tree;
    }

    double millis(Set<Long> pids) {
        return pids.stream()
                .mapToDouble(pid -> byPid.getOrDefault(pid, new Entry(0, 0)).millis())
                .sum();
    }
}
