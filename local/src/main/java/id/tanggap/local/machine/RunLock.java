package id.tanggap.local.machine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One supervisor per data directory: a lock that the operating system takes back when its holder dies. The file says who
 * holds it.
 */
public record RunLock(FileChannel channel) implements AutoCloseable {

    public static RunLock take(Workspace workspace) throws IOException {
        FileChannel channel = open(workspace);
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IOException("already running on " + workspace.data() + "; './tanggap down' stops it");
        }
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(
                Long.toString(ProcessHandle.current().pid())));
        return new RunLock(channel);
    }

    /** The supervisor that runs on the data directory, if one does. */
    public static Optional<ProcessHandle> holder(Workspace workspace) throws IOException {
        if (!held(workspace)) {
            return Optional.empty();
        }
        String holder = Files.readString(file(workspace));
        if (holder.isEmpty()) {
            throw new IOException("the one on " + workspace.data() + " has only just begun, try again");
        }
        return ProcessHandle.of(Long.parseLong(holder));
    }

    public static boolean held(Workspace workspace) throws IOException {
        if (!Files.exists(file(workspace))) {
            return false;
        }
        try (FileChannel channel = open(workspace);
                @Nullable FileLock lock = channel.tryLock()) {
            return lock == null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static FileChannel open(Workspace workspace) throws IOException {
        return FileChannel.open(file(workspace), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static Path file(Workspace workspace) {
        return workspace.data().resolve("lock");
    }
}
