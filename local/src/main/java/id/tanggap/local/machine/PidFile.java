package id.tanggap.local.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which process a part runs in, on disk, so that {@code status} finds it and the next {@code up} or {@code down} finds
 * what a killed supervisor left behind.
 */
public record PidFile(Path file, Workspace workspace) {

    public static PidFile of(Workspace workspace, String part) {
        return new PidFile(workspace.run(part + ".pid"), workspace);
    }

    public void write(ProcessHandle process) throws IOException {
        Files.writeString(file, Long.toString(process.pid()));
    }

    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /**
     * The process, if it lives and is ours: its number may have gone to a stranger meanwhile, but no stranger has our
     * data directory on its command line.
     */
    public Optional<ProcessHandle> process() {
        try {
            return Files.exists(file)
                    ? ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                            .filter(ProcessHandle::isAlive)
                            .filter(this::isOurs)
                    : Optional.empty();
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains(workspace.data().toString()))
                .isPresent();
    }
}
