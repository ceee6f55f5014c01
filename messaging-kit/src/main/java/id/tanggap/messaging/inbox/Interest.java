package id.tanggap.messaging.inbox;

import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.RoutingEvent.ActTaken;
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
    private final boolean inProposals;

    private Interest(Map<Class<?>, Predicate<Event>> wanted, boolean inProposals) {
        this.wanted = Map.copyOf(wanted);
        this.inProposals = inProposals;
    }

    /** In every event that is known, as it comes. */
    public static Interest inAll() {
        return in(List.copyOf(EventCodec.types().values())).andProposals();
    }

    /** In every event of these types. */
    public static Interest in(List<Class<? extends Event>> types) {
        var wanted = new HashMap<Class<?>, Predicate<Event>>();
        types.forEach(type -> wanted.put(type, _ -> true));
        return new Interest(wanted, false);
    }

    /** And in such events of this type. */
    public <E extends Event> Interest and(Class<E> type, Predicate<E> such) {
        var more = new HashMap<>(wanted);
        more.put(type, event -> such.test(type.cast(event)));
        return new Interest(more, inProposals);
    }

    /** And in acts that wait for routing to take them, as they come. All others hear of an act once it is taken. */
    public Interest andProposals() {
        return new Interest(wanted, true);
    }

    /** Whether an event of this type is worth reading. */
    public boolean in(Class<? extends Event> type) {
        return wanted.containsKey(type)
                || type == ClocksChanged.class && isInSome(ClockEvent.class)
                || type == ActTaken.class && isInSome(Act.class);
    }

    /** What of an event concerns the reader. */
    public Stream<ReceivedEvent> heardIn(ReceivedEvent received) {
        return in(received.event()) ? Stream.of(received) : received.parts().filter(part -> in(part.event()));
    }

    public boolean in(Event event) {
        var such = wanted.get(event.getClass());
        return such != null && such.test(event) && (inProposals || !isProposal(event));
    }

    private static boolean isProposal(Event event) {
        return event instanceof Act act && act.awaitsRouting();
    }

    private boolean isInSome(Class<? extends Event> kind) {
        return wanted.keySet().stream().anyMatch(kind::isAssignableFrom);
    }
}
