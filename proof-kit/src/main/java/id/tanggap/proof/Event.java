package id.tanggap.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * One event of a complaint as it stood on its topic.
 *
 * @param id as in the CloudEvents header, without a line feed; so are type and time
 * @param payloadDigest SHA-256 of the payload's bytes; stays when the payload goes
 * @param payload the text of the event, byte for byte; null when it was erased, which is a person's right
 */
@JsonPropertyOrder({"id", "type", "time", "payloadDigest", "payload"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Event(
        String id,
        String type,
        String time,
        Digest payloadDigest,
        @Nullable String payload) {
    public Event {
        Require.line(id, "id");
        Require.line(type, "type");
        Require.line(time, "time");
        Require.present(payloadDigest, "payloadDigest");
        if (payload != null) {
            Require.text(payload, "payload");
        }
    }

    public static Event of(String id, String type, String time, String payload) {
        return new Event(id, type, time, Digest.sha256(Utf8.encode(payload)), payload);
    }

    public Event withoutPayload() {
        return new Event(id, type, time, payloadDigest, null);
    }

    /** Whether the payload is the one of the digest, or was erased. */
    public boolean holds() {
        return payload == null || Digest.sha256(Utf8.encode(payload)).equals(payloadDigest);
    }
}
