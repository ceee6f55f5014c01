package id.tanggap.learning;

import id.tanggap.learning.learner.Learners;
import id.tanggap.learning.learner.Lessons;
import id.tanggap.learning.learner.Ranking.Ranked;
import id.tanggap.learning.trust.Calibration;
import id.tanggap.learning.trust.Signs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Proposes labels for texts. Any number of threads may ask while others teach.
 *
 * <p>Training takes seconds and its result never changes; what {@link #learn} adds is known to the neighbours alone. To
 * retrain, train another model with all examples and put it in this one's place, then teach it what this one has learned
 * meanwhile: learning an example again does no harm.
 *
 * <p>The same examples in the same order make the same model.
 */
public final class Model {
    private static final int MOST_CANDIDATES = 5;

    private final Learners learners;
    private final Calibration calibration;

    private Model(Learners learners, Calibration calibration) {
        this.learners = learners;
        this.calibration = calibration;
    }

    /**
     * Learns from all examples anew.
     *
     * @param examples the oldest first, which calibration relies on. There may be few or none: with fewer than fifty
     *     candidates are proposed without confidence
     */
    public static Model train(List<Example> examples, LabelCoder coder) {
        var lessons = Lessons.of(examples, coder);
        var calibration = Calibration.of(lessons);
        var all = IntStream.range(0, lessons.examples().size()).boxed().toList();
        return new Model(new Learners(lessons, all), calibration);
    }

    /** The labels for a text; takes a millisecond or two. */
    public Proposal propose(String text, @Nullable String place) {
        var ranking = learners.rank(text, place);
        if (ranking.isEmpty()) {
            return new Proposal(List.of());
        }
        var candidates = new ArrayList<Candidate>();
        var confidence = calibration.confidence(Signs.of(ranking));
        var left = 1 - confidence;
        var others =
                ranking.labels().stream().skip(1).mapToDouble(Ranked::score).sum();
        for (var label : ranking.labels()
                .subList(0, Math.min(MOST_CANDIDATES, ranking.labels().size()))) {
            if (!candidates.isEmpty()) {
                confidence = others > 0 ? Math.min(confidence, left * label.score() / others) : 0;
            }
            candidates.add(new Candidate(label.label(), confidence, learners.explain(label, ranking)));
        }
        return new Proposal(candidates);
    }

    /** Learns one more example at once; of two with one id the later counts. */
    public void learn(Example example) {
        learners.learn(example);
    }

    /** How many examples it has learned from, for who wants to rely on it only when there are enough. */
    public int count() {
        return learners.count();
    }

    /**
     * The confidence from which first candidates, taken together, are right that often. It was chosen on examples not
     * seen in training, but of the same time: ask for a little more than is promised, because the world moves on.
     *
     * @param precision 0 to 1
     * @return infinite when no confidence is enough
     */
    public double threshold(double precision) {
        return calibration.threshold(precision);
    }
}
