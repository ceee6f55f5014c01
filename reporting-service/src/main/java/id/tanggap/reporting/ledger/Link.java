package id.tanggap.reporting.ledger;

import id.tanggap.messaging.Rows;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.proof.Digest;
import id.tanggap.proof.Event;
import id.tanggap.proof.EventChain;
import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;

/**
 * One event in the chain of a complaint and topic.
 *
 * @param seq its place, from 1
 */
public record Link(UUID complaint, String topic, int seq, UUID eventId, Event event, Digest link) {
    /** The columns of the last link of each chain. */
    static final Rows<Link> HEAD = Rows.of(Link.class)
            .uuid("complaint_id", Link::complaint)
            .text("topic", Link::topic)
            .number("seq", Link::seq)
            .bytes("link", it -> it.link.bytes());

    static final Rows<Link> ROWS = HEAD.uuid("event_id", Link::eventId)
            .text("type", it -> it.event.type())
            .text("time", it -> it.event.time())
            .bytes("payload_digest", it -> it.event.payloadDigest().bytes());

    /** The one after a head. */
    static Link after(int seq, Digest head, String topic, ReceivedEvent received) {
        var envelope = received.envelope();
        var event = new Event(
                envelope.id().toString(),
                envelope.type(),
                envelope.time().toString(),
                Digest.sha256(received.payload()),
                null);
        return new Link(envelope.subject(), topic, seq + 1, envelope.id(), event, EventChain.link(head, event));
    }

    /** The event as it was written, for those who compute the chain anew. */
    public static Event event(Row row) {
        return new Event(
                row.getUUID("event_id").toString(),
                row.getString("type"),
                row.getString("time"),
                Digest.of(row.getBuffer("payload_digest").getBytes()),
                null);
    }
}
