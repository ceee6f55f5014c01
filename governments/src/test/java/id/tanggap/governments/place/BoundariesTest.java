package id.tanggap.governments.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.governments.ImaginedGovernment;
import id.tanggap.governments.place.Boundary.Point;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

class BoundariesTest {

    private static final GeometryFactory PLANE = new GeometryFactory();
    private static final double KM_PER_DEGREE = 111.2;

    @ParameterizedTest
    @ValueSource(strings = {"surakarta", "karanganyar"})
    void outlinesEveryDistrictWithoutCrossings(String id) {
        Government government = shipped(id);
        Map<String, Geometry> outlines = outlines(government);

        assertThat(outlines.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        government.districts().stream().map(District::code).toList());
        assertThat(outlines)
                .allSatisfy((code, outline) ->
                        assertThat(outline.isValid()).as(code).isTrue());
        assertThat(boundaries(government).source()).contains("MIT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"surakarta", "karanganyar"})
    void goesRoundTheOuterRingsCounterClockwise(String id) {
        assertThat(outlines(shipped(id))).allSatisfy((code, outline) -> {
            for (int i = 0; i < outline.getNumGeometries(); i++) {
                Polygon polygon = (Polygon) outline.getGeometryN(i);
                assertThat(Orientation.isCCW(polygon.getExteriorRing().getCoordinates()))
                        .as(code)
                        .isTrue();
            }
        });
    }

    /**
     * The source simplified every region by itself, so neighbours differ along their border; but by no more than this
     * share of the whole, or a district is misplaced.
     */
    @ParameterizedTest
    @CsvSource({"surakarta, 0.0005", "karanganyar, 0.02"})
    void keepsDistrictsApart(String id, double most) {
        List<Geometry> outlines = List.copyOf(outlines(shipped(id)).values());
        double all = outlines.stream().mapToDouble(Geometry::getArea).sum();
        double shared = 0;
        for (int i = 0; i < outlines.size(); i++) {
            for (Geometry other : outlines.subList(i + 1, outlines.size())) {
                shared += outlines.get(i).intersection(other).getArea();
            }
        }

        assertThat(shared / all).isLessThan(most);
    }

    /** Areas in square kilometres as the statistical offices give them. */
    @ParameterizedTest
    @CsvSource({"surakarta, 46.72, 0.5", "karanganyar, 773.78, 3"})
    void coversTheAreaOfTheGovernment(String id, double area, double percent) {
        double degrees = outlines(shipped(id)).values().stream()
                .reduce(Geometry::union)
                .orElseThrow()
                .getArea();

        assertThat(degrees * KM_PER_DEGREE * KM_PER_DEGREE * Math.cos(Math.toRadians(7.6)))
                .isCloseTo(area, withinPercentage(percent));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        surakarta,   Balai Kota,             110.8291, -7.5692, 33.72.03
        surakarta,   Stadion Manahan,        110.8065, -7.5556, 33.72.05
        surakarta,   Stasiun Purwosari,      110.7962, -7.5617, 33.72.01
        surakarta,   Universitas Sebelas Maret, 110.8560, -7.5590, 33.72.04
        karanganyar, Alun-alun Karanganyar,  110.9507, -7.5961, 33.13.09
        karanganyar, Candi Cetho,            111.1577, -7.5955, 33.13.17
        karanganyar, Candi Sukuh,            111.1313, -7.6274, 33.13.07
        karanganyar, Pasar Colomadu,         110.7500, -7.5330, 33.13.12
        """)
    void findsAKnownPlaceInItsDistrict(
            String government, String place, double longitude, double latitude, String district) {
        var point = PLANE.createPoint(new Coordinate(longitude, latitude));

        assertThat(outlines(shipped(government)).entrySet())
                .filteredOn(outline -> outline.getValue().contains(point))
                .extracting(Map.Entry::getKey)
                .as(place)
                .containsExactly(district);
    }

    @ParameterizedTest
    @ValueSource(strings = {"surakarta", "karanganyar"})
    void tellsInWhichDistrictAPointLiesAsGeometryDoes(String id) {
        Government government = shipped(id);
        Boundaries boundaries = boundaries(government);
        Map<String, Geometry> outlines = outlines(government);
        var random = new SplittableRandom(1);
        for (int i = 0; i < 2_000; i++) {
            var at = new Point(random.nextDouble(110.6, 111.3), random.nextDouble(-7.9, -7.4));
            var point = PLANE.createPoint(new Coordinate(at.longitude(), at.latitude()));
            var found = boundaries.districtAt(at);
            var within = outlines.entrySet().stream()
                    .filter(outline -> outline.getValue().contains(point))
                    .map(Map.Entry::getKey)
                    .toList();
            if (!within.isEmpty()) {
                assertThat(found).as("%s", at).isIn(within);
            } else if (found != null) {
                assertThat(Objects.requireNonNull(outlines.get(found)).distance(point))
                        .as("%s", at)
                        .isLessThan(boundaries.accuracy() / 100_000.0);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        138.59, -2.19, 99.01.01
        138.05, -2.19, 99.01.01
        138.11, -2.09, -
        138.35, -2.15, 99.01.02
        138.35, -2.2008, 99.01.02
        138.35, -2.2010, -
        0, 0, -
        """)
    void tellsWhatLiesOutside(double longitude, double latitude, String code) {
        Boundaries gerbang = boundaries(gerbang(ImaginedGovernment.original()));

        assertThat(gerbang.districtAt(new Point(longitude, latitude))).isEqualTo(code);
    }

    @Test
    void readsPartsAndHolesAndPassesOverWhatOtherProgramsAdd() {
        Boundaries gerbang = boundaries(gerbang(ImaginedGovernment.original()));
        Boundary upper = Objects.requireNonNull(gerbang.ofDistricts().get("99.01.01"));

        assertThat(upper.polygons()).extracting(List::size).containsExactly(2, 1);
        assertThat(gerbang.accuracy()).isEqualTo(100);
        assertThat(upper.polygons().get(1).getFirst().getFirst()).isEqualTo(new Point(138.5, -2.2));
    }

    @Test
    void letsAGovernmentDoWithout(@TempDir Path directory) {
        ImaginedGovernment pack = ImaginedGovernment.copiedTo(directory).without("gerbang/boundaries.geojson");

        assertThat(gerbang(pack.directory()).boundaries()).isNull();
    }

    private static Map<String, Geometry> outlines(Government government) {
        Map<String, Geometry> outlines = new TreeMap<>();
        boundaries(government)
                .ofDistricts()
                .forEach((code, boundary) -> outlines.put(
                        code,
                        PLANE.createMultiPolygon(boundary.polygons().stream()
                                .map(BoundariesTest::polygon)
                                .toArray(Polygon[]::new))));
        return outlines;
    }

    private static Polygon polygon(List<List<Point>> rings) {
        LinearRing[] drawn = rings.stream().map(BoundariesTest::ring).toArray(LinearRing[]::new);
        LinearRing[] holes = List.of(drawn).subList(1, drawn.length).toArray(LinearRing[]::new);
        return PLANE.createPolygon(drawn[0], holes);
    }

    private static LinearRing ring(List<Point> points) {
        return PLANE.createLinearRing(points.stream()
                .map(point -> new Coordinate(point.longitude(), point.latitude()))
                .toArray(Coordinate[]::new));
    }

    private static Boundaries boundaries(Government government) {
        return Objects.requireNonNull(government.boundaries());
    }

    private static Government gerbang(Path directory) {
        return Objects.requireNonNull(Governments.load(directory).find("gerbang"));
    }

    private static Government shipped(String id) {
        return Objects.requireNonNull(Governments.load(null).find(id));
    }
}
