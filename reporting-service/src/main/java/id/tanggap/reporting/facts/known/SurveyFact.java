package id.tanggap.reporting.facts.known;

import static id.tanggap.reporting.facts.known.Columns.on;
import static id.tanggap.reporting.facts.known.Merge.Own.FIRST;

import id.tanggap.contracts.event.IntakeEvent;
import id.tanggap.contracts.event.IntakeEvent.SurveyAnswered;
import id.tanggap.reporting.facts.known.Columns.Telling;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How satisfied the citizen was, once for each complaint. */
final class SurveyFact {

    static Columns<IntakeEvent> columns(WallCalendar wall) {
        return Columns.in("satisfaction_survey", IntakeEvent.class)
                .time("answered_at", FIRST, told(SurveyAnswered::answeredAt))
                .date("month", FIRST, wall.month(told(SurveyAnswered::answeredAt)))
                .text("remark", FIRST.by("answered_at"), told(SurveyAnswered::comment))
                .numbers("scores", FIRST, told(it -> it.scores().inOrder()));
    }

    private static <V> Telling<IntakeEvent, V> told(Function<SurveyAnswered, @Nullable V> part) {
        return on(SurveyAnswered.class, part);
    }

    private SurveyFact() {}
}
