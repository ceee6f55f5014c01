package id.tanggap.routing.sop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;

/** Tells when something in a folder or in a folder of it has changed, once for what changes together. */
final class FolderWatch implements AutoCloseable {
    /** Editors and copies write a file in several steps. */
    private static final long SETTLED_MILLIS = 200;

    private final Path folder;
    private final WatchService changes;
    private final Runnable changed;

    private FolderWatch(Path folder, WatchService changes, Runnable changed) {
        this.folder = folder;
        this.changes = changes;
        this.changed = changed;
    }

    /** @throws UncheckedIOException when the folder cannot be watched */
    static FolderWatch of(Path folder, Runnable changed) {
        try {
            var watch = new FolderWatch(folder, folder.getFileSystem().newWatchService(), changed);
            watch.register();
            Thread.ofVirtual().name("governments-watch").start(watch::run);
            return watch;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot watch " + folder, e);
        }
    }

    @Override
    public void close() {
        try {
            changes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run() {
        try {
            while (true) {
                changes.take().cancel();
                settle();
                // Anew each time: a folder may have come, or may be another one behind the same link.
                register();
                changed.run();
            }
        } catch (InterruptedException | ClosedWatchServiceException end) {
            // Closed.
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot watch " + folder + " any longer", e);
        }
    }

    private void settle() throws InterruptedException {
        var next = changes.poll(SETTLED_MILLIS, TimeUnit.MILLISECONDS);
        while (next != null) {
            next.cancel();
            next = changes.poll(SETTLED_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void register() throws IOException {
        register(folder);
        try (var children = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (var child : children) {
                register(child);
            }
        }
    }

    private void register(Path path) throws IOException {
        path.register(
                changes,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
    }
}
