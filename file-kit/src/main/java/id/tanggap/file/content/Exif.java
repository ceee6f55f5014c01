package id.tanggap.file.content;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.GpsDirectory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a camera wrote into its picture; of all that, how it was held and where it was. */
record Exif(Orientation orientation, @Nullable Position position) {
    private static final Exif NONE = new Exif(Orientation.UPRIGHT, null);
    private static final byte[] MARK = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    /** More than a camera can write into a JPEG. */
    private static final int MOST_BYTES = 1 << 16;

    /** Whether the mark is before it that JPEG asks for, and that others write too. */
    static boolean isMarked(byte[] bytes) {
        return bytes.length > MARK.length && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
    }

    static Exif read(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length > MOST_BYTES) {
            return NONE;
        }
        var metadata = new Metadata();
        new ExifReader().extract(new ByteArrayReader(bytes, isMarked(bytes) ? MARK.length : 0), metadata);
        return new Exif(orientation(metadata), position(metadata));
    }

    private static Orientation orientation(Metadata metadata) {
        var number = first(metadata, ExifIFD0Directory.class) instanceof ExifIFD0Directory camera
                ? camera.getInteger(ExifIFD0Directory.TAG_ORIENTATION)
                : null;
        return number == null ? Orientation.UPRIGHT : Orientation.of(number);
    }

    private static @Nullable Position position(Metadata metadata) {
        var location =
                first(metadata, GpsDirectory.class) instanceof GpsDirectory place ? place.getGeoLocation() : null;
        return location == null ? null : Position.of(location.getLatitude(), location.getLongitude());
    }

    private static @Nullable Directory first(Metadata metadata, Class<? extends Directory> type) {
        return metadata.getFirstDirectoryOfType(type);
    }
}
