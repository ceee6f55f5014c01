package id.tanggap.response.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.UUID;

/** What the replicas of this service tell each other, in less than PostgreSQL's 8,000 bytes. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Announcement.Changed.class, name = "changed"),
    @JsonSubTypes.Type(value = Announcement.Present.class, name = "present"),
    @JsonSubTypes.Type(value = Announcement.Gone.class, name = "gone")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Announcement {
    ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    /** @param complaints those that changed; empty when they are too many to name */
    record Changed(List<UUID> complaints) implements Announcement {}

    /** Somebody has the case open; said again and again while it is so. */
    record Present(UUID complaint, UUID stream, String name) implements Announcement {}

    record Gone(UUID complaint, UUID stream) implements Announcement {}

    default String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Announcement read(String payload) {
        try {
            return JSON.readValue(payload, Announcement.class);
        } catch (JsonProcessingException foreign) {
            throw new IllegalArgumentException("Not an announcement of ours", foreign);
        }
    }
}
