package id.tanggap.reporting.facts.known;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.wire.Envelope;
import id.tanggap.governments.Governments;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One complaint as the tables hold it after all that was told: the same decisions without them. Immutable. */
public final class ComplaintFacts {
    private final List<Columns<?>> columns;
    private final @Nullable Known known;

    private ComplaintFacts(List<Columns<?>> columns, @Nullable Known known) {
        this.columns = columns;
        this.known = known;
    }

    /** What each topic tells of it; the order in which topics are heard does not matter. */
    static List<Columns<?>> columns(Governments governments) {
        var wall = new WallCalendar(governments);
        return List.of(
                IntakeFact.columns(wall),
                RoutingFact.COLUMNS,
                ResponseFact.COLUMNS,
                MessageFact.COLUMNS,
                ImportFact.columns(wall));
    }

    /** Before anything is told. */
    public static ComplaintFacts unheard(Governments governments) {
        return new ComplaintFacts(columns(governments), null);
    }

    /** Each event once, those of a topic in their order. */
    public ComplaintFacts hear(Event event, Envelope envelope) {
        var heard = known == null ? Known.nothing(envelope) : known;
        for (var part : event.parts()) {
            for (var topic : columns) {
                heard = topic.hear(heard, part, envelope);
            }
        }
        return new ComplaintFacts(columns, heard.isNothing() ? null : heard);
    }

    /** Null as long as there is nothing to count. */
    public @Nullable State state() {
        return known == null ? null : State.of(known);
    }

    /** Null as long as there is nothing to count. */
    public @Nullable OwedBy owedBy() {
        return known == null ? null : OwedBy.of(known);
    }

    /** What is known, by the names of the columns. */
    public Map<String, Object> known() {
        return known == null ? Map.of() : Map.copyOf(known.columns());
    }
}
