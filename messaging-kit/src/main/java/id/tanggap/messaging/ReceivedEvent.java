package id.tanggap.messaging;

import id.tanggap.contracts.Envelope;
import id.tanggap.contracts.Event;

/** An event taken from a topic, for the first time as far as this service's database knows. */
public record ReceivedEvent(Envelope envelope, Event event) {}
