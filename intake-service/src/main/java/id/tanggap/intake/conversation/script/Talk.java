package id.tanggap.intake.conversation.script;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is under way in a conversation.
 *
 * @param language a tag, such as {@code id}
 * @param subject the complaint that is spoken of; null when none is
 * @param act what is to be done; null when nothing is
 * @param marks what was said of the first elements of the survey
 * @param says what is to be answered, before the question
 */
public record Talk(
        Stage stage,
        Draft draft,
        String language,
        @Nullable UUID subject,
        @Nullable Act act,
        List<Integer> marks,
        @JsonIgnore List<Say> says) {

    public Talk {
        marks = marks == null ? List.of() : List.copyOf(marks);
        says = says == null ? List.of() : List.copyOf(says);
    }

    /** @param key of a text of the wording */
    public record Say(String key, Map<String, String> values) {
        @Override
        public String toString() {
            return "Say[" + key + "]";
        }
    }

    public static Talk begun(UUID draft) {
        return new Talk(Stage.IDLE, Draft.begun(draft), "id", null, null, List.of(), List.of());
    }

    Talk at(Stage next) {
        return new Talk(next, draft, language, subject, act, marks, says);
    }

    /** Goes on with the first question that is open. */
    Talk with(Draft filled) {
        return new Talk(filled.next(), filled, language, subject, act, marks, says);
    }

    Talk keeping(Draft filled) {
        return new Talk(stage, filled, language, subject, act, marks, says);
    }

    Talk of(@Nullable UUID complaint) {
        return new Talk(stage, draft, language, complaint, act, marks, says);
    }

    Talk speaking(String tag) {
        return new Talk(stage, draft, tag, subject, act, marks, says);
    }

    Talk doing(Act what) {
        return new Talk(stage, draft, language, subject, what, marks, says);
    }

    Talk marking(int mark) {
        var more = Stream.concat(marks.stream(), Stream.of(mark)).toList();
        return new Talk(stage, draft, language, subject, act, more, says);
    }

    Talk saying(String key, Map<String, String> values) {
        return new Talk(
                stage,
                draft,
                language,
                subject,
                act,
                marks,
                Stream.concat(says.stream(), Stream.of(new Say(key, values))).toList());
    }

    Talk saying(String key) {
        return saying(key, Map.of());
    }

    /** Nothing is under way any more; a new draft begins. */
    Talk ended() {
        return new Talk(Stage.IDLE, Draft.begun(after(draft.id())), language, null, null, List.of(), says);
    }

    /** Another id that follows from this one, so that the same story has the same ids. */
    static UUID after(UUID id) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + 1);
    }

    /** With everything said. */
    public Talk silent() {
        return new Talk(stage, draft, language, subject, act, marks, List.of());
    }

    public Talk done() {
        return new Talk(stage, draft, language, subject, null, marks, says);
    }

    @Override
    public String toString() {
        return "Talk[" + stage + "]";
    }
}
