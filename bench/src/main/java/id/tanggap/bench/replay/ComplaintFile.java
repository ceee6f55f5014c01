package id.tanggap.bench.replay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The lines of a JSON Lines file, held in memory: such files are a few megabytes.
 *
 * @param hash of the whole content, so that a file that changed is another file
 */
record ComplaintFile(String hash, List<Line> lines) {

    /** @param number counted from 1, as editors do */
    record Line(int number, String content) {

        /**
         * The same for the same complaint to the same government, whatever the file is called and wherever in it the
         * line stands: with it a complaint is taken once, even when the record of what was sent is lost.
         */
        UUID key(String government) {
            var hash = Hashes.sha256().digest((government + "\n" + content).getBytes(StandardCharsets.UTF_8));
            var bits = ByteBuffer.wrap(hash);
            return new UUID(
                    (bits.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x8000L, // version 8: made by a rule of our own
                    (bits.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
        }

        @Override
        public String toString() {
            return "Line[" + number + "]";
        }
    }

    static ComplaintFile read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException("There is no file " + file + " that can be read");
        }
        var content = Files.readAllBytes(file);
        return new ComplaintFile(
                HexFormat.of().formatHex(Hashes.sha256().digest(content)),
                lines(new String(content, StandardCharsets.UTF_8)));
    }

    private static List<Line> lines(String content) {
        var lines = content.split("\n", -1);
        return IntStream.range(0, lines.length)
                .filter(place -> !lines[place].isBlank())
                .mapToObj(place -> new Line(place + 1, lines[place].strip()))
                .toList();
    }
}
