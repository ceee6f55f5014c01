package id.tanggap.house.sop;

import id.tanggap.house.Generated;
import id.tanggap.house.sop.SopFile.Row;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code docs/sop.md}: the events that begin and end each row of each SOP, who decides them, and which tests say so. */
final class SopPage {

    private static final String HEAD = """
            # From a row of the SOP to the code that decides it

            <!-- Found in the governments' sop.yaml and in the source. Do not edit; write anew with:
                 %s -->

            A row begins with one event and is done with another, as its line in the government's `sop.yaml` says; some end with
            a third before they are done. Whoever makes an event's record decides that it happened. So from a sentence of the SOP
            to its code it is three steps: the row, the event, the method; a fourth is the test beside it. When a row is due is
            counted by [clock-kit](../clock-kit/README.md), with each row as an example in
            [`SopRowsTest`](../clock-kit/src/test/java/id/tanggap/clock/SopRowsTest.java).
            """;

    private static final List<String> COLUMNS =
            List.of("kegiatan", "mutu baku", "begins with", "is done with", "or ends with");

    private final List<SopFile> sops;
    private final Deeds deeds;

    SopPage(List<SopFile> sops, Deeds deeds) {
        this.sops = sops;
        this.deeds = deeds;
    }

    String text() {
        return HEAD.formatted(Generated.COMMAND)
                + joined("", sops.stream().map(SopPage::chapter))
                + "\n## The events and who decides them\n"
                + joined("", events().map(this::event));
    }

    /** What a reader would look for in vain. */
    List<String> gaps() {
        return Stream.concat(sops.stream().flatMap(SopPage::rowGaps), events().flatMap(this::eventGaps))
                .toList();
    }

    private static Stream<String> rowGaps(SopFile sop) {
        return Stream.concat(
                sop.missingRows().stream().map(number -> "%s has no row %d".formatted(sop.path(), number)),
                sop.allRows()
                        .filter(row -> row.events().findAny().isEmpty())
                        .map(row -> "%s:%d begins and ends with nothing".formatted(sop.path(), row.line())));
    }

    private Stream<String> eventGaps(String event) {
        var made = deeds.of(event);
        return made.isEmpty()
                ? Stream.of("nobody decides " + event)
                : made.stream()
                        .filter(deed -> deeds.testsOf(deed, event).isEmpty())
                        .map(deed -> "no test beside %s names %s".formatted(deed.method(), event));
    }

    private static String chapter(SopFile sop) {
        return "\n## %s\n\n%s, SOP %s, in force since %s: %s\n\n"
                        .formatted(
                                sop.title(), sop.owner(), sop.number(), sop.effective(), file(sop.path(), sop.path()))
                + table("row", sop, sop.rows())
                + "\nWhat the SOP leaves unsaid and the file settles:\n\n"
                + table("step", sop, sop.unsaid());
    }

    private static String table(String first, SopFile sop, List<Row> rows) {
        return line(first, COLUMNS)
                + line("---", COLUMNS.stream().map(_ -> "---").toList())
                + joined(
                        "",
                        rows.stream().map(row -> line(file(row.label(), sop.path() + "#L" + row.line()), cells(row))));
    }

    private static List<String> cells(Row row) {
        return List.of(row.activity(), row.time(), links(row.begins()), links(row.done()), links(row.ends()));
    }

    /** Of all rows, each once. */
    private Stream<String> events() {
        return sops.stream()
                .flatMap(SopFile::allRows)
                .flatMap(Row::events)
                .distinct()
                .sorted();
    }

    private String event(String event) {
        var made = deeds.of(event);
        var tests = made.stream().flatMap(deed -> deeds.testsOf(deed, event).stream());
        return "\n### %s\n\nDecided by %s; tested by %s; told as [contracts](events.md#%s) say.\n"
                .formatted(
                        event,
                        joined(
                                ", ",
                                made.stream()
                                        .map(deed ->
                                                code(deed.method(), deed.file().path()))),
                        joined(", ", tests.map(test -> code(test.name(), test.path()))),
                        anchor(event));
    }

    private static String links(List<String> events) {
        return joined(", ", events.stream().map(event -> "[%s](#%s)".formatted(event, anchor(event))));
    }

    private static String anchor(String event) {
        return event.replace(".", "");
    }

    private static String code(String name, String path) {
        return file("`" + name + "`", path);
    }

    private static String file(String text, String path) {
        return "[%s](../%s)".formatted(text, path);
    }

    private static String line(String first, List<String> cells) {
        return "| " + first + " | " + String.join(" | ", cells) + " |\n";
    }

    private static String joined(String between, Stream<String> texts) {
        return texts.collect(Collectors.joining(between));
    }
}
