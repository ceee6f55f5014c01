package id.tanggap.intake.conversation;

import static java.util.Objects.requireNonNull;

import id.tanggap.intake.conversation.Hearing.Heard.Something;
import id.tanggap.intake.conversation.script.Said;
import id.tanggap.intake.conversation.script.Said.Told;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was said in one go: words, files and places that follow each other are one, as an album is one complaint.
 *
 * @param of the events that it came in, at least one
 */
record Gathering(Said said, List<Something> of) {

    static List<Gathering> of(List<Something> heard) {
        var all = new ArrayList<Gathering>();
        for (var next : heard) {
            if (!all.isEmpty() && all.getLast().said() instanceof Told before && next.said() instanceof Told more) {
                all.add(all.removeLast().and(next, joined(before, more)));
            } else {
                all.add(new Gathering(next.said(), List.of(next)));
            }
        }
        return all;
    }

    private Gathering and(Something next, Told both) {
        return new Gathering(both, Stream.concat(of.stream(), Stream.of(next)).toList());
    }

    private static Told joined(Told before, Told more) {
        var text = Stream.of(before.text(), more.text())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n"));
        var notes = new HashSet<>(before.notes());
        notes.addAll(more.notes());
        return new Told(
                text,
                Stream.concat(before.tickets().stream(), more.tickets().stream())
                        .toList(),
                more.point() == null ? before.point() : more.point(),
                notes);
    }

    /** As it is kept to be read again. */
    Entry entry(Something one) {
        return switch (one.said()) {
            case Told told
            when told.point() != null ->
                Entry.told("📍 " + place(told), told.tickets().size());
            case Told told ->
                Entry.told(
                        told.text(),
                        Math.max(told.tickets().size(), told.notes().size()));
            case Said.Ordered(var command, var text) -> Entry.told(text.isEmpty() ? command.name() : text, 0);
            case Said.Pressed(var choice) -> Entry.told(choice, 0);
        };
    }

    private static String place(Told told) {
        var point = requireNonNull(told.point());
        return point.label() == null ? point.lat() + ", " + point.lon() : point.label();
    }
}
