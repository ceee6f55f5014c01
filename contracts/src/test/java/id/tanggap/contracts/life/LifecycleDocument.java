package id.tanggap.contracts.life;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.contracts.life.Turn.Leads;
import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.contracts.vocabulary.PublicState;
import id.tanggap.contracts.vocabulary.Words;
import id.tanggap.contracts.wire.EventCodec;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code contracts/lifecycle.json}: the table for who is not written in Java, such as the pages.
 *
 * @param turns in the order in which they may happen
 */
record LifecycleDocument(List<State> states, List<Event> turns, List<Desk> desk) {

    record State(PublicState state, boolean end, Words words) {}

    /**
     * @param then null when it leads back to where a detour was entered from, or nowhere
     * @param back true when it leads back
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Event(
            String event,
            List<PublicState> from,
            @Nullable PublicState then,
            @Nullable Boolean back,
            Words words) {}

    record Desk(DeskStatus status, PublicState shown, Words words) {}

    static LifecycleDocument ofTheTable() {
        return new LifecycleDocument(
                Arrays.stream(PublicState.values())
                        .map(state -> new State(state, state.isEnd(), state.words()))
                        .toList(),
                Life.TABLE.stream().map(LifecycleDocument::event).toList(),
                Arrays.stream(DeskStatus.values())
                        .map(status -> new Desk(status, status.shown(), status.words()))
                        .toList());
    }

    private static Event event(Turn turn) {
        return new Event(
                EventCodec.wireName(turn.event()),
                turn.from().stream().sorted().toList(),
                turn.leads() instanceof Leads.To(var state) ? state : null,
                turn.leads() instanceof Leads.Back ? Boolean.TRUE : null,
                turn.words());
    }

    String written() {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
