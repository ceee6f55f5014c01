package id.tanggap.house.sop;

import id.tanggap.house.Checkout;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One version of a government's SOP, as its file has it.
 *
 * @param path from the project's root
 * @param rows what the SOP's table shows, by number
 * @param unsaid the waits and decisions that it leaves unsaid, in the order of the file
 */
record SopFile(
        String path, String title, String owner, String number, String effective, List<Row> rows, List<Row> unsaid) {

    /** A comment tells of the rows that have no time: the procedure begins there, or ends. */
    private static final Pattern UNTIMED = Pattern.compile("\\b(\\d+) \\((mulai|selesai)\\)");

    /**
     * A row of the table, or a wait between two.
     *
     * @param label its number, or the id of its step when the table does not show it
     * @param time mutu baku; empty when it has none
     * @param line of the file
     */
    record Row(
            String label,
            String activity,
            String time,
            int line,
            List<String> begins,
            List<String> done,
            List<String> ends) {

        Stream<String> events() {
            return Stream.of(begins, done, ends).flatMap(List::stream);
        }

        int number() {
            return Integer.parseInt(label);
        }

        private boolean isShown() {
            return Character.isDigit(label.charAt(0));
        }
    }

    /** Of all governments, all versions that lie in their folders. */
    static List<SopFile> all() {
        return Checkout.files(".yaml").stream()
                .filter(path -> path.startsWith("governments/") && !path.startsWith("governments/src/"))
                .filter(path -> YamlSection.of(Checkout.read(path)).has("steps"))
                .map(path -> of(path, Checkout.read(path)))
                .toList();
    }

    static SopFile of(String path, String text) {
        var head = YamlSection.of(text);
        var steps = head.sections("steps").stream().map(SopFile::row).toList();
        return new SopFile(
                path,
                head.text("title"),
                head.text("owner"),
                head.text("number"),
                head.text("effective"),
                Stream.concat(
                                untimed(text, head.section("promise")),
                                steps.stream().filter(Row::isShown))
                        .sorted(Comparator.comparing(Row::number))
                        .toList(),
                steps.stream().filter(row -> !row.isShown()).toList());
    }

    /** The folder it lies in. */
    String government() {
        return path.split("/")[1];
    }

    Stream<Row> allRows() {
        return Stream.concat(rows.stream(), unsaid.stream());
    }

    /** The numbers that the table must have and the file does not tell of. */
    List<Integer> missingRows() {
        var numbers = rows.stream().map(Row::number).toList();
        return IntStream.rangeClosed(1, numbers.isEmpty() ? 1 : numbers.getLast())
                .boxed()
                .filter(number -> !numbers.contains(number))
                .toList();
    }

    private static Row row(YamlSection step) {
        var time = step.text("within") + " "
                + step.text("unit").toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Row(
                step.has("row") ? step.text("row") : step.text("id"),
                step.text("activity"),
                time,
                step.line(),
                step.texts("starts"),
                step.texts("completes"),
                step.texts("ends"));
    }

    private static Stream<Row> untimed(String text, YamlSection promise) {
        var lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(index -> lines.get(index).startsWith("#"))
                .boxed()
                .flatMap(index ->
                        UNTIMED.matcher(lines.get(index)).results().map(found -> untimed(found, index + 1, promise)));
    }

    /** The promise runs from the beginning of the procedure to its end, so these are what begins it and what meets it. */
    private static Row untimed(MatchResult found, int line, YamlSection promise) {
        return found.group(2).equals("mulai")
                ? new Row(found.group(1), "Mulai", "", line, promise.texts("starts"), List.of(), List.of())
                : new Row(found.group(1), "Selesai", "", line, List.of(), promise.texts("completes"), List.of());
    }
}
