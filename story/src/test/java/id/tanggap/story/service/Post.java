package id.tanggap.story.service;

import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.wire.Envelope;
import id.tanggap.contracts.wire.EventCodec;
import id.tanggap.messaging.outbox.Proposals;
import id.tanggap.story.log.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Puts what is told of the complaint into envelopes, and remembers what people were allowed to do. */
public final class Post {
    private final UUID complaint;
    private final String government;
    private final List<Granted> granted = new ArrayList<>();
    private long written;

    public Post(UUID complaint, String government) {
        this.complaint = complaint;
        this.government = government;
    }

    /** What a person was allowed to do where it was asked for. */
    public record Granted(UUID id, Act act) {
        public boolean isProposed() {
            return act.awaitsRouting();
        }
    }

    public UUID complaint() {
        return complaint;
    }

    public String government() {
        return government;
    }

    Told write(Event event, String source, Instant now) {
        var id = new UUID(0x7000L, ++written);
        var type = EventCodec.wireName(event.getClass());
        return new Told(new Envelope(id, type, source, complaint, government, now, null), event);
    }

    /** An act, as a proposal or at once. */
    Told write(Event event, Proposals proposals, String source, Instant now) {
        var told = write(proposals.of(event), source, now);
        if (told.event() instanceof Act act) {
            granted.add(new Granted(told.id(), act));
        }
        return told;
    }

    /** How many events were ever written. */
    public long written() {
        return written;
    }

    public List<Granted> granted() {
        return List.copyOf(granted);
    }
}
