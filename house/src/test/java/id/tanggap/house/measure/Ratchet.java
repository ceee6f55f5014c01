package id.tanggap.house.measure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * The best that was reached, which is not given up again. A figure above it is red. A figure below it is good news, and two
 * branches that each bring some should not make each other red: it is told, and taken over by the switch that writes the
 * pages. Only a record that is more than a tenth behind, and more than one, is red, so that it cannot be forgotten.
 *
 * <p>To allow more again is an edit by hand that a reviewer sees.
 */
record Ratchet(Map<String, Integer> reached) {

    private static final String HEAD = """
            # The best that was reached; less is better. Written by the switch that writes the pages, which never allows more.
            """;

    static Ratchet read(String text) {
        return new Ratchet(text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> Integer.valueOf(parts[1]))));
    }

    /** What is worse than was reached, or was never recorded. */
    List<String> worse(Map<String, Integer> figures) {
        return told(figures, (reached, figure) -> figure > reached);
    }

    /** What is better. */
    List<String> better(Map<String, Integer> figures) {
        return told(figures, (reached, figure) -> figure < reached);
    }

    /** What is so much better that the record says nothing any more. */
    List<String> forgotten(Map<String, Integer> figures) {
        return told(figures, (reached, figure) -> reached - figure > Math.max(1, reached / 10));
    }

    /** The record with what is better taken over; what is new begins with its figure. */
    String tightened(Map<String, Integer> figures) {
        var best = new TreeMap<>(figures);
        best.replaceAll((name, figure) -> Math.min(figure, reached.getOrDefault(name, figure)));
        return best.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining("", HEAD, ""));
    }

    private List<String> told(Map<String, Integer> figures, BiPredicate<Integer, Integer> is) {
        return figures.entrySet().stream()
                .filter(figure -> is.test(reached.getOrDefault(figure.getKey(), 0), figure.getValue()))
                .map(figure -> "%s is %d, reached was %d"
                        .formatted(figure.getKey(), figure.getValue(), reached.getOrDefault(figure.getKey(), 0)))
                .toList();
    }
}
