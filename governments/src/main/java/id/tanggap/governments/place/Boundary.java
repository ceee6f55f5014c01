package id.tanggap.governments.place;

import java.util.List;

/**
 * The outline of a district: polygons, each a list of rings of which the first is the outer one and the others are
 * holes. A ring ends with the point it began with.
 */
public record Boundary(List<List<List<Point>>> polygons) {

    /** In degrees, WGS 84. */
    public record Point(double longitude, double latitude) {}
}
