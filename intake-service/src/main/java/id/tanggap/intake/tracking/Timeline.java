package id.tanggap.intake.tracking;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.tanggap.contracts.event.IntakeEvent.AttachedFile;
import id.tanggap.contracts.vocabulary.PublicState;
import id.tanggap.governments.sop.Ombudsman;
import id.tanggap.governments.sop.Sop;
import id.tanggap.intake.term.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen is told of a complaint, in words of the outside world (Dikirim, Diteruskan, Ditindaklanjuti, Dijawab).
 *
 * @param statusText the status as the citizen reads it
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
        @JsonUnwrapped Dates dates,
        @Nullable String agency,
        @Nullable String question,
        @Nullable String answer,
        @Nullable Own own,
        List<Step> open,
        List<Entry> entries) {

    /**
     * What is due, and for whom.
     *
     * @param dueAt by when the government promised an answer; to an objection, by when that is answered
     * @param terms the other dates that matter now, by what each is for
     * @param ombudsman to whom the citizen may turn; null while the law's time for an answer has not passed
     * @param goesUp whether a head decides on an objection
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Dates(
            @Nullable Instant dueAt,
            Map<Purpose, Instant> terms,
            @Nullable Ombudsman ombudsman,
            @JsonIgnore boolean goesUp) {

        /**
         * @param promised by when the government promised the first answer
         * @param known every date that was told
         * @param sop null when it is not here
         */
        static Dates of(
                Course course,
                @Nullable Instant promised,
                Map<Purpose, Instant> known,
                @Nullable Sop sop,
                Instant now) {
            var ombudsman = sop == null ? null : sop.ombudsman();
            return new Dates(
                    dueAt(course, promised, known),
                    known.entrySet().stream()
                            .filter(term -> matters(term.getKey(), course))
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap::new)),
                    isBeyondTheLaw(course, known.get(Purpose.LAW), now) || course.refusalToAgree(ombudsman, now) == null
                            ? ombudsman
                            : null,
                    sop != null && sop.policy().objectionsGoUp());
        }

        private static @Nullable Instant dueAt(Course course, @Nullable Instant promised, Map<Purpose, Instant> known) {
            if (course.status().isUnanswered()) {
                return null;
            }
            return course.isDisputed() ? known.get(Purpose.OBJECTION_ANSWER) : promised;
        }

        private static boolean matters(Purpose purpose, Course course) {
            return switch (purpose) {
                case REPLY -> course.status() == PublicState.NEEDS_INFO;
                case OBJECTION -> course.status() == PublicState.ANSWERED || course.status() == PublicState.RESOLVED;
                case OBJECTION_ANSWER -> course.isDisputed();
                case FOLLOW_UP -> course.status() == PublicState.ANSWERED;
                case LAW -> course.isAnswerOwed() && !course.isDisputed();
            };
        }

        private static boolean isBeyondTheLaw(Course course, @Nullable Instant law, Instant now) {
            return course.isAnswerOwed() && !course.isDisputed() && law != null && law.isBefore(now);
        }
    }

    /**
     * @param words what the office or the citizen wrote; null when nothing, and of a secret complaint
     * @param attachments what the citizen sent along; null when nothing
     * @param said the text, to be said in another language
     * @param counts whether it had an effect
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            Instant at,
            Step status,
            String text,
            @Nullable String words,
            @Nullable List<AttachedFile> attachments,
            @JsonIgnore List<Saying> said,
            @JsonIgnore boolean counts) {
        static Entry of(Course.Passed passed, List<Saying> said, @Nullable List<AttachedFile> attachments) {
            var fact = passed.fact();
            return new Entry(
                    fact.at(),
                    fact.step(),
                    said.stream().map(Saying::inIndonesian).collect(Collectors.joining(" ")),
                    fact.words(),
                    attachments,
                    said,
                    passed.counts());
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
