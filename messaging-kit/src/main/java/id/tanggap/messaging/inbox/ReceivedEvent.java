package id.tanggap.messaging.inbox;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.RoutingEvent.ActTaken;
import id.tanggap.contracts.wire.Envelope;
import id.tanggap.contracts.wire.EventCodec;
import java.util.stream.Stream;

/**
 * An event taken from a topic, for the first time as far as this service's database knows.
 *
 * @param payload the bytes of which the event was read; never changed
 */
public record ReceivedEvent(Envelope envelope, Event event, byte[] payload) {

    /** What has happened with it, one by one, each as if it had come alone: an act that was taken with the id it was proposed by. */
    public Stream<ReceivedEvent> parts() {
        return event.parts().stream().map(part -> part.equals(event) ? this : as(part));
    }

    private ReceivedEvent as(Event part) {
        var id = event instanceof ActTaken taken ? taken.actId() : envelope.id();
        return new ReceivedEvent(envelope.of(id, EventCodec.wireName(part.getClass())), part, payload);
    }
}
