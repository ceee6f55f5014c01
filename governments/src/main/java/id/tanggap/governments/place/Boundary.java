package id.tanggap.governments.place;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The outline of a district: polygons, each a list of rings of which the first is the outer one and the others are
 * holes. A ring ends with the point it began with.
 */
public record Boundary(List<List<List<Point>>> polygons) {
    private static final double METRES_PER_DEGREE = 111_200;

    /** In degrees, WGS 84. */
    public record Point(double longitude, double latitude) {}

    /** From the point to the nearest part of the district, true for some kilometres; 0 within it. */
    double metresFrom(Point point) {
        var inside = sides().filter(side -> side.isRightOf(point)).count() % 2 == 1;
        return inside
                ? 0
                : sides().mapToDouble(side -> side.metresFrom(point)).min().orElse(Double.MAX_VALUE);
    }

    private Stream<Side> sides() {
        return polygons.stream()
                .flatMap(List::stream)
                .flatMap(ring -> IntStream.range(1, ring.size()).mapToObj(i -> new Side(ring.get(i - 1), ring.get(i))));
    }

    private record Side(Point from, Point to) {

        /** Whether a line from the point to the east crosses it. */
        boolean isRightOf(Point point) {
            var height = point.latitude() - from.latitude();
            var share = height / (to.latitude() - from.latitude());
            return (from.latitude() > point.latitude()) != (to.latitude() > point.latitude())
                    && point.longitude() < from.longitude() + share * (to.longitude() - from.longitude());
        }

        double metresFrom(Point point) {
            var squeezed = Math.cos(Math.toRadians(point.latitude()));
            var x = (to.longitude() - from.longitude()) * squeezed;
            var y = to.latitude() - from.latitude();
            var east = (point.longitude() - from.longitude()) * squeezed;
            var north = point.latitude() - from.latitude();
            var length = x * x + y * y;
            var along = length == 0 ? 0 : Math.clamp((east * x + north * y) / length, 0, 1);
            return Math.hypot(east - along * x, north - along * y) * METRES_PER_DEGREE;
        }
    }
}
