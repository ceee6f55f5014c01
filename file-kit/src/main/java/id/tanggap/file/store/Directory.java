package id.tanggap.file.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A directory, which the replicas of a service may share. A file is written beside its place, forced to the disk, and then
 * moved there in one step.
 */
public final class Directory implements Store {
    private static final String HALF_WRITTEN = ".part";
    private static final String SHARD = "[0-9a-f][0-9a-f]";

    private final Path root;
    private final long reserve;

    private Directory(Path root, long reserve) {
        this.root = root;
        this.reserve = reserve;
    }

    /**
     * One that is there: who made it where it is missing would keep files where nobody looks for them.
     *
     * @param reserve bytes that stay free on its disk for others
     * @throws IllegalStateException when it is missing or cannot be written to, with a sentence for whoever set it
     */
    public static Directory open(Path root, long reserve) {
        if (!Files.isDirectory(root)) {
            throw new IllegalStateException("The directory for files is missing: " + root.toAbsolutePath());
        }
        try {
            Files.delete(Files.createTempFile(root, "probe", HALF_WRITTEN));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The directory for files cannot be written to: " + root.toAbsolutePath(), e);
        }
        return new Directory(root, reserve);
    }

    @Override
    public boolean put(Place place, byte[] content) throws IOException {
        if (Files.getFileStore(root).getUsableSpace() - content.length < reserve) {
            return false;
        }
        var shard = shard(place);
        makeSure(shard);
        var written = shard.resolve(UUID.randomUUID() + HALF_WRITTEN);
        try {
            write(written, content);
            Files.move(written, path(place), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
        force(shard);
        return true;
    }

    @Override
    public byte @Nullable [] get(Place place) throws IOException {
        try {
            return Files.readAllBytes(path(place));
        } catch (NoSuchFileException _) {
            return null;
        }
    }

    @Override
    public void delete(Place place) throws IOException {
        Files.deleteIfExists(path(place));
    }

    @Override
    public int sweep(Instant before, UnaryOperator<Set<Place>> known) throws IOException {
        var sweep = new Sweep(known, place -> Files.deleteIfExists(path(place)));
        var halves = 0;
        try (var shards = Files.newDirectoryStream(root, SHARD)) {
            for (var shard : shards) {
                try (var files = Files.newDirectoryStream(shard)) {
                    halves += sweep(files, before, sweep);
                }
            }
        }
        return halves + sweep.end();
    }

    /** How many were half written, and are gone. */
    private int sweep(DirectoryStream<Path> files, Instant before, Sweep sweep) throws IOException {
        var halves = 0;
        for (var file : files) {
            if (!isOlder(file, before)) {
                continue;
            }
            var place = Names.place(root.relativize(file).toString());
            if (place != null) {
                sweep.over(place);
            } else if (file.toString().endsWith(HALF_WRITTEN) && Files.deleteIfExists(file)) {
                halves++;
            }
        }
        return halves;
    }

    private static boolean isOlder(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException _) {
            // Another one was here first.
            return false;
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            var rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** The names in a directory, on the disk. */
    private static void force(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path path(Place place) {
        return root.resolve(Names.path(place));
    }

    private Path shard(Place place) {
        return root.resolve(Names.shard(place));
    }

    private void makeSure(Path shard) throws IOException {
        if (!Files.isDirectory(shard)) {
            Files.createDirectories(shard);
            force(root);
        }
    }
}
