package id.tanggap.bench.routing;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.learning.Example;
import id.tanggap.learning.LabelCoder;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialTest {
    private static final Period NEVER = Period.ofYears(1);
    private static final List<Decision> LEARNED = InventedDecisions.of(90);

    @Test
    void asksWhatWasNotLearned() {
        var all = InventedDecisions.of(120);

        var trial = Trial.still(new Split(LEARNED, all.subList(90, 120)), LabelCoder.identity());

        assertThat(trial.score().first()).isEqualTo(1);
        assertThat(trial.score().medianMillis()).isPositive();
        assertThat(trial.secondsEachTraining()).isPositive();
        assertThat(trial.trainings()).isEqualTo(1);
    }

    @Test
    void learnsADecisionADayLater() {
        var asked = goats(0, 1, 23, 24, 25);

        assertThat(Trial.still(new Split(LEARNED, asked), LabelCoder.identity())
                        .score()
                        .first())
                .isZero();
        assertThat(Trial.learning(new Split(LEARNED, asked), LabelCoder.identity(), NEVER)
                        .score()
                        .first())
                .isEqualTo(2 / 5.0);
    }

    @Test
    void isRetrainedEverySoOften() {
        var trial =
                Trial.learning(new Split(LEARNED, goats(0, 24, 48, 49, 120)), LabelCoder.identity(), Period.ofDays(2));

        assertThat(trial.trainings()).isEqualTo(3);
    }

    /** Of an agency that no decision before went to. */
    private static List<Decision> goats(int... hours) {
        var goats = new ArrayList<Decision>();
        for (var hour : hours) {
            goats.add(new Decision(
                    new Example("goat " + hour, "kambing masuk kebun " + hour, null, "Dinas Ternak"),
                    null,
                    InventedDecisions.FIRST.plusDays(30).plusHours(hour),
                    hour));
        }
        return goats;
    }
}
