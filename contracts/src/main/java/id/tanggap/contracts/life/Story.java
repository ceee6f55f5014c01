package id.tanggap.contracts.life;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.vocabulary.PublicState;
import id.tanggap.contracts.wire.EventCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What may happen to a complaint, and what the outside sees after each event. Published as
 * {@code contracts/stories.json}: every service folds them through its own tables and shows the same.
 *
 * @param name what it is about, in a sentence
 */
public record Story(String name, List<Step> steps) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PUBLISHED = "/contracts/stories.json";

    /**
     * One event, in the order in which the case hears of it.
     *
     * @param by whose deed it is
     * @param event its wire name
     * @param at minutes since the receipt, at which it happened: earlier than the step before, where two acted at once
     * @param state what the outside sees afterwards
     * @param recap how the recap counts the complaint afterwards; null where that is not told
     */
    public record Step(
            String by,
            String event,
            int at,
            PublicState state,
            @Nullable String recap) {

        public Class<? extends Event> type() {
            return Objects.requireNonNull(EventCodec.types().get(event), event);
        }

        /** The published example of the event, as of a complaint that was received then. */
        public Event told(Instant receivedAt) {
            var path = "/contracts/events/" + event + "/example.json";
            try (var example = Story.class.getResourceAsStream(path)) {
                var payload = (ObjectNode) JSON.readTree(example);
                payload.propertyStream()
                        .map(Map.Entry::getKey)
                        .filter(field -> field.endsWith("At"))
                        .forEach(field -> payload.put(
                                field, receivedAt.plus(at, ChronoUnit.MINUTES).toString()));
                return done(Objects.requireNonNull(new EventCodec().read(event, JSON.writeValueAsBytes(payload))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** An act that is told here has had its effect. */
        private static Event done(Event told) {
            return told instanceof Act act ? act.takenAt(act.at()) : told;
        }

        @Override
        public String toString() {
            return by + ": " + event;
        }
    }

    /** All that are published. */
    public static List<Story> published() {
        try (var stories = Story.class.getResourceAsStream(PUBLISHED)) {
            return JSON.readValue(stories, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
