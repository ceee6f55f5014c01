package id.tanggap.intake.conversation.script;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import id.tanggap.intake.tracking.Step;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be done for the citizen; kept before it is done, so that all attempts are one. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Act.Lodge.class, name = "LODGE"),
    @JsonSubTypes.Type(value = Act.Add.class, name = "ADD"),
    @JsonSubTypes.Type(value = Act.Rate.class, name = "RATE"),
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

    /**
     * How satisfied the citizen is joins a complaint of this conversation.
     *
     * @param id by which it joins once
     * @param marks of the survey's elements in their order
     * @param opinion null when there is none
     */
    record Rate(
            UUID id,
            UUID complaint,
            List<Integer> marks,
            @Nullable String opinion) implements Act {
        @Override
        public String toString() {
            return "Rate[…]";
        }
    }

    /** The citizen is to be told by what the complaint opens on the page. */
    record TellCode(UUID complaint) implements Act {}

    /** What became of it. */
    sealed interface Done {
        /** The receipt follows as a message of its own. */
        record Lodged(UUID complaint) implements Done {}

        record Joined(String number) implements Done {}

        record Rated(String number) implements Done {}

        record Code(String number, String secret) implements Done {
            @Override
            public String toString() {
                return "Code[" + number + "]";
            }
        }

        /** Files were kept for so long that they are gone; without them it can be done. */
        record FilesGone() implements Done {}

        /** @param why in Indonesian, for the citizen */
        record Refused(String why) implements Done {}
    }
}
