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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** {@code status}: asks each part now, rather than remembering what it once said. */
public record Status(Workspace workspace, Console console) {
    private static final int NOT_RUNNING = 3;

    public int run(boolean memory) throws IOException {
        if (!Files.exists(workspace.data()) || !RunLock.held(workspace)) {
            console.say("not running");
            return NOT_RUNNING;
        }
        List<State> states = states(memory);
        if (memory) {
            long sum =
                    states.stream().mapToLong(state -> state.used().orElse(0L)).sum();
            console.part("sum", mebibytes(sum) + " PSS");
        }
        boolean mail = mail();
        return verdict(mail && states.stream().allMatch(State::ready));
    }

    private List<State> states(boolean memory) throws IOException {
        List<State> states = new ArrayList<>();
        for (Part part : parts()) {
            State state = State.of(part, PidFile.of(workspace, part.name()).process(), memory);
            console.part(part.name(), state.words());
            states.add(state);
        }
        return states;
    }

    /** Those that were started. */
    private List<Part> parts() throws IOException {
        List<String> wanted = Files.readAllLines(workspace.run("parts"));
        return new Platform(workspace, Secrets.in(workspace.data()), true)
                .parts().stream().filter(part -> wanted.contains(part.name())).toList();
    }

    private boolean mail() {
        boolean mail = Probe.accepts(workspace.port(Port.MAIL));
        console.part("mail", mail ? "ready" : "not ready");
        return mail;
    }

    private int verdict(boolean allReady) {
        boolean settled = Files.exists(workspace.readyMarker());
        console.say(allReady && settled ? "ready " + workspace.publicUrl() : settled ? "degraded" : "starting");
        return allReady && settled ? Exit.OK : Exit.FAILED;
    }

    /** @param used kilobytes, where they were asked for and there is a process */
    private record State(Optional<ProcessHandle> process, boolean ready, OptionalLong used) {
        static State of(Part part, Optional<ProcessHandle> process, boolean memory) {
            boolean ready = process.isPresent() && part.healthy();
            return new State(
                    process,
                    ready,
                    memory && process.isPresent() ? OptionalLong.of(memory(process.get())) : OptionalLong.empty());
        }

        String words() {
            String state = ready ? "ready" : process.isPresent() ? "not ready" : "not running";
            return process.isPresent() && used.isPresent()
                    ? state + "  process %d  %s PSS".formatted(process.get().pid(), mebibytes(used.getAsLong()))
                    : state;
        }
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
