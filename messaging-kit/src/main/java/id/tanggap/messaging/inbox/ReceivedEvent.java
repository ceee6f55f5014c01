package id.tanggap.messaging.inbox;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.wire.Envelope;

/**
 * An event taken from a topic, for the first time as far as this service's database knows.
 *
 * @param payload the bytes of which the event was read; never changed
 */
public record ReceivedEvent(Envelope envelope, Event event, byte[] payload) {}
