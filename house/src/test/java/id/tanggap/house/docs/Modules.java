package id.tanggap.house.docs;

import id.tanggap.house.Checkout;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rooms of the house and who stands on which, as the POMs say. */
public record Modules(List<String> names, List<Need> needs) {

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern OF_OURS = Pattern.compile(
            "<dependency>\\s*<groupId>id\\.tanggap</groupId>\\s*<artifactId>([^<]+)</artifactId>(.*?)</dependency>",
            Pattern.DOTALL);
    private static final int NAME_WIDTH = 22;

    /**
     * That one room stands on another.
     *
     * @param inTests whether only its tests do
     */
    public record Need(String room, String ground, boolean inTests) {}

    /** In the order of the root POM. */
    public static Modules read() {
        var poms = new LinkedHashMap<String, String>();
        MODULE.matcher(Checkout.read("pom.xml"))
                .results()
                .map(module -> module.group(1))
                .forEach(module -> poms.put(module, Checkout.read(module + "/pom.xml")));
        return of(poms);
    }

    static Modules of(Map<String, String> poms) {
        return new Modules(
                List.copyOf(poms.keySet()),
                poms.entrySet().stream()
                        .flatMap(pom -> needs(pom.getKey(), pom.getValue()))
                        .toList());
    }

    /** Those that run for an office, with a database each. */
    public List<String> services() {
        return names.stream().filter(Modules::isService).toList();
    }

    /** The rooms that services are delivered with, those that most stand on first, then those under these. */
    public List<String> ground() {
        var used = mostUsed(needs.stream().filter(need -> isService(need.room()) && !need.inTests()));
        return distinct(used, mostUsed(needs.stream().filter(need -> used.contains(need.room()) && !need.inTests())));
    }

    /** Who stands on what: a row for each room, a column for each that something stands on. */
    String picture() {
        var columns = distinct(ground(), mostUsed(needs.stream()));
        return Stream.concat(
                        Stream.of(row("", columns, Function.identity())),
                        distinct(services(), names).stream()
                                .map(room -> row(room, columns, column -> mark(room, column))))
                .collect(Collectors.joining("", "```\n", "```\n"));
    }

    private String mark(String room, String column) {
        return needs.stream()
                .filter(need -> need.room().equals(room) && need.ground().equals(column))
                .findFirst()
                .map(need -> need.inTests() ? "tests" : "■")
                .orElse("");
    }

    private static Stream<Need> needs(String room, String pom) {
        return OF_OURS.matcher(pom)
                .results()
                .map(need -> new Need(room, need.group(1), need.group(2).contains("<scope>test</scope>")));
    }

    private static boolean isService(String module) {
        return module.endsWith("-service");
    }

    private static List<String> mostUsed(Stream<Need> needs) {
        return needs.collect(Collectors.groupingBy(Need::ground, Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> distinct(Collection<String> first, Collection<String> then) {
        return Stream.concat(first.stream(), then.stream()).distinct().toList();
    }

    private static String row(String name, List<String> columns, Function<String, String> cell) {
        var cells = columns.stream()
                .map(column -> padded(cell.apply(column), column.length()))
                .collect(Collectors.joining("  "));
        return (padded(name, NAME_WIDTH) + cells).stripTrailing() + "\n";
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
