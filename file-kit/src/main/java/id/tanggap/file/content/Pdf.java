package id.tanggap.file.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds the end of a PDF; what is hung on behind is left there. */
final class Pdf {
    private static final String TABLE = "startxref";
    private static final String END = "%%EOF";

    private Pdf() {}

    static byte[] whole(byte[] content) throws IOException {
        var text = new String(content, StandardCharsets.ISO_8859_1);
        var end = text.lastIndexOf(END);
        if (end < 0 || text.lastIndexOf(TABLE, end) < 0) {
            throw new IOException("without an end");
        }
        return Arrays.copyOf(content, afterLine(text, end + END.length()));
    }

    private static int afterLine(String text, int from) {
        var at = from;
        while (at < text.length() && (text.charAt(at) == '\r' || text.charAt(at) == '\n')) {
            at++;
        }
        return at;
    }
}
