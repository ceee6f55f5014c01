package id.tanggap.local.command;

import id.tanggap.local.machine.Console;
import id.tanggap.local.machine.PidFile;
import id.tanggap.local.machine.Port;
import id.tanggap.local.machine.Probe;
import id.tanggap.local.machine.RunLock;
import id.tanggap.local.machine.Workspace;
import id.tanggap.local.part.Part;
import id.tanggap.local.part.Platform;
import id.tanggap.local.part.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code status}: asks each part now, rather than remembering what it once said. */
public record Status(Workspace workspace, Console console) {
    private static final int NOT_RUNNING = 3;

    public int run(boolean memory) throws IOException {
        if (!Files.exists(workspace.data()) || !RunLock.held(workspace)) {
            console.say("not running");
            return NOT_RUNNING;
        }
        boolean all = true;
        long total = 0;
        List<String> wanted = Files.readAllLines(workspace.run("parts"));
        for (Part part : new Platform(workspace, Secrets.in(workspace.data())).parts()) {
            if (!wanted.contains(part.name())) {
                continue;
            }
            Optional<ProcessHandle> process = PidFile.of(workspace, part.name()).process();
            boolean ready = process.isPresent() && part.healthy();
            all &= ready;
            String state = ready ? "ready" : process.isPresent() ? "not ready" : "not running";
            if (memory && process.isPresent()) {
                long kilobytes = memory(process.get());
                total += kilobytes;
                state += "  process %d  %s PSS".formatted(process.get().pid(), mebibytes(kilobytes));
            }
            console.part(part.name(), state);
        }
        if (memory) {
            console.part("sum", mebibytes(total) + " PSS");
        }
        boolean mail = Probe.accepts(workspace.port(Port.MAIL));
        console.part("mail", mail ? "ready" : "not ready");
        boolean settled = Files.exists(workspace.readyMarker());
        console.say(all && mail && settled ? "ready " + workspace.publicUrl() : settled ? "degraded" : "starting");
        return all && mail && settled ? Exit.OK : Exit.FAILED;
    }

    /** The process with its children: PostgreSQL is one process per session. */
    private static long memory(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(one -> proportionalKilobytes(one.pid()))
                .sum();
    }

    private static long proportionalKilobytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException _) {
            return 0;
        }
    }

    private static String mebibytes(long kilobytes) {
        return String.format(Locale.ROOT, "%6.1f MiB", kilobytes / 1024.0);
    }
}
