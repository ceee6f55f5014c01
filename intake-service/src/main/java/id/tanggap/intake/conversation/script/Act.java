package id.tanggap.intake.conversation.script;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import id.tanggap.intake.tracking.Step;
import java.util.List;
import java.util.UUID;

/** What is to be done for the citizen; kept before it is done, so that all attempts are one. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Act.Lodge.class, name = "LODGE"),
    @JsonSubTypes.Type(value = Act.Add.class, name = "ADD"),
    @JsonSubTypes.Type(value = Act.TellCode.class, name = "TELL_CODE")
})
public sealed interface Act {
    /** The draft is to become a complaint. */
    record Lodge() implements Act {}

    /**
     * Words are to join a complaint of this conversation.
     *
     * @param id by which they join once
     */
    record Add(UUID id, UUID complaint, Step step, String text, List<String> tickets) implements Act {
        @Override
        public String toString() {
            return "Add[" + step + "]";
        }
    }

    /** The citizen is to be told by what the complaint opens on the page. */
    record TellCode(UUID complaint) implements Act {}

    /** What became of it. */
    sealed interface Done {
        /** The receipt follows as a message of its own. */
        record Lodged(UUID complaint) implements Done {}

        record Joined(String number) implements Done {}

        record Code(String number, String secret) implements Done {
            @Override
            public String toString() {
                return "Code[" + number + "]";
            }
        }

        /** @param why in Indonesian, for the citizen */
        record Refused(String why) implements Done {}
    }
}
