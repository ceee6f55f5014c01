package id.tanggap.reporting.ledger;

import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.proof.Digest;
import id.tanggap.proof.Event;
import id.tanggap.proof.EventChain;
import java.util.UUID;

/**
 * One event in the chain of a complaint and topic.
 *
 * @param seq its place, from 1
 */
record Link(UUID complaint, int seq, UUID eventId, Event event, Digest link) {

    /** The one after a head. */
    static Link after(int seq, Digest head, ReceivedEvent received) {
        var envelope = received.envelope();
        var event = new Event(
                envelope.id().toString(),
                envelope.type(),
                envelope.time().toString(),
                Digest.sha256(received.payload()),
                null);
        return new Link(envelope.subject(), seq + 1, envelope.id(), event, EventChain.link(head, event));
    }
}
