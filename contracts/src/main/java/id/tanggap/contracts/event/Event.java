package id.tanggap.contracts.event;

/** A fact about one complaint, or about the recap of a month. Each sub-interface is one topic and has one writer. */
public sealed interface Event
        permits IntakeEvent, RoutingEvent, ResponseEvent, NotificationEvent, RecapEvent, ImportEvent {}
