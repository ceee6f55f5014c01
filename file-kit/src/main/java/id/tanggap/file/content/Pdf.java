package id.tanggap.file.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds the end of a PDF; what is hung on behind is left there. */
final class Pdf {
    private static final byte[] TABLE = "startxref".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);

    private Pdf() {}

    static byte[] whole(byte[] content) throws IOException {
        var end = last(END, content, content.length);
        if (end < 0 || last(TABLE, content, end) < 0) {
            throw new IOException("without an end");
        }
        return Arrays.copyOf(content, afterLine(content, end + END.length));
    }

    private static int afterLine(byte[] content, int from) {
        var at = from;
        while (at < content.length && (content[at] == '\r' || content[at] == '\n')) {
            at++;
        }
        return at;
    }

    private static int last(byte[] word, byte[] content, int before) {
        var at = before - word.length;
        while (at >= 0 && !Arrays.equals(content, at, at + word.length, word, 0, word.length)) {
            at--;
        }
        return at;
    }
}
