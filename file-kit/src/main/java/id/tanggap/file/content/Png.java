package id.tanggap.file.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Goes through a PNG chunk by chunk up to its end; what is hung on behind is left there. */
final class Png {
    private static final int SIGNATURE = 8;
    private static final String HEADER = "IHDR";
    private static final String EXIF = "eXIf";
    /** Where XMP stands; packed it is not read, for it may unpack to gigabytes. */
    private static final String WORDS = "iTXt";

    private static final byte[] XMP = "XML:com.adobe.xmp\0".getBytes(StandardCharsets.US_ASCII);
    private static final String END = "IEND";
    /** No others: some of them are packed, and unpack to gigabytes. */
    private static final Set<String> OF_THE_PIXELS = Set.of(HEADER, "PLTE", "tRNS", "IDAT", END);

    private static final int MOST_PIXELS = 120_000_000;

    private final ByteBuffer in;
    private final ByteArrayOutputStream essence;
    private byte @Nullable [] exif;
    private byte @Nullable [] xmp;

    private Png(byte[] content) {
        in = ByteBuffer.wrap(content).position(SIGNATURE);
        essence = new ByteArrayOutputStream(content.length);
        essence.write(content, 0, SIGNATURE);
    }

    static Anatomy dissect(byte[] content) throws IOException {
        return new Png(content).dissect();
    }

    private Anatomy dissect() throws IOException {
        if (!chunk().equals(HEADER)) {
            throw new IOException("no header");
        }
        var size = size();
        while (!chunk().equals(END)) {
            // Each is taken as it is read.
        }
        return new Anatomy(size, essence.toByteArray(), exif, xmp);
    }

    /** Takes the next one and gives its name. */
    private String chunk() throws IOException {
        var from = in.position();
        var length = in.getInt();
        var end = from + 8L + length;
        if (length < 0 || end + 4 > in.limit() || in.getInt((int) end) != checksum(from + 4, length + 4)) {
            throw new IOException("a broken chunk");
        }
        var name = new String(in.array(), from + 4, 4, StandardCharsets.US_ASCII);
        in.position((int) end + 4);
        if (OF_THE_PIXELS.contains(name)) {
            essence.write(in.array(), from, length + 12);
        } else if (name.equals(EXIF)) {
            exif = Arrays.copyOfRange(in.array(), from + 8, (int) end);
        } else if (name.equals(WORDS) && in.slice(from + 8, length).mismatch(ByteBuffer.wrap(XMP)) == XMP.length) {
            xmp = Arrays.copyOfRange(in.array(), from + 8, (int) end);
        }
        return name;
    }

    private int checksum(int from, int length) {
        var crc = new CRC32();
        crc.update(in.array(), from, length);
        return (int) crc.getValue();
    }

    private Anatomy.Size size() {
        var depth = in.get(SIGNATURE + 16);
        var samples =
                switch (in.get(SIGNATURE + 17)) {
                    case 2 -> 3;
                    case 4 -> 2;
                    case 6 -> 4;
                    default -> 1;
                };
        return new Anatomy.Size(
                in.getInt(SIGNATURE + 8), in.getInt(SIGNATURE + 12), samples * Math.ceilDiv(depth, 8), MOST_PIXELS);
    }
}
