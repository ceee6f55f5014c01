package id.tanggap.reporting.facts.known;

import id.tanggap.contracts.wire.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a complaint.
 *
 * @param columns by their names; what is not known is not among them
 */
record Known(UUID complaint, String government, Map<String, Object> columns) {

    static Known nothing(Envelope told) {
        return new Known(told.subject(), told.government(), Map.of());
    }

    boolean isNothing() {
        return columns.isEmpty();
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    @Nullable
    Object get(String column) {
        return columns.get(column);
    }

    <V> @Nullable V get(String column, Class<V> type) {
        return type.cast(columns.get(column));
    }

    /** Nothing counted is none. */
    int count(String column) {
        return (int) columns.getOrDefault(column, 0);
    }

    /** Nothing told is empty. */
    List<?> list(String column) {
        return (List<?>) columns.getOrDefault(column, List.of());
    }

    /** Whether the one happened, and not the other since. */
    boolean after(String one, String other) {
        var at = get(one, Instant.class);
        var then = get(other, Instant.class);
        return at != null && (then == null || at.isAfter(then));
    }
}
