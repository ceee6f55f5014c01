package id.tanggap.intake.conversation.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.contracts.vocabulary.ContactWay;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was said of a complaint where it was brought.
 *
 * @param way on which citizen and office write to each other; null while the account is closed
 * @param account of ours, by its id
 * @param freeUntil until when the provider takes free words; null before anything was heard
 * @param stopped whether the citizen wants nothing of us there
 * @param isCut whether more was said earlier than stands here
 * @param lines the oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Transcript(
        @Nullable ContactWay way,
        String account,
        @Nullable Instant freeUntil,
        boolean stopped,
        boolean isCut,
        List<Line> lines) {

    /**
     * What was said at once by one of both.
     *
     * @param ours whether we said it
     * @param text null where it is the citizen's alone, such as a secret code
     * @param choices what could be pressed below it
     * @param files how many came along
     */
    @Schema(name = "TranscriptLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(UUID id, Instant at, boolean ours, @Nullable String text, List<String> choices, int files) {
        /** Shows nothing, wherever it is printed by mistake. */
        @Override
        public String toString() {
            return "Line[" + id + "]";
        }
    }
}
