package id.tanggap.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One supervisor per data directory: a lock that the operating system takes back when its holder dies. */
record RunLock(FileChannel channel) implements AutoCloseable {

    static RunLock take(Workspace workspace) throws IOException {
        FileChannel channel = open(workspace);
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IOException("already running on " + workspace.data() + "; './tanggap down' stops it");
        }
        return new RunLock(channel);
    }

    static boolean held(Workspace workspace) throws IOException {
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
