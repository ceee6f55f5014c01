package id.tanggap.governments.place;

import id.tanggap.governments.file.Reading;
import id.tanggap.governments.file.Section;
import id.tanggap.governments.place.Boundary.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the outlines of the districts (GeoJSON, RFC 7946), which YAML can read, too. Fields it does not use may stay. */
public final class BoundaryReader {

    public static final String FILE = "boundaries.geojson";

    private static final int SHORTEST_RING = 4;
    private static final double LAST_LONGITUDE = 180;
    private static final double LAST_LATITUDE = 90;
    private static final String RINGS = "closed rings of [longitude, latitude] in degrees";

    private final Reading reading;
    private final Map<String, District> districts;
    private final Map<String, Boundary> boundaries = new LinkedHashMap<>();

    public BoundaryReader(Reading reading, Map<String, District> districts) {
        this.reading = reading;
        this.districts = districts;
    }

    /** Null when there is no such file: a government may do without a map. */
    public @Nullable Boundaries read(String file) {
        if (!reading.exists(file)) {
            return null;
        }
        Section collection = reading.open(file);
        collection.allowOthers();
        only(collection, "FeatureCollection");
        String source = collection.text("source");
        int accuracy = collection.positive("accuracy", "metres, a whole number above 0");
        for (Section feature : collection.sections("features")) {
            readFeature(feature);
        }
        for (District district : districts.values()) {
            if (!boundaries.containsKey(district.code())) {
                collection.fault(
                        "features",
                        "lack " + district.code() + ", " + district.name(),
                        "every district of regions.yaml");
            }
        }
        return new Boundaries(source, accuracy, Map.copyOf(boundaries));
    }

    private static void only(Section section, String type) {
        section.value("type", type, type, text -> text.equals(type) ? text : null);
    }

    private void readFeature(Section feature) {
        feature.allowOthers();
        only(feature, "Feature");
        Section properties = feature.section("properties");
        properties.allowOthers();
        String code = properties.value(
                "code",
                "",
                "the code of a district in regions.yaml",
                text -> districts.isEmpty() || districts.containsKey(text) ? text : null);
        String name = properties.text("name");
        District district = districts.get(code);
        if (district != null && !name.isEmpty() && !name.equals(district.name())) {
            properties.fault("name", "\"" + name + "\" is not " + code, district.name() + " as in regions.yaml");
        }
        Section geometry = feature.section("geometry");
        geometry.allowOthers();
        if (boundaries.putIfAbsent(code, boundary(geometry)) != null && !code.isEmpty()) {
            properties.fault("code", "\"" + code + "\" is used twice", "each once");
        }
    }

    private static Boundary boundary(Section geometry) {
        boolean several = geometry.value("type", false, "Polygon or MultiPolygon", type -> switch (type) {
            case "Polygon" -> false;
            case "MultiPolygon" -> true;
            default -> null;
        });
        List<Node> nodes = geometry.list("coordinates", RINGS);
        List<List<List<Point>>> polygons = new ArrayList<>();
        if (several) {
            nodes.forEach(polygon -> polygons.add(rings(geometry, items(polygon))));
        } else {
            polygons.add(rings(geometry, nodes));
        }
        if (polygons.stream().anyMatch(List::isEmpty) || polygons.isEmpty()) {
            geometry.fault("coordinates", "hold an empty polygon", RINGS);
        }
        return new Boundary(List.copyOf(polygons));
    }

    private static List<List<Point>> rings(Section geometry, List<Node> nodes) {
        return nodes.stream().map(node -> ring(geometry, node)).toList();
    }

    private static List<Point> ring(Section geometry, Node node) {
        List<@Nullable Point> read =
                items(node).stream().<@Nullable Point>map(BoundaryReader::point).toList();
        List<Point> ring = read.stream().filter(Objects::nonNull).toList();
        if (ring.size() < read.size()) {
            geometry.fault(node, "coordinates", "hold what is no place on earth", RINGS);
        } else if (ring.size() < SHORTEST_RING) {
            geometry.fault(node, "coordinates", "hold a ring of fewer than four points", RINGS);
        } else if (!ring.getFirst().equals(ring.getLast())) {
            geometry.fault(node, "coordinates", "hold a ring that is not closed", RINGS);
        }
        return ring;
    }

    /** A height, which some programs write as a third number, is passed over. */
    private static @Nullable Point point(Node node) {
        List<Node> numbers = items(node);
        if (numbers.size() < 2) {
            return null;
        }
        double longitude = number(numbers.get(0));
        double latitude = number(numbers.get(1));
        boolean onEarth = Math.abs(longitude) <= LAST_LONGITUDE && Math.abs(latitude) <= LAST_LATITUDE;
        return onEarth ? new Point(longitude, latitude) : null;
    }

    private static double number(Node node) {
        try {
            return node instanceof ScalarNode scalar ? Double.parseDouble(scalar.getValue()) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static List<Node> items(Node node) {
        return node instanceof SequenceNode list ? list.getValue() : List.of();
    }
}
