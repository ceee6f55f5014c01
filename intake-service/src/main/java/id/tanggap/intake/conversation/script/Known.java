package id.tanggap.intake.conversation.script;

import id.tanggap.contracts.vocabulary.PublicState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complaint that was brought in this conversation.
 *
 * @param agency that has it; null when none has
 * @param isAsked whether the office waits for a reply
 * @param maySupplement whether it is under way, so that more can be told of it
 */
public record Known(
        UUID id,
        String number,
        PublicState state,
        @Nullable String agency,
        boolean isAsked,
        boolean maySupplement,
        boolean mayObject,
        boolean maySurvey) {
    /** Whether more can be said of it. */
    boolean maySpeak() {
        return isAsked || maySupplement;
    }
}
