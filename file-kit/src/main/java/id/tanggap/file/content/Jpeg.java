package id.tanggap.file.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Goes through a JPEG marker by marker up to its end; what is hung on behind is left there. */
final class Jpeg {
    private static final int SOF_BASELINE = 0xC0;
    private static final int SOF_PROGRESSIVE = 0xC2;
    private static final int DHT = 0xC4;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int DQT = 0xDB;
    private static final int DRI = 0xDD;
    /** JFIF and Adobe: they say how colours are written. */
    private static final int APP_JFIF = 0xE0;

    /** And XMP. */
    private static final int APP_EXIF = 0xE1;

    private static final int APP_ADOBE = 0xEE;

    private static final int MOST_PIXELS = 120_000_000;
    /** Of those that are unpacked as a whole, outside the heap, two bytes for each component of a pixel. */
    private static final int MOST_COMPONENTS_AT_ONCE = 48_000_000;

    private static final int MOST_SCANS = 100;
    /** Each scan goes over all pixels again: a dozen for the largest, as cameras and editors make them, in some seconds. */
    private static final long MOST_VISITS = 320_000_000;

    private final ByteBuffer in;
    private final ByteArrayOutputStream essence;
    private byte @Nullable [] exif;
    private byte @Nullable [] xmp;
    private int width;
    private int height;
    private int components;
    private int scans;
    /** Whether the decoder has to unpack all of it before it gives a row. */
    private boolean whole;

    private Jpeg(byte[] content) {
        in = ByteBuffer.wrap(content).position(2);
        essence = new ByteArrayOutputStream(content.length);
    }

    static Anatomy dissect(byte[] content) throws IOException {
        return new Jpeg(content).dissect();
    }

    private Anatomy dissect() throws IOException {
        essence.write(0xFF);
        essence.write(0xD8);
        for (var marker = marker(); marker != END; marker = marker()) {
            take(marker);
        }
        essence.write(0xFF);
        essence.write(END);
        if (scans == 0) {
            throw new IOException("no picture in it");
        }
        if (whole && (long) scans * width * height > MOST_VISITS) {
            throw new IOException("more scans than any camera makes of so many pixels");
        }
        var most = whole ? MOST_COMPONENTS_AT_ONCE / components : MOST_PIXELS;
        return new Anatomy(new Anatomy.Size(width, height, components, most), essence.toByteArray(), exif, xmp);
    }

    private void take(int marker) throws IOException {
        var from = in.position();
        var length = Short.toUnsignedInt(in.getShort());
        in.position(from + length);
        if (length < 2) {
            throw new IOException("a segment without length");
        }
        switch (marker) {
            case SOF_BASELINE, SOF_BASELINE + 1, SOF_PROGRESSIVE -> frame(marker, from);
            case APP_EXIF -> takeTold(from + 2);
            case SCAN -> scan(from);
            default -> {}
        }
        if (isOfThePixels(marker)) {
            keep(marker, from);
        }
    }

    private static boolean isOfThePixels(int marker) throws IOException {
        return switch (marker) {
            case SOF_BASELINE, SOF_BASELINE + 1, SOF_PROGRESSIVE, DHT, DQT, DRI, SCAN, APP_JFIF, APP_ADOBE -> true;
            default -> {
                if (marker > 0xC0 && marker < END) {
                    throw new IOException("packed in a way that no camera uses");
                }
                yield false;
            }
        };
    }

    private void frame(int marker, int at) throws IOException {
        if (components > 0) {
            throw new IOException("two pictures in one");
        }
        height = Short.toUnsignedInt(in.getShort(at + 3));
        width = Short.toUnsignedInt(in.getShort(at + 5));
        components = Byte.toUnsignedInt(in.get(at + 7));
        whole = marker == SOF_PROGRESSIVE;
    }

    private void scan(int at) throws IOException {
        if (components == 0) {
            throw new IOException("a scan before its frame");
        }
        // When the first scan tells of some components alone, the decoder collects them all.
        whole |= Byte.toUnsignedInt(in.get(at + 2)) < components;
        scans++;
        skipScan();
    }

    private void takeTold(int from) {
        var bytes = Arrays.copyOfRange(in.array(), from, in.position());
        if (!Exif.isMarked(bytes)) {
            xmp = xmp == null ? bytes : xmp;
        } else if (exif == null) {
            exif = bytes;
        }
    }

    /** Up to the next marker that is no part of it. */
    private void skipScan() throws IOException {
        if (scans > MOST_SCANS) {
            throw new IOException("more scans than any camera makes");
        }
        var array = in.array();
        var at = in.position();
        while (!(array[at] == (byte) 0xFF && endsScan(Byte.toUnsignedInt(array[at + 1])))) {
            at++;
        }
        in.position(at);
    }

    /** Neither a written 0xFF nor a point to start again from. */
    private static boolean endsScan(int marker) {
        return marker != 0 && (marker < 0xD0 || marker > 0xD7) && marker != 0xFF;
    }

    private int marker() throws IOException {
        if (Byte.toUnsignedInt(in.get()) != 0xFF) {
            throw new IOException("no marker where one has to be");
        }
        var marker = 0xFF;
        while (marker == 0xFF) {
            marker = Byte.toUnsignedInt(in.get());
        }
        return marker;
    }

    private void keep(int marker, int from) {
        essence.write(0xFF);
        essence.write(marker);
        essence.write(in.array(), from, in.position() - from);
    }
}
