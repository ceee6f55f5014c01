package id.tanggap.intake.tracking;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.contracts.event.IntakeEvent.AttachedFile;
import id.tanggap.contracts.vocabulary.PublicState;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen is told of a complaint, in words of the outside world (Dikirim, Diteruskan, Ditindaklanjuti, Dijawab).
 *
 * @param statusText the status as the citizen reads it
 * @param dueAt by when the government promised an answer
 * @param question what the office wants to know now; null while it asks nothing, and of a secret complaint
 * @param answer the official text; null while there is none, and while that of a secret complaint cannot be had
 * @param own what the citizen wrote, as it was written; null when the person was erased
 * @param open what the citizen may add now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Timeline(
        String number,
        PublicState status,
        String statusText,
        Instant receivedAt,
        @Nullable Instant dueAt,
        @Nullable String agency,
        @Nullable String question,
        @Nullable String answer,
        @Nullable Own own,
        List<Step> open,
        List<Entry> entries) {

    /**
     * @param words what the office or the citizen wrote; null when nothing, and of a secret complaint
     * @param attachments what the citizen sent along; null when nothing
     * @param said the text, to be said in another language
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            Instant at,
            Step status,
            String text,
            @Nullable String words,
            @Nullable List<AttachedFile> attachments,
            @JsonIgnore List<Saying> said) {
        static Entry of(Course.Fact fact, List<Saying> said, @Nullable List<AttachedFile> attachments) {
            return new Entry(
                    fact.at(),
                    fact.step(),
                    said.stream().map(Saying::inIndonesian).collect(Collectors.joining(" ")),
                    fact.words(),
                    attachments,
                    said);
        }
    }

    /** In no other hands than the author's: nothing of it is masked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Own(
            @Nullable String title, String text, @Nullable String address) {
        /** Shows nothing, wherever it is printed by mistake. */
        @Override
        public String toString() {
            return "Own[…]";
        }
    }
}
