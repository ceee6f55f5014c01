package id.tanggap.file.content;

import id.tanggap.file.content.Inspected.Passed;
import id.tanggap.file.content.Inspected.Reason;
import id.tanggap.file.content.Inspected.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/**
 * Looks into files of strangers. A picture is made anew from its pixels, upright, so that nothing else of it is left: no
 * position, no camera, no second file hung on behind. To be called where blocking is allowed; takes a second for a photo
 * and up to a hundred megabytes, and makes others wait so that it stays at that.
 */
public final class Inspection {
    /** Made anew a picture may be a little larger; what is much larger was packed to become so. */
    private static final int MOST_GROWTH = 2;

    private final int mostBytes;
    private final Semaphore free;

    /**
     * @param mostBytes of a file
     * @param atOnce how many are looked into at a time
     */
    public Inspection(int mostBytes, int atOnce) {
        this.mostBytes = mostBytes;
        this.free = new Semaphore(atOnce);
    }

    /** It is not in memory while others are looked into. */
    public Inspected of(Path file) throws IOException {
        if (Files.size(file) > mostBytes) {
            return new Refused(Reason.TOO_LARGE);
        }
        free.acquireUninterruptibly();
        try {
            return inspect(Files.readAllBytes(file));
        } finally {
            free.release();
        }
    }

    /** The content stays as it is. */
    public Inspected of(byte[] content) {
        if (content.length > mostBytes) {
            return new Refused(Reason.TOO_LARGE);
        }
        free.acquireUninterruptibly();
        try {
            return inspect(content);
        } finally {
            free.release();
        }
    }

    private Inspected inspect(byte[] content) {
        var kind = Kind.of(content);
        try {
            return kind.isPresent() ? inspect(kind.get(), content) : new Refused(Reason.UNKNOWN_KIND);
        } catch (IOException | RuntimeException broken) {
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
        };
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
                : new Passed(target, packed, exif.position(), picture.size().stride() > 1);
    }
}
