package id.tanggap.file.content;

import org.jspecify.annotations.Nullable;

/**
 * Where a picture was taken, as its camera wrote it.
 *
 * @param lat north of the equator, in degrees to a tenth of a metre
 * @param lon east of Greenwich, likewise
 */
public record Position(double lat, double lon) {
    private static final double DIGITS = 1e6;

    /** Null for what lies nowhere on earth, and for 0/0, which cameras write that do not know. */
    static @Nullable Position of(double lat, double lon) {
        var known = Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat != 0 || lon != 0);
        return known ? new Position(rounded(lat), rounded(lon)) : null;
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * DIGITS) / DIGITS;
    }
}
