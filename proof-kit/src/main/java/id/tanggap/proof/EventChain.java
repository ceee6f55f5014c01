package id.tanggap.proof;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chains the events that one topic tells of one complaint. Each link stands on the one before, so that no event can be
 * changed, dropped, added or moved; of a payload it holds the digest, so that it can be erased and the chain stays valid.
 */
public final class EventChain {
    /** What the first event is linked to: 32 zero bytes. */
    public static final Digest START = Digest.of(new byte[32]);

    private static final byte[] END_OF_NAME = {0};

    private EventChain() {}

    /** The head of the chain when the event follows. */
    public static Digest link(Digest head, Event event) {
        var header = Utf8.encode(event.id() + "\n" + event.type() + "\n" + event.time() + "\n");
        return Digest.sha256(head.shared(), header, event.payloadDigest().shared());
    }

    public static Digest head(List<Event> events) {
        var head = START;
        for (var event : events) {
            head = link(head, event);
        }
        return head;
    }

    /**
     * One digest of everything that is known of a complaint.
     *
     * @param heads by topic, in any order
     */
    public static Digest caseDigest(Map<String, Digest> heads) {
        var sorted = new TreeMap<String, Digest>();
        sorted.putAll(heads);
        var parts = new byte[3 * sorted.size()][];
        var part = 0;
        for (var head : sorted.entrySet()) {
            Require.topic(head.getKey());
            parts[part++] = Utf8.encode(head.getKey());
            parts[part++] = END_OF_NAME;
            parts[part++] = head.getValue().shared();
        }
        return Digest.sha256(parts);
    }
}
