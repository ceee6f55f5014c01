package id.tanggap.bench.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.tanggap.learning.Candidate;
import id.tanggap.learning.Explanation;
import id.tanggap.learning.Proposal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private static final Explanation NONE = new Explanation(List.of(), List.of());
    private static final List<Double> THRESHOLDS = List.of(0.5, 0.8, 0.95, Double.POSITIVE_INFINITY);
    private final Score score = new Score();

    @Test
    void countsWhereTheRightLabelStands() {
        answer(0.9, "a", "a", "b");
        answer(0.9, "c", "a", "b", "c");
        answer(0.9, "d", "a", "b", "c", "d");
        answer(0.9, "x", "a");
        score.add(new Proposal(List.of()), "a", THRESHOLDS, 1);

        assertThat(score.first()).isEqualTo(0.2);
        assertThat(score.firstThree()).isEqualTo(0.4);
    }

    @Test
    void weighsTheGapsOfTheBins() {
        answer(0.95, "a", "a");
        answer(0.91, "x", "a");
        answer(0.30, "x", "a");
        answer(1.00, "a", "a");

        // The bin from 0.9: 2.86 promised, 2 right; the bin from 0.3: 0.3 promised, none right.
        assertThat(score.calibrationError()).isCloseTo((0.86 + 0.30) / 4, within(1e-9));
    }

    @Test
    void dispatchesWhatReachesTheThresholdOfItsTime() {
        answer(0.5, "x", "a");
        answer(0.8, "a", "a");
        answer(0.9, "a", "a");
        answer(0.1, "a", "a");

        assertThat(score.dispatched(0)).isEqualTo(new Score.Dispatched(0.75, 2 / 3.0));
        assertThat(score.dispatched(1)).isEqualTo(new Score.Dispatched(0.5, 1));
        assertThat(score.dispatched(3)).isEqualTo(new Score.Dispatched(0, 1));
    }

    @Test
    void takesTheMiddleTime() {
        for (var nanos : List.of(9_000_000L, 1_000_000L, 2_000_000L)) {
            score.add(new Proposal(List.of()), "a", THRESHOLDS, nanos);
        }

        assertThat(score.medianMillis()).isEqualTo(2);
    }

    @Test
    void isJudgedByTheGoals() {
        assertThat(Goals.RANDOM.first().verdict(0.84)).isEqualTo("stretch");
        assertThat(Goals.RANDOM.first().verdict(0.80)).isEqualTo("pass");
        assertThat(Goals.RANDOM.first().verdict(0.7999)).isEqualTo("misses");
        assertThat(Goals.NEWEST.calibrationError().verdict(0.05)).isEqualTo("pass");
        assertThat(Goals.NEWEST.calibrationError().verdict(0.051)).isEqualTo("misses");
        assertThat(Goals.NEWEST.verdictOnDispatched(new Score.Dispatched(0.7, 0.9)))
                .isEqualTo("stretch");
        assertThat(Goals.NEWEST.verdictOnDispatched(new Score.Dispatched(0.9, 0.899)))
                .isEqualTo("misses");
    }

    private void answer(double confidence, String label, String... proposed) {
        var candidates = Stream.of(proposed)
                .map(candidate -> new Candidate(candidate, confidence, NONE))
                .toList();
        score.add(new Proposal(candidates), label, THRESHOLDS, 1);
    }
}
