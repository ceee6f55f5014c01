package id.tanggap.file.content;

import id.tanggap.file.apart.Worker;
import id.tanggap.file.content.Inspected.Passed;
import id.tanggap.file.content.Inspected.Reason;
import id.tanggap.file.content.Inspected.Refused;
import id.tanggap.file.sound.Ogg;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Looks into a file of a stranger here and now. A picture is made anew from its pixels, upright, so that nothing else of it is
 * left: no position, no camera, no second file hung on behind.
 *
 * @param mostBytes of a file
 */
record Examination(int mostBytes) {
    /** Made anew a picture may be a little larger; what is much larger was packed to become so. */
    private static final int MOST_GROWTH = 2;

    /**
     * A process that looks into one file and nothing else: the file comes in, and what it is now goes out.
     *
     * @param mostBytes in digits
     */
    public static void main(String[] mostBytes) throws IOException {
        try (var out = Worker.begin()) {
            Verdict.write(out, new Examination(Integer.parseInt(mostBytes[0])).of(System.in.readAllBytes()));
        }
    }

    /** The content stays as it is. */
    Inspected of(byte[] content) {
        if (content.length > mostBytes) {
            return new Refused(Reason.TOO_LARGE);
        }
        var kind = Kind.of(content);
        try {
            return kind.isPresent() ? inspect(kind.get(), content) : new Refused(Reason.UNKNOWN_KIND);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            // Whatever a reader throws at bytes of a stranger, it says that they are no such file.
            return new Refused(Reason.BROKEN);
        }
    }

    private Inspected inspect(Kind kind, byte[] content) throws IOException {
        return switch (kind) {
            case JPEG -> madeAnew(kind, Jpeg.dissect(content));
            case PNG -> madeAnew(kind, Png.dissect(content));
            case WEBP -> madeAnew(kind, Webp.dissect(content));
            case PDF -> new Passed(kind, Pdf.whole(content), null, false);
            case OGG -> new Passed(kind, Ogg.voice(content), null, false);
        };
    }

    private static @Nullable Position position(Exif exif, Anatomy picture) {
        return exif.position() == null ? Position.ofXmp(picture.xmp()) : exif.position();
    }

    private Inspected madeAnew(Kind kind, Anatomy picture) throws IOException {
        if (picture.size().isFlood()) {
            return new Refused(Reason.TOO_MANY_PIXELS);
        }
        var exif = Exif.read(picture.exif());
        var pixels = exif.orientation().turn(Codec.unpack(kind, picture));
        var target = kind != Kind.WEBP ? kind : pixels.getColorModel().hasAlpha() ? Kind.PNG : Kind.JPEG;
        var packed = Codec.pack(target, pixels, MOST_GROWTH * mostBytes);
        return packed == null
                ? new Refused(Reason.TOO_MANY_PIXELS)
                : new Passed(
                        target, packed, position(exif, picture), picture.size().stride() > 1);
    }
}
