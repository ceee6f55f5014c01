package id.tanggap.file.content;

import static id.tanggap.testkit.Camera.joined;

import id.tanggap.testkit.Camera;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/** Pictures that somebody made to harm who looks at them, and kinds that are not taken; none is kept in a file. */
enum HostilePicture {
    WEBP_OF_ONE_PIXEL_AND_65536_CODES(Inspected.Reason.TOO_MANY_PIXELS) {
        @Override
        byte[] content() {
            return webp("VP8L", codes());
        }
    },
    WEBP_WHOSE_ALPHA_HAS_65536_CODES(Inspected.Reason.TOO_MANY_PIXELS) {
        @Override
        byte[] content() {
            return withAlpha(codes());
        }
    },
    WEBP_THAT_MOVES(Inspected.Reason.BROKEN) {
        @Override
        byte[] content() {
            return webp("ANIM", new byte[6]);
        }
    },
    JPEG_OF_THREE_BYTES(Inspected.Reason.BROKEN) {
        @Override
        byte[] content() {
            return HexFormat.of().parseHex("ffd8ff");
        }
    },
    JPEG_OF_BILLIONS(Inspected.Reason.TOO_MANY_PIXELS) {
        @Override
        byte[] content() {
            return sized(Camera.jpeg(), 60_000);
        }
    },
    /** Each scan goes over sixteen million pixels. */
    JPEG_OF_MANY_SCANS(Inspected.Reason.BROKEN) {
        @Override
        byte[] content() throws IOException {
            return scans(90);
        }
    },
    JPEG_OF_AS_MANY_SCANS_AS_ARE_TAKEN(null) {
        @Override
        byte[] content() throws IOException {
            return scans(9);
        }
    },
    JPEG_OF_TOO_MANY_SCANS(Inspected.Reason.BROKEN) {
        @Override
        byte[] content() throws IOException {
            return scans(5_000);
        }
    },
    JPEG_OF_MANY_TABLES(null) {
        @Override
        byte[] content() {
            var table = Arrays.copyOfRange(Camera.jpeg(), 20, 20 + 69);
            return IntStream.range(0, 2_000)
                    .mapToObj(_ -> table)
                    .reduce(Camera.jpeg(), (jpeg, one) -> Camera.withSegment(jpeg, 0xDB, new byte[65]));
        }
    },
    JPEG_THAT_IS_AN_ARCHIVE_TOO(null) {
        @Override
        byte[] content() {
            return joined(Camera.jpeg(), "PK\3\4<script>alert(1)</script>PK\5\6".getBytes(StandardCharsets.US_ASCII));
        }
    },
    JPEG_WHOSE_EXIF_GOES_ROUND(null) {
        @Override
        byte[] content() {
            return Camera.withExif(Camera.jpeg(), round());
        }
    },
    PNG_OF_BILLIONS(Inspected.Reason.TOO_MANY_PIXELS) {
        @Override
        byte[] content() {
            return png(60_000, 60_000, 8, 6, deflated(1_000_000));
        }
    },
    PNG_OF_THE_MOST_PIXELS(null) {
        @Override
        byte[] content() {
            return png(10_900, 10_900, 16, 6, deflated(950_000_000));
        }
    },
    PNG_WITH_FAR_TOO_MUCH_IN_IT(null) {
        @Override
        byte[] content() {
            return png(100, 100, 8, 6, deflated(1_000_000_000));
        }
    },
    PNG_WITH_PACKED_WORDS(null) {
        @Override
        byte[] content() {
            return Camera.withChunk(
                    Camera.png(BufferedImage.TYPE_3BYTE_BGR),
                    "zTXt",
                    joined("x\0\0".getBytes(StandardCharsets.US_ASCII), deflated(1_000_000_000)));
        }
    },
    PNG_OF_EMPTY_CHUNKS(null) {
        @Override
        byte[] content() {
            var empty = new ByteArrayOutputStream();
            IntStream.range(0, 500_000).forEach(_ -> chunk(empty, "IDAT", new byte[0]));
            var png = Camera.png(BufferedImage.TYPE_3BYTE_BGR);
            return joined(joined(Arrays.copyOf(png, 33), empty.toByteArray()), Arrays.copyOfRange(png, 33, png.length));
        }
    },
    GIF_OF_A_MILLION_FRAMES(Inspected.Reason.UNKNOWN_KIND) {
        @Override
        byte[] content() {
            return "GIF89a".concat("\0!\u00F9\4\0\0\0\0\0,".repeat(900_000)).getBytes(StandardCharsets.ISO_8859_1);
        }
    },
    TIFF(Inspected.Reason.UNKNOWN_KIND) {
        @Override
        byte[] content() {
            return "II*\0\10\0\0\0\377\377".getBytes(StandardCharsets.ISO_8859_1);
        }
    },
    HEIC(Inspected.Reason.UNKNOWN_KIND) {
        @Override
        byte[] content() {
            return "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        }
    },
    SVG(Inspected.Reason.UNKNOWN_KIND) {
        @Override
        byte[] content() {
            return "<!DOCTYPE svg [<!ENTITY a \"aaaa\">]><svg>&a;</svg>".getBytes(StandardCharsets.US_ASCII);
        }
    };

    private final Inspected.@Nullable Reason reason;

    HostilePicture(Inspected.@Nullable Reason reason) {
        this.reason = reason;
    }

    abstract byte[] content() throws IOException;

    /** Null when it may be taken, made anew. */
    Inspected.@Nullable Reason reason() {
        return reason;
    }

    /** Says of one pixel that it is packed by the last of 65,536 sets of codes, and tells each of them in twenty bits. */
    private static byte[] codes() {
        var out = new Bits();
        out.add(0x2F, 8);
        out.add(0, 14 + 14 + 1 + 3);
        out.add(0, 2);
        out.add(1, 1);
        out.add(0, 3);
        out.add(0, 1);
        IntStream.of(255, 255, 0, 0, 0).forEach(out::only);
        IntStream.range(0, 5 << 16).forEach(_ -> out.only(0));
        return out.end();
    }

    /** The same without its head, in place of what is told of transparency. */
    private static byte[] withAlpha(byte[] lossless) {
        var whole = Camera.WEBP_WITH_ALPHA;
        var at = new String(whole, StandardCharsets.ISO_8859_1).indexOf("ALPH");
        var length = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getInt(at + 4);
        var alpha = Arrays.copyOfRange(lossless, 4, lossless.length);
        alpha[0] = 1;
        var rest = Arrays.copyOfRange(whole, at + 8 + length + length % 2, whole.length);
        var bytes = joined(joined(Arrays.copyOf(whole, at), riff("ALPH", alpha)), rest);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4, bytes.length - 8);
        return bytes;
    }

    private static byte[] webp(String name, byte[] data) {
        var chunk = riff(name, data);
        var head = ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(4 + chunk.length)
                .put("WEBP".getBytes(StandardCharsets.US_ASCII));
        return joined(head.array(), chunk);
    }

    private static byte[] riff(String name, byte[] data) {
        return ByteBuffer.allocate(8 + data.length + data.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data)
                .array();
    }

    private static byte[] sized(byte[] jpeg, int side) {
        for (int at = 2; at < jpeg.length; at++) {
            if (jpeg[at] == (byte) 0xFF && (jpeg[at + 1] == (byte) 0xC0 || jpeg[at + 1] == (byte) 0xC2)) {
                ByteBuffer.wrap(jpeg).putShort(at + 5, (short) side).putShort(at + 7, (short) side);
                return jpeg;
            }
        }
        throw new IllegalArgumentException("no frame");
    }

    private static byte[] scans(int count) throws IOException {
        var jpeg = sized(Camera.progressive(), 4_000);
        var text = new String(jpeg, StandardCharsets.ISO_8859_1);
        var last = text.lastIndexOf("\u00FF\u00DA");
        var scan = Arrays.copyOfRange(jpeg, last, jpeg.length - 2);
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, jpeg.length - 2);
        IntStream.range(0, count).forEach(_ -> out.writeBytes(scan));
        out.write(jpeg, jpeg.length - 2, 2);
        return out.toByteArray();
    }

    /** A directory that says of itself that it is followed by itself. */
    private static byte[] round() {
        return ByteBuffer.allocate(8 + 2 + 12 + 4)
                .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x8769)
                .putShort((short) 4)
                .putInt(1)
                .putInt(8)
                .putInt(8)
                .array();
    }

    private static byte[] png(int width, int height, int depth, int type, byte[] packed) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(HexFormat.of().parseHex("89504e470d0a1a0a"));
        var header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put((byte) type);
        chunk(out, "IHDR", header.array());
        chunk(out, "IDAT", packed);
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] data) {
        var named = joined(name.getBytes(StandardCharsets.US_ASCII), data);
        var crc = new CRC32();
        crc.update(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static byte[] deflated(int zeros) {
        var out = new ByteArrayOutputStream();
        try (var packed = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED))) {
            var some = new byte[1_000_000];
            for (int left = zeros; left > 0; left -= some.length) {
                packed.write(some, 0, Math.min(left, some.length));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** From the lowest to the highest of each byte. */
    private static final class Bits {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private long kept;
        private int count;

        void add(long value, int bits) {
            kept |= value << count;
            for (count += bits; count >= 8; count -= 8) {
                out.write((int) kept);
                kept >>>= 8;
            }
        }

        /** A code of one symbol, which takes no bits then. */
        void only(int symbol) {
            add(1, 2);
            add(symbol < 2 ? 0 : 1, 1);
            add(symbol, symbol < 2 ? 1 : 8);
        }

        byte[] end() {
            add(0, 7);
            return out.toByteArray();
        }
    }
}
