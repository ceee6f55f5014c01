package id.tanggap.bench.torture;

import id.tanggap.bench.platform.LocalPlatform;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
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

    interface Relief {
        Relief NONE = () -> {};

        void bring() throws IOException, InterruptedException;
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

    /** A file system of its own in a file, which only an administrator of the machine may mount. */
    static final class Disk {
        private static final long BYTES = 6L << 30;
        private static final int CHUNK = 1 << 20;

        private final Path image;
        private final Path mounted;

        private Disk(Path image, Path mounted) {
            this.image = image;
            this.mounted = mounted;
        }

        /** Null where this machine does not allow it. */
        static @Nullable Disk mount(Path image, Path at) throws IOException, InterruptedException {
            Files.createDirectories(at);
            try (var file = new RandomAccessFile(image.toFile(), "rw")) {
                file.setLength(BYTES);
            }
            if (run("mkfs.ext4", "-q", "-F", image.toString())
                    && run("mount", "-o", "loop", image.toString(), at.toString())) {
                return new Disk(image, at);
            }
            Files.delete(image);
            return null;
        }

        void unmount() throws IOException, InterruptedException {
            if (run("umount", mounted.toString())) {
                Files.delete(image);
            }
        }

        Relief fill() throws IOException {
            var ballast = mounted.resolve("ballast");
            try (var out = Files.newOutputStream(ballast)) {
                var chunk = new byte[CHUNK];
                while (true) {
                    out.write(chunk);
                }
            } catch (IOException full) {
                return () -> Files.deleteIfExists(ballast);
            }
        }

        private static boolean run(String... command) throws InterruptedException {
            try {
                return new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
            } catch (IOException noSuchCommand) {
                return false;
            }
        }
    }
}
