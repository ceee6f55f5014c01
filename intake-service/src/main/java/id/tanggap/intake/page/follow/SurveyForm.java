package id.tanggap.intake.page.follow;

import id.tanggap.contracts.event.IntakeEvent.SurveyScores;
import id.tanggap.intake.participation.Participation.Word;
import id.tanggap.intake.participation.ParticipationResource.Scores;
import id.tanggap.intake.participation.ParticipationResource.Survey;
import id.tanggap.intake.participation.SurveyElement;
import id.tanggap.intake.tracking.Step;
import jakarta.ws.rs.FormParam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The survey as a browser sends it. */
public class SurveyForm {
    @FormParam("text")
    @Nullable
    String text;

    @FormParam("requirements")
    @Nullable
    Integer requirements;

    @FormParam("procedure")
    @Nullable
    Integer procedure;

    @FormParam("time")
    @Nullable
    Integer time;

    @FormParam("cost")
    @Nullable
    Integer cost;

    @FormParam("result")
    @Nullable
    Integer result;

    @FormParam("competence")
    @Nullable
    Integer competence;

    @FormParam("conduct")
    @Nullable
    Integer conduct;

    @FormParam("complaintHandling")
    @Nullable
    Integer complaintHandling;

    @FormParam("facilities")
    @Nullable
    Integer facilities;

    Survey survey() {
        return new Survey(
                new Scores(
                        requirements,
                        procedure,
                        time,
                        cost,
                        result,
                        competence,
                        conduct,
                        complaintHandling,
                        facilities),
                text);
    }

    Word word(@Nullable String key) {
        var survey = survey();
        SurveyScores scores = survey.scores().told();
        return new Word(Step.SURVEYED, survey.words(), scores, List.of(), key);
    }

    Tried tried(@Nullable String fault) {
        return new Tried("survey", Objects.requireNonNullElse(text, ""), chosen(), fault, missing());
    }

    List<String> missing() {
        return SurveyElement.ALL.stream()
                .map(SurveyElement::name)
                .filter(name -> !chosen().containsKey(name))
                .toList();
    }

    /** From 1 to 4; what is none of these was not chosen on our page. */
    private Map<String, Integer> chosen() {
        var all = new HashMap<String, @Nullable Integer>();
        all.put("requirements", requirements);
        all.put("procedure", procedure);
        all.put("time", time);
        all.put("cost", cost);
        all.put("result", result);
        all.put("competence", competence);
        all.put("conduct", conduct);
        all.put("complaintHandling", complaintHandling);
        all.put("facilities", facilities);
        var chosen = new HashMap<String, Integer>();
        all.forEach((name, score) -> {
            if (score != null && score >= 1 && score <= SurveyElement.BEST) {
                chosen.put(name, score);
            }
        });
        return chosen;
    }
}
