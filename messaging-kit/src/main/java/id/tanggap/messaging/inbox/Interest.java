package id.tanggap.messaging.inbox;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.RoutingEvent.ClockEvent;
import id.tanggap.contracts.event.RoutingEvent.ClocksChanged;
import id.tanggap.contracts.wire.EventCodec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The events that concern a reader of a topic. All others pass by: those of other types unread, for their type stands in
 * a header. An event that gathers several concerns whom one of them concerns, and is heard as those that do.
 */
public final class Interest {
    private final Map<Class<?>, Predicate<Event>> wanted;

    private Interest(Map<Class<?>, Predicate<Event>> wanted) {
        this.wanted = Map.copyOf(wanted);
    }

    /** In every event that is known. */
    public static Interest inAll() {
        return in(List.copyOf(EventCodec.types().values()));
    }

    /** In every event of these types. */
    public static Interest in(List<Class<? extends Event>> types) {
        var wanted = new HashMap<Class<?>, Predicate<Event>>();
        types.forEach(type -> wanted.put(type, _ -> true));
        return new Interest(wanted);
    }

    /** And in such events of this type. */
    public <E extends Event> Interest and(Class<E> type, Predicate<E> such) {
        var more = new HashMap<>(wanted);
        more.put(type, event -> such.test(type.cast(event)));
        return new Interest(more);
    }

    /** Whether an event of this type is worth reading. */
    public boolean in(Class<? extends Event> type) {
        return wanted.containsKey(type) || type == ClocksChanged.class && isInClocks();
    }

    /** What of an event concerns the reader. */
    public Stream<ReceivedEvent> heardIn(ReceivedEvent received) {
        return in(received.event()) ? Stream.of(received) : received.parts().filter(part -> in(part.event()));
    }

    public boolean in(Event event) {
        var such = wanted.get(event.getClass());
        return such != null && such.test(event);
    }

    private boolean isInClocks() {
        return wanted.keySet().stream().anyMatch(ClockEvent.class::isAssignableFrom);
    }
}
