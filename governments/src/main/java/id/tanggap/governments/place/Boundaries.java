package id.tanggap.governments.place;

import id.tanggap.governments.place.Boundary.Point;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Where the districts of a government lie. */
public final class Boundaries {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    /** On a meridian; along the equator nearly as many. */
    private static final double METRES_PER_DEGREE = 111_000;

    private final String source;
    private final int accuracy;
    private final Map<String, Boundary> ofDistricts;
    private final Geometry area;

    /**
     * @param source whose work they are, to be named wherever they are shown
     * @param accuracy to how many metres the lines are true
     * @param ofDistricts by code; every district has one
     */
    public Boundaries(String source, int accuracy, Map<String, Boundary> ofDistricts) {
        this.source = source;
        this.accuracy = accuracy;
        this.ofDistricts = ofDistricts;
        this.area = GEOMETRY.buildGeometry(ofDistricts.values().stream()
                .flatMap(boundary -> boundary.polygons().stream())
                .map(Boundaries::polygon)
                .toList());
    }

    public String source() {
        return source;
    }

    public int accuracy() {
        return accuracy;
    }

    public Map<String, Boundary> ofDistricts() {
        return ofDistricts;
    }

    /** Whether it lies in one of the districts, or so near that the lines cannot tell. */
    public boolean hold(Point point) {
        var place = GEOMETRY.createPoint(coordinate(point));
        return area.isWithinDistance(place, accuracy / METRES_PER_DEGREE);
    }

    private static Polygon polygon(List<List<Point>> rings) {
        return GEOMETRY.createPolygon(
                ring(rings.getFirst()),
                rings.stream().skip(1).map(Boundaries::ring).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(List<Point> points) {
        return GEOMETRY.createLinearRing(
                points.stream().map(Boundaries::coordinate).toArray(Coordinate[]::new));
    }

    private static Coordinate coordinate(Point point) {
        return new Coordinate(point.longitude(), point.latitude());
    }
}
