package id.tanggap.file.content;

import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a picture was taken, as its camera wrote it.
 *
 * @param lat north of the equator, in degrees to a tenth of a metre
 * @param lon east of Greenwich, likewise
 */
public record Position(double lat, double lon) {
    private static final double DIGITS = 1e6;
    /** More than XMP in a JPEG can have. */
    private static final int MOST_BYTES = 1 << 16;

    /** Degrees, minutes and, if the minutes are whole, seconds: {@code 7,33.9673S}, as attribute or as element. */
    private static final String DEGREES =
            "\\s{0,9}(?:=\\s{0,9}[\"']|>\\s{0,9})(\\d{1,3}),(\\d{1,2}(?:\\.\\d{1,12})?)(?:,(\\d{1,2}(?:\\.\\d{1,12})?))?([%s])";

    private static final Pattern LATITUDE = Pattern.compile(":GPSLatitude" + DEGREES.formatted("NS"));
    private static final Pattern LONGITUDE = Pattern.compile(":GPSLongitude" + DEGREES.formatted("EW"));

    /** Null for what lies nowhere on earth, and for 0/0, which cameras write that do not know. */
    static @Nullable Position of(double lat, double lon) {
        var known = Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat != 0 || lon != 0);
        return known ? new Position(rounded(lat), rounded(lon)) : null;
    }

    /** As programs repeat it in XMP; null when they do not, or in other words. */
    static @Nullable Position ofXmp(byte @Nullable [] xmp) {
        if (xmp == null || xmp.length > MOST_BYTES) {
            return null;
        }
        var text = new String(xmp, StandardCharsets.UTF_8);
        var lat = LATITUDE.matcher(text);
        var lon = LONGITUDE.matcher(text);
        return lat.find() && lon.find() ? of(degrees(lat), degrees(lon)) : null;
    }

    private static double degrees(MatchResult written) {
        var seconds = written.group(3) == null ? 0 : Double.parseDouble(written.group(3));
        var minutes = Double.parseDouble(written.group(2)) + seconds / 60;
        var degrees = Integer.parseInt(written.group(1)) + minutes / 60;
        return "SW".contains(written.group(4)) ? -degrees : degrees;
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * DIGITS) / DIGITS;
    }
}
