package id.tanggap.contracts.event;

import java.util.List;

/** A fact about one complaint, or about the recap of a month. Each sub-interface is one topic and has one writer. */
public sealed interface Event
        permits IntakeEvent,
                RoutingEvent,
                ResponseEvent,
                NotificationEvent,
                RecapEvent,
                ImportEvent,
                ConversationEvent,
                Act {

    /** What has happened with it, one by one: itself, unless it gathers several, or has no effect yet. */
    default List<Event> parts() {
        return List.of(this);
    }
}
