package id.tanggap.proof.file;

import id.tanggap.proof.Require;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a file as bytes, each ended by a line feed, in memory for one line. */
public final class Lines {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int end;
    private long number;

    public Lines(InputStream in) {
        this.in = in;
    }

    /** Of the line that was read last, from 1. */
    public long number() {
        return number;
    }

    /**
     * @return null after the last line; a last line need not end in a line feed
     * @throws UnreadableProof when the line is longer than {@value Require#LONGEST_LINE} bytes
     */
    public byte @Nullable [] next() throws IOException {
        if (!filled()) {
            return null;
        }
        number++;
        var line = new ByteArrayOutputStream(512);
        while (filled() && !ends(line)) {
            // It goes on in the next bytes that are read.
        }
        return line.toByteArray();
    }

    /** Takes what is in the buffer, up to the line feed; whether there was one, which is passed. */
    private boolean ends(ByteArrayOutputStream line) throws UnreadableProof {
        var start = next;
        while (next < end && buffer[next] != '\n') {
            next++;
        }
        line.write(buffer, start, next - start);
        if (line.size() > Require.LONGEST_LINE) {
            throw new UnreadableProof("baris %s lebih panjang dari %s bita".formatted(number, Require.LONGEST_LINE));
        }
        var ended = next < end;
        next += ended ? 1 : 0;
        return ended;
    }

    private boolean filled() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, in.read(buffer));
        }
        return end > 0;
    }
}
