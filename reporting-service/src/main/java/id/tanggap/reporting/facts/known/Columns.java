package id.tanggap.reporting.facts.known;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.wire.Envelope;
import id.tanggap.messaging.Rows;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.reporting.facts.known.Merge.Own;
import id.tanggap.reporting.facts.known.Merge.With;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a topic tells of a complaint: each column with its name, what two tellings of it come to, and what an
 * event says of it.
 *
 * @param facts as rows; the other columns are words
 */
record Columns<E extends Event>(Class<E> topic, String table, List<Column<E>> all, Rows<Known> facts) {
    static final Rows<Known> KEY = Rows.of(Known.class).uuid("complaint_id", Known::complaint);

    /** What an event says of one column; null when it says nothing. */
    interface Telling<E, V> {
        @Nullable
        V of(E told, Envelope by);
    }

    record Column<E>(String name, Merge merge, Telling<E, ?> telling, boolean isWord) {}

    /** None yet of the facts that such events tell. */
    static <E extends Event> Columns<E> of(Class<E> topic) {
        return in("complaint_fact", topic);
    }

    /** None yet of another table. */
    static <E extends Event> Columns<E> in(String table, Class<E> topic) {
        return new Columns<>(topic, table, List.of(), KEY.text("government", Known::government));
    }

    /** What this kind of event alone tells. */
    static <E extends Event, K extends E, V> Telling<E, V> on(Class<K> kind, Function<K, @Nullable V> part) {
        return (told, _) -> kind.isInstance(told) ? part.apply(kind.cast(told)) : null;
    }

    Columns<E> text(String name, Merge merge, Telling<E, String> telling) {
        return with(name, merge, telling, facts.text(name, known -> known.get(name, String.class)));
    }

    /** To the microsecond, as the table keeps it. */
    Columns<E> time(String name, Merge merge, Telling<E, Instant> telling) {
        Telling<E, Instant> kept = (told, by) -> {
            var at = telling.of(told, by);
            return at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
        };
        return with(name, merge, kept, facts.time(name, known -> known.get(name, Instant.class)));
    }

    Columns<E> date(String name, Merge merge, Telling<E, LocalDate> telling) {
        return with(name, merge, telling, facts.date(name, known -> known.get(name, LocalDate.class)));
    }

    Columns<E> number(String name, Merge merge, Telling<E, Integer> telling) {
        return with(name, merge, telling, facts.number(name, known -> known.get(name, Integer.class)));
    }

    Columns<E> flag(String name, Merge merge, Telling<E, Boolean> telling) {
        return with(name, merge, telling, facts.flag(name, known -> known.get(name, Boolean.class)));
    }

    Columns<E> numbers(String name, Merge merge, Telling<E, List<Integer>> telling) {
        return with(name, merge, telling, facts.numbers(name, known -> known.list(name)));
    }

    /** How many such events there were. */
    Columns<E> count(String name, Class<? extends E> kind) {
        return with(name, Own.SUM, on(kind, _ -> 1), facts.number(name, known -> known.count(name)));
    }

    /** An element for each telling. */
    Columns<E> list(String name, Telling<E, String> telling) {
        Telling<E, List<String>> one = (told, by) -> {
            var element = telling.of(told, by);
            return element == null ? null : List.of(element);
        };
        return with(name, Own.APPENDED, one, facts.texts(name, known -> known.list(name)));
    }

    /** Kept apart from the facts; all words of a topic stand with the same of them. */
    Columns<E> words(String name, With merge, Telling<E, String> telling) {
        return new Columns<>(topic, table, and(new Column<>(name, merge, telling, true)), facts);
    }

    private Columns<E> with(String name, Merge merge, Telling<E, ?> telling, Rows<Known> facts) {
        return new Columns<>(topic, table, and(new Column<>(name, merge, telling, false)), facts);
    }

    private List<Column<E>> and(Column<E> next) {
        return Stream.concat(all.stream(), Stream.of(next)).toList();
    }

    /** What is known after something has happened. */
    Known hear(Known known, Event part, Envelope by) {
        return merge(known, told(part, by));
    }

    private Known told(Event part, Envelope by) {
        return topic.isInstance(part)
                ? new Known(by.subject(), by.government(), values(topic.cast(part), by))
                : Known.nothing(by);
    }

    private Map<String, Object> values(E told, Envelope by) {
        var values = new HashMap<String, Object>();
        for (var column : all) {
            var value = column.telling().of(told, by);
            if (value != null) {
                values.put(column.name(), value);
            }
        }
        return values;
    }

    Known merge(Known known, Known told) {
        var merged = new HashMap<>(known.columns());
        for (var column : all) {
            if (told.has(column.merge().lead(column.name()))) {
                merged.compute(column.name(), (name, _) -> column.merge().of(name, known, told));
            }
        }
        return new Known(known.complaint(), known.government(), merged);
    }

    /** What has happened in a batch, put together for each complaint. */
    SortedMap<UUID, Known> gather(List<ReceivedEvent> parts) {
        var told = new TreeMap<UUID, Known>();
        for (var part : parts) {
            var by = part.envelope();
            var said = told(part.event(), by);
            if (!said.isNothing()) {
                told.merge(by.subject(), said, this::merge);
            }
        }
        return told;
    }
}
