package id.tanggap.contracts.life;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.wire.EventCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What may happen to a complaint, and what the outside sees after each event. Published as
 * {@code contracts/stories.json}: every service folds them through its own tables and shows the same.
 *
 * @param name what it is about, in a sentence
 */
public record Story(String name, List<Step> steps) {

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

        @Override
        public String toString() {
            return by + ": " + event;
        }
    }

    /** All that are published. */
    public static List<Story> published() {
        try (var stories = Story.class.getResourceAsStream(PUBLISHED)) {
            return new ObjectMapper().readValue(stories, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
