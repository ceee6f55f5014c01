package id.tanggap.response.projection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.wire.EventCodec;
import id.tanggap.messaging.inbox.ReceivedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An event of another service as a case remembers it: as it was told. */
public record HistoryEntry(Instant at, Event event) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EventCodec CODEC = new EventCodec();

    /** The entry as JSON. */
    public static String write(ReceivedEvent received) {
        var entry = JSON.createObjectNode()
                .put("type", received.envelope().type())
                .put("at", received.envelope().time().toString())
                .putRawValue("event", new RawValue(new String(CODEC.write(received.event()), StandardCharsets.UTF_8)));
        return entry.toString();
    }

    /** Reads a list of entries; those of a type that is no longer known are left out. */
    public static List<HistoryEntry> read(String json) {
        try {
            var entries = new ArrayList<HistoryEntry>();
            for (JsonNode entry : JSON.readTree(json)) {
                var event = CODEC.read(
                        entry.path("type").asText(),
                        entry.path("event").toString().getBytes(StandardCharsets.UTF_8));
                if (event != null) {
                    entries.add(new HistoryEntry(Instant.parse(entry.path("at").asText()), event));
                }
            }
            return entries;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
