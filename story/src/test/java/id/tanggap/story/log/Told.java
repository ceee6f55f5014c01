package id.tanggap.story.log;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.wire.Envelope;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.messaging.inbox.ReceivedEvent;
import java.util.UUID;

/** An event as it stands on its topic. */
public record Told(Envelope envelope, Event event) {
    private static final byte[] UNREAD = {};

    public UUID id() {
        return envelope.id();
    }

    String topic() {
        return Topics.of(event);
    }

    public ReceivedEvent received() {
        return new ReceivedEvent(envelope, event, UNREAD);
    }
}
