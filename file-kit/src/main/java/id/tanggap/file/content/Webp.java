package id.tanggap.file.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Goes through a WebP chunk by chunk up to its end; what is hung on behind is left there. */
final class Webp {
    private static final int HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int FIRST = HEADER + CHUNK_HEADER;
    /** Of the flags, the one that says that pixels may be transparent. */
    private static final int ALPHA = 0x10;

    private static final int BYTES_PER_PIXEL = 4;
    /** It is unpacked as a whole. */
    private static final int MOST_PIXELS = 16_000_000;

    private final ByteBuffer in;
    private final ByteArrayOutputStream essence;
    private int width;
    private int height;
    private boolean extended;
    private boolean hasPixels;
    private byte @Nullable [] exif;
    private byte @Nullable [] xmp;

    private Webp(byte[] content) {
        in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        essence = new ByteArrayOutputStream(content.length);
        essence.write(content, 0, HEADER);
    }

    static Anatomy dissect(byte[] content) throws IOException {
        return new Webp(content).dissect();
    }

    private Anatomy dissect() throws IOException {
        in.limit(Math.addExact(in.getInt(4), 8)).position(HEADER);
        while (in.remaining() >= CHUNK_HEADER) {
            chunk();
        }
        if (!hasPixels) {
            throw new IOException("no picture in it");
        }
        var whole = essence.toByteArray();
        ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(4, whole.length - 8);
        if (extended) {
            whole[FIRST] &= ALPHA;
        }
        return new Anatomy(new Anatomy.Size(width, height, BYTES_PER_PIXEL, MOST_PIXELS), whole, exif, xmp);
    }

    private void chunk() throws IOException {
        var from = in.position();
        var name = new String(in.array(), from, 4, StandardCharsets.US_ASCII);
        var length = in.getInt(from + 4);
        var data = from + CHUNK_HEADER;
        // Of an odd one a byte follows that does not count; the last may go without.
        in.position(data).position(Math.min(in.limit(), Math.addExact(data, length) + length % 2));
        if (in.position() < data + length || length < 0) {
            throw new IOException("a chunk that ends too late");
        }
        take(name, data, length);
    }

    private void take(String name, int data, int length) throws IOException {
        switch (name) {
            case "EXIF" -> exif = Arrays.copyOfRange(in.array(), data, data + length);
            case "XMP " -> xmp = Arrays.copyOfRange(in.array(), data, data + length);
            case "ALPH", "VP8X", "VP8 ", "VP8L" -> keep(name, data);
            case "ANIM", "ANMF" -> throw new IOException("it moves");
            default -> {}
        }
    }

    private void keep(String name, int data) {
        switch (name) {
            case "VP8X" -> {
                extended = data == FIRST;
                grow(in.getInt(data + 3) >>> 8, in.getInt(data + 6) >>> 8, 1);
            }
            case "VP8 " -> grow(in.getShort(data + 6) & 0x3FFF, in.getShort(data + 8) & 0x3FFF, 0);
            case "VP8L" -> grow(in.getInt(data + 1) & 0x3FFF, in.getInt(data + 1) >>> 14 & 0x3FFF, 1);
            default -> {}
        }
        hasPixels |= name.equals("VP8 ") || name.equals("VP8L");
        essence.write(in.array(), data - CHUNK_HEADER, in.position() - data + CHUNK_HEADER);
    }

    /** The larger of what the parts say, for it is what will be unpacked. */
    private void grow(int width, int height, int more) {
        this.width = Math.max(this.width, width + more);
        this.height = Math.max(this.height, height + more);
    }
}
