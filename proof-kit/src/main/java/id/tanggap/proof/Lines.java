package id.tanggap.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a file as bytes, each ended by a line feed, in memory for one line. */
final class Lines {
    static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int end;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /**
     * @return null after the last line; a last line need not end in a line feed
     * @throws UnreadableProof when the line is longer than {@value #LONGEST} bytes
     */
    byte @Nullable [] next() throws IOException {
        if (!filled()) {
            return null;
        }
        number++;
        var line = new ByteArrayOutputStream(512);
        while (filled()) {
            var start = next;
            while (next < end && buffer[next] != '\n') {
                next++;
            }
            line.write(buffer, start, next - start);
            if (line.size() > LONGEST) {
                throw new UnreadableProof("baris %s lebih panjang dari %s bita".formatted(number, LONGEST));
            }
            if (next < end) {
                next++;
                break;
            }
        }
        return line.toByteArray();
    }

    private boolean filled() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, in.read(buffer));
        }
        return end > 0;
    }
}
