package id.tanggap.learning.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.tanggap.learning.learner.Ranking;
import id.tanggap.learning.learner.Ranking.Ranked;
import id.tanggap.learning.text.SparseVector;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final int COUNT = 4_000;

    /** Right as often as the square of the score says, so that the score itself claims too much. */
    private static final List<Outcome> BOASTFUL = outcomes(7);

    private final Calibration calibration = Calibration.of(BOASTFUL);

    @Test
    void tellsHowOftenSuchALabelIsRight() {
        for (var score : List.of(0.3, 0.5, 0.7, 0.9)) {
            assertThat(calibration.confidence(ranking(score))).isCloseTo(score * score, within(0.06));
        }
    }

    @Test
    void risesWithTheLead() {
        for (int i = 1; i < 100; i++) {
            assertThat(calibration.confidence(ranking(i / 100.0)))
                    .isGreaterThanOrEqualTo(calibration.confidence(ranking((i - 1) / 100.0)));
        }
    }

    @Test
    void keepsThePrecisionItWasAskedForOnOthersToo() {
        var threshold = calibration.threshold(0.8);
        var admitted = outcomes(8).stream()
                .filter(outcome -> calibration.confidence(outcome.signs()) >= threshold)
                .toList();

        assertThat(admitted).hasSizeBetween(COUNT / 10, COUNT / 2);
        assertThat(admitted.stream().filter(Outcome::right).count() / (double) admitted.size())
                .isCloseTo(0.8, within(0.03));
    }

    @Test
    void knowsThatALabelIsOftenWrong() {
        var mixed = IntStream.range(0, COUNT)
                .mapToObj(i -> {
                    var steady = i % 2 == 0;
                    return new Outcome(ranking(steady ? "steady" : "fickle", 0.7), steady || i % 4 == 1);
                })
                .toList();
        var calibration = Calibration.of(mixed);

        assertThat(calibration.confidence(ranking("steady", 0.7)))
                .isGreaterThan(0.95)
                .isLessThan(1);
        assertThat(calibration.confidence(ranking("fickle", 0.7))).isCloseTo(0.5, within(0.05));
    }

    @Test
    void saysNothingAboutFewOutcomes() {
        var calibration = Calibration.of(BOASTFUL.subList(0, Calibration.LEAST_OUTCOMES - 1));

        assertThat(calibration.confidence(ranking(0.9))).isZero();
        assertThat(calibration.threshold(0.1)).isInfinite();
    }

    private static List<Outcome> outcomes(long seed) {
        var random = new SplittableRandom(seed);
        return IntStream.range(0, COUNT)
                .mapToObj(_ -> {
                    var score = random.nextDouble();
                    return new Outcome(ranking(score), random.nextDouble() < score * score);
                })
                .toList();
    }

    private static Signs ranking(double score) {
        return ranking("label", score);
    }

    private static Signs ranking(String label, double score) {
        var first = new Ranked(label, label, score, 2 * score - 1, score);
        return Signs.of(new Ranking(List.of(first), new SparseVector(new int[0], new float[0]), Map.of(), List.of()));
    }
}
