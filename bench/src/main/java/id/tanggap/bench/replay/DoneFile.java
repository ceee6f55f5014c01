package id.tanggap.bench.replay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The numbers of the lines that were accepted, appended one by one. It only saves time: that no complaint is taken
 * twice is the key's doing.
 */
final class DoneFile implements AutoCloseable {
    private final FileChannel channel;
    private final Set<Integer> before;

    private DoneFile(FileChannel channel, Set<Integer> before) {
        this.channel = channel;
        this.before = before;
    }

    static DoneFile open(Path file) throws IOException {
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            return read(channel, Files.readString(file, StandardCharsets.US_ASCII));
        } catch (NumberFormatException e) {
            channel.close();
            throw new IOException(file + " is no list of line numbers", e);
        }
    }

    /** A number that lost its end in a crash would be another line's, and is cut off. */
    private static DoneFile read(FileChannel channel, String content) throws IOException {
        var whole = content.lastIndexOf('\n') + 1;
        var before = Stream.of(content.substring(0, whole).split("\n"))
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
        channel.truncate(whole).position(whole);
        return new DoneFile(channel, before);
    }

    /** Whether an earlier run had it accepted. */
    boolean holds(ComplaintFile.Line line) {
        return before.contains(line.number());
    }

    synchronized void add(ComplaintFile.Line line) throws IOException {
        channel.write(ByteBuffer.wrap((line.number() + "\n").getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
