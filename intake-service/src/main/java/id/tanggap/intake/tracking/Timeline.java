package id.tanggap.intake.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.contracts.vocabulary.PublicState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen is told of a complaint, in words of the outside world (Dikirim, Diteruskan, Ditindaklanjuti, Dijawab).
 *
 * @param statusText the status as the citizen reads it
 * @param dueAt by when the government promised an answer
 * @param question what the office wants to know now; null while it asks nothing, and of a secret complaint
 * @param answer the official text; null while there is none, and while that of a secret complaint cannot be had
 * @param open what the citizen may add now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Timeline(
        String number,
        PublicState status,
        String statusText,
        Instant receivedAt,
        @Nullable Instant dueAt,
        @Nullable String agency,
        @Nullable String question,
        @Nullable String answer,
        List<Step> open,
        List<Entry> entries) {

    /** @param words what the office or the citizen wrote; null when nothing, and of a secret complaint */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            Instant at, Step status, String text, @Nullable String words) {}
}
