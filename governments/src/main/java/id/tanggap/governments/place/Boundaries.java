package id.tanggap.governments.place;

import id.tanggap.governments.place.Boundary.Point;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the districts of a government lie.
 *
 * @param source whose work they are, to be named wherever they are shown
 * @param accuracy to how many metres the lines are true
 * @param ofDistricts by code; every district has one
 */
public record Boundaries(String source, int accuracy, Map<String, Boundary> ofDistricts) {

    /** The code of the nearest district, if the point lies in it as far as the lines are true; null when it lies outside. */
    public @Nullable String districtAt(Point point) {
        @Nullable String nearest = null;
        var least = (double) accuracy;
        for (var district : ofDistricts.entrySet()) {
            var metres = district.getValue().metresFrom(point);
            if (metres < least) {
                nearest = district.getKey();
                least = metres;
            }
        }
        return nearest;
    }
}
