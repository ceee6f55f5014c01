package id.tanggap.intake.tracking;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.MoveCalledOff;
import id.tanggap.intake.term.Due;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was told of how one complaint goes; of each kind the last event counts. */
final class Told {
    private final UUID complaint;
    private final Map<Class<? extends Event>, Event> last = new HashMap<>();
    private @Nullable Instant dueAt;
    private @Nullable String agency;
    private @Nullable String agencyName;

    Told(UUID complaint) {
        this.complaint = complaint;
    }

    void take(Event event) {
        last.put(event.getClass(), event);
        switch (event) {
            case Dispatched it -> has(it.agency(), it.agencyName());
            case MoveCalledOff it -> has(it.agency(), it.agencyName());
            default -> {
                // It stays where it is.
            }
        }
        var due = Due.toldBy(event);
        dueAt = due == null ? dueAt : due.at();
    }

    private void has(String id, String name) {
        agency = id;
        agencyName = name;
    }

    /** What the last such event says; null when there was none. */
    <E extends Event, V> @Nullable V of(Class<E> type, Function<E, V> value) {
        var happened = last.get(type);
        return happened == null ? null : value.apply(type.cast(happened));
    }

    UUID complaint() {
        return complaint;
    }

    /** By when the government promised an answer, as far as that was told; null when it was not. */
    @Nullable
    Instant dueAt() {
        return dueAt;
    }

    @Nullable
    String agency() {
        return agency;
    }

    @Nullable
    String agencyName() {
        return agencyName;
    }
}
