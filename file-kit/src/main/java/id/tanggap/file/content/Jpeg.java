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

    private static final int APP_EXIF = 0xE1;
    private static final int APP_ADOBE = 0xEE;

    private static final int MOST_PIXELS = 120_000_000;
    /** A progressive one is unpacked as a whole, outside the heap. */
    private static final int MOST_PROGRESSIVE_PIXELS = 24_000_000;
    /** Each scan of a progressive one goes over all pixels again. */
    private static final int MOST_SCANS = 100;

    private final ByteBuffer in;
    private final ByteArrayOutputStream essence;
    private Anatomy.@Nullable Size size;
    private byte @Nullable [] exif;
    private int scans;

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
        if (size == null || scans == 0) {
            throw new IOException("no picture in it");
        }
        return new Anatomy(size, essence.toByteArray(), exif);
    }

    private void take(int marker) throws IOException {
        var from = in.position();
        var length = Short.toUnsignedInt(in.getShort());
        in.position(from + length);
        if (length < 2) {
            throw new IOException("a segment without length");
        }
        switch (marker) {
            case SOF_BASELINE, SOF_BASELINE + 1, SOF_PROGRESSIVE -> size = size(marker, from);
            case APP_EXIF -> takeExif(from + 2);
            case SCAN -> {
                scans++;
                skipScan();
            }
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

    private Anatomy.Size size(int marker, int at) throws IOException {
        if (size != null) {
            throw new IOException("two pictures in one");
        }
        var most = marker == SOF_PROGRESSIVE ? MOST_PROGRESSIVE_PIXELS : MOST_PIXELS;
        return new Anatomy.Size(
                Short.toUnsignedInt(in.getShort(at + 5)),
                Short.toUnsignedInt(in.getShort(at + 3)),
                Byte.toUnsignedInt(in.get(at + 7)),
                most);
    }

    private void takeExif(int from) {
        var bytes = Arrays.copyOfRange(in.array(), from, in.position());
        if (exif == null && Exif.isMarked(bytes)) {
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
