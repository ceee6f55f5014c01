package id.tanggap.intake.page.follow;

import id.tanggap.contracts.event.IntakeEvent.AttachedFile;
import id.tanggap.governments.sop.Ombudsman;
import id.tanggap.intake.participation.SurveyElement;
import id.tanggap.intake.term.Purpose;
import id.tanggap.intake.tracking.Step;
import id.tanggap.intake.tracking.Timeline;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The own complaint on its page.
 *
 * @param now when it is looked at
 * @param news what was done just now, in Indonesian; null when nothing
 * @param trouble why something could not be done; null when all could
 */
public record OwnView(
        Timeline timeline,
        Instant now,
        Tried tried,
        @Nullable String news,
        @Nullable String trouble) {

    public boolean mayReply() {
        return timeline.open().contains(Step.REPLIED);
    }

    /** What is asked for is a reply. */
    public boolean maySupplement() {
        return timeline.open().contains(Step.SUPPLEMENTED) && !mayReply();
    }

    public boolean mayAgree() {
        return timeline.open().contains(Step.OMBUDSMAN_AGREED);
    }

    public boolean hasAgreed() {
        return happenedAt(Step.OMBUDSMAN_AGREED) != null;
    }

    /** What happens next, in plain words. */
    public List<String> next() {
        var dates = timeline.dates();
        var isDated = dates.terms().containsKey(Purpose.REPLY) || dates.terms().containsKey(Purpose.OBJECTION);
        return Wording.next(timeline.status(), isDated, dates.goesUp());
    }

    /** The date that matters now; null when there is none. */
    public @Nullable Instant term(Purpose purpose) {
        return timeline.dates().terms().get(purpose);
    }

    /** Those of them that are not told elsewhere: an objection's own stands in place of the promised one. */
    public List<Purpose> terms() {
        return timeline.dates().terms().keySet().stream()
                .filter(purpose -> purpose != Purpose.OBJECTION_ANSWER && purpose != Purpose.LAW)
                .toList();
    }

    public @Nullable Ombudsman ombudsman() {
        return timeline.dates().ombudsman();
    }

    /** By what the date is called by which an answer is owed. */
    public String owed() {
        return Wording.of(happenedAt(Step.ANSWERED) == null ? null : Purpose.OBJECTION_ANSWER);
    }

    public String label(Purpose purpose) {
        return Wording.of(purpose);
    }

    /** By when an answer is owed; null once it is there. */
    public @Nullable Instant owedBy() {
        return isAnswered() || timeline.status().isEnd()
                ? null
                : timeline.dates().dueAt();
    }

    /** Whether the answer should have come by now. */
    public boolean isLate() {
        var owedBy = owedBy();
        return owedBy != null && owedBy.isBefore(now);
    }

    /** Answered, done in the field, and closed: three things, of which each may be without the others. */
    public List<Step> stages() {
        return List.of(Step.ANSWERED, Step.RESOLVED, Step.CLOSED);
    }

    public boolean showsStages() {
        return isAnswered() || happenedAt(Step.ANSWERED) != null;
    }

    private boolean isAnswered() {
        return happenedAt(Step.ANSWERED) != null && stands(Step.ANSWERED);
    }

    /** Whether it happened, and no objection since. */
    public boolean stands(Step stage) {
        var at = happenedAt(stage);
        var objected = happenedAt(Step.OBJECTED);
        return at != null && (objected == null || at.isAfter(objected));
    }

    /** When it happened last; null when it did not. */
    public @Nullable Instant happenedAt(Step step) {
        return timeline.entries().reversed().stream()
                .filter(entry -> entry.counts() && entry.status() == step)
                .map(Timeline.Entry::at)
                .findFirst()
                .orElse(null);
    }

    public String label(Step stage) {
        return Wording.of(stage);
    }

    public boolean mayObject() {
        return timeline.open().contains(Step.OBJECTED);
    }

    public boolean maySurvey() {
        return timeline.open().contains(Step.SURVEYED);
    }

    public boolean mayWithdraw() {
        return timeline.open().contains(Step.WITHDRAWN);
    }

    public boolean isTried(String act) {
        return tried.act().equals(act);
    }

    public String typed(String act) {
        return isTried(act) ? tried.text() : "";
    }

    public @Nullable String fault(String act) {
        return isTried(act) ? tried.fault() : null;
    }

    public boolean isPicture(AttachedFile file) {
        return file.mediaType().startsWith("image/");
    }

    public boolean isVoice(AttachedFile file) {
        return file.mediaType().startsWith("audio/");
    }

    public List<SurveyElement> elements() {
        return SurveyElement.ALL;
    }

    public boolean isChosen(String element, int score) {
        return Integer.valueOf(score).equals(tried.scores().get(element));
    }

    public boolean isMissing(String element) {
        return tried.missing().contains(element);
    }

    /** Question and answer stand above already. */
    public boolean showsWords(Timeline.Entry entry) {
        var words = entry.words();
        return words != null && !words.equals(timeline.question()) && !words.equals(timeline.answer());
    }
}
