package id.tanggap.bench.torture;

import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.torture.Fault.Relief;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** On which the platform runs: faults strike it and are taken back. */
final class Machine {
    private static final String CUT = "select pg_terminate_backend(pid) from pg_stat_activity where usename = ?";

    private final LocalPlatform platform;
    private final @Nullable Disk disk;

    Machine(LocalPlatform platform, @Nullable Disk disk) {
        this.platform = platform;
        this.disk = disk;
    }

    boolean canFill() {
        return disk != null;
    }

    /** @return by what it is taken back */
    Relief strike(Fault fault) throws IOException, SQLException, InterruptedException {
        return switch (fault.kind()) {
            case KILLED -> kill(fault.part());
            case FROZEN -> freeze(fault.part());
            case CUT_OFF -> cutOff(fault.part());
            case FULL_DISK -> fill();
        };
    }

    private Relief kill(String part) throws IOException, InterruptedException {
        signal("KILL", process(part).stream());
        return Relief.NONE;
    }

    /** With all its children, such as PostgreSQL's sessions; those that it would begin meanwhile it cannot. */
    private Relief freeze(String part) throws IOException, InterruptedException {
        var frozen = process(part).stream()
                .flatMap(parent -> Stream.concat(Stream.of(parent), parent.descendants()))
                .toList();
        signal("STOP", frozen.stream());
        return () -> signal("CONT", frozen.stream());
    }

    private Relief cutOff(String service) throws IOException, SQLException {
        try (var connection = platform.connectAsSuperuser("postgres");
                var cut = connection.prepareStatement(CUT)) {
            cut.setString(1, service);
            cut.execute();
        }
        return Relief.NONE;
    }

    private Relief fill() throws IOException {
        if (disk == null) {
            throw new IllegalStateException("The disk is not the platform's alone");
        }
        return disk.fill();
    }

    /** None while it is being started again. */
    private List<ProcessHandle> process(String part) throws IOException {
        var pid = platform.processes().get(part);
        return pid == null ? List.of() : ProcessHandle.of(pid).stream().toList();
    }

    private static void signal(String name, Stream<ProcessHandle> processes) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kill", "-" + name));
        processes
                .filter(ProcessHandle::isAlive)
                .map(it -> Long.toString(it.pid()))
                .forEach(command::add);
        if (command.size() > 2) {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        }
    }
}
