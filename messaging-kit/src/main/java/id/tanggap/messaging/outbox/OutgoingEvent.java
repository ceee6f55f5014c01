package id.tanggap.messaging.outbox;

import id.tanggap.contracts.wire.Envelope;

/** An event on its way to a topic: what one row of the outbox holds. */
public record OutgoingEvent(String topic, Envelope envelope, byte[] payload) {}
