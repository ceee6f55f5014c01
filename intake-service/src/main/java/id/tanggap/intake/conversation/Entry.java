package id.tanggap.intake.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.channel.Outgoing;
import id.tanggap.channel.Outgoing.Choice;
import java.util.List;

/**
 * What was said at once by one of both.
 *
 * @param kind WORDS, QUESTION or PLACE_WANTED of ours; TOLD of the citizen's
 * @param files how many came along
 * @param isPrivate whether it is the citizen's alone: an office that reads the conversation later is not shown it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Entry(String kind, String text, List<Choice> choices, int files, boolean isPrivate) {
    static final String TOLD = "TOLD";

    public Entry {
        text = text == null ? "" : text;
        choices = choices == null ? List.of() : List.copyOf(choices);
    }

    static Entry told(String text, int files) {
        return new Entry(TOLD, text, List.of(), files, false);
    }

    static Entry of(Outgoing outgoing, boolean isPrivate) {
        return switch (outgoing) {
            case Outgoing.Words(var text) -> new Entry("WORDS", text, List.of(), 0, isPrivate);
            case Outgoing.Question(var text, var choices) -> new Entry("QUESTION", text, choices, 0, isPrivate);
            case Outgoing.PlaceWanted(var text) -> new Entry("PLACE_WANTED", text, List.of(), 0, isPrivate);
            case Outgoing.Template _ -> throw new IllegalArgumentException("A conversation uses no template");
        };
    }

    @Override
    public String toString() {
        return "Entry[" + kind + "]";
    }
}
