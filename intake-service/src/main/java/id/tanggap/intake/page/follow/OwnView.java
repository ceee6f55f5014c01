package id.tanggap.intake.page.follow;

import id.tanggap.contracts.event.IntakeEvent.AttachedFile;
import id.tanggap.intake.tracking.Step;
import id.tanggap.intake.tracking.Timeline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The own complaint on its page.
 *
 * @param news what was done just now, in Indonesian; null when nothing
 * @param trouble why something could not be done; null when all could
 */
public record OwnView(
        Timeline timeline,
        Tried tried,
        @Nullable String news,
        @Nullable String trouble) {

    public boolean mayReply() {
        return timeline.open().contains(Step.REPLIED);
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
