package id.tanggap.intake.past.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** What stands at the beginning of a file. */
final class Bytes {
    static boolean begins(byte[] file, int... bytes) {
        return file.length >= bytes.length
                && IntStream.range(0, bytes.length).allMatch(i -> (file[i] & 0xFF) == bytes[i]);
    }

    /** What is packed at the beginning; nothing when it is packed wrongly. */
    static byte[] unpacked(byte[] packed, int atMost) {
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return unpacked.readNBytes(atMost);
        } catch (IOException brokenOff) {
            return new byte[0];
        }
    }

    private Bytes() {}
}
