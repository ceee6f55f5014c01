package id.tanggap.learning.trust;

import id.tanggap.learning.learner.Learners;
import id.tanggap.learning.learner.Lessons;
import id.tanggap.learning.trust.IsotonicRegression.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often first labels are right, measured on examples that the learners had not seen: each fifth of the examples is
 * ranked by learners of the other four. The fifths are stretches of the examples in their order, so that examples which
 * came in on the same day do not vouch for each other.
 */
public final class Calibration {
    /** With fewer outcomes nothing is said. */
    public static final int LEAST_OUTCOMES = 50;

    private static final int FOLDS = 5;

    private final Trust trust;
    private final IsotonicRegression precision;
    private final List<Judged> judged;

    /** A first label of an example not seen, with the confidence it would have had. */
    private record Judged(double confidence, boolean right) {}

    private Calibration(Trust trust, IsotonicRegression precision, List<Judged> judged) {
        this.trust = trust;
        this.precision = precision;
        this.judged = judged;
    }

    public static Calibration of(Lessons lessons) {
        return of(outcomes(lessons));
    }

    /** In the order of the examples; without those of which nothing was known. */
    private static List<Outcome> outcomes(Lessons lessons) {
        var outcomes = new ArrayList<Outcome>();
        var count = lessons.examples().size();
        if (count < LEAST_OUTCOMES) {
            return outcomes;
        }
        for (int fold = 0; fold < FOLDS; fold++) {
            var from = count * fold / FOLDS;
            var to = count * (fold + 1) / FOLDS;
            var others = new Learners(
                    lessons,
                    IntStream.range(0, count)
                            .filter(i -> i < from || i >= to)
                            .boxed()
                            .toList());
            for (var example : lessons.examples().subList(from, to)) {
                var ranking = others.rank(example.text(), example.place());
                if (!ranking.isEmpty()) {
                    outcomes.add(new Outcome(
                            Signs.of(ranking), ranking.first().label().equals(example.label())));
                }
            }
        }
        return outcomes;
    }

    static Calibration of(List<Outcome> outcomes) {
        if (outcomes.size() < LEAST_OUTCOMES) {
            return new Calibration(Trust.fit(List.of()), IsotonicRegression.fit(List.of()), List.of());
        }
        var points = crossFitted(outcomes);
        // Two misses that did not happen, since nothing is certain and no trust deserves no confidence.
        var cautious = new ArrayList<>(points);
        cautious.add(new Point(0, 0));
        cautious.add(new Point(1, 0));
        var precision = IsotonicRegression.fit(cautious);
        var judged = points.stream()
                .map(point -> new Judged(precision.at(point.x()), point.y() > 0))
                .sorted(Comparator.comparingDouble(Judged::confidence).reversed())
                .toList();
        return new Calibration(Trust.fit(outcomes), precision, judged);
    }

    /** The trust in each outcome by a judge that did not know it, and whether it was right. */
    private static List<Point> crossFitted(List<Outcome> outcomes) {
        var points = new ArrayList<Point>();
        for (int fold = 0; fold < FOLDS; fold++) {
            var from = outcomes.size() * fold / FOLDS;
            var to = outcomes.size() * (fold + 1) / FOLDS;
            var others = new ArrayList<>(outcomes.subList(0, from));
            others.addAll(outcomes.subList(to, outcomes.size()));
            var trust = Trust.fit(others);
            for (var outcome : outcomes.subList(from, to)) {
                points.add(new Point(trust.in(outcome.signs()), outcome.right() ? 1 : 0));
            }
        }
        return points;
    }

    /** How often first labels such as this one are right. */
    public double confidence(Signs signs) {
        return precision.at(trust.in(signs));
    }

    /** The lowest confidence with which first labels, taken together with all more confident, were right that often. */
    public double threshold(double precision) {
        var threshold = Double.POSITIVE_INFINITY;
        var right = 0;
        for (int i = 0; i < judged.size(); i++) {
            right += judged.get(i).right() ? 1 : 0;
            var lastOfEquals = i + 1 == judged.size()
                    || judged.get(i + 1).confidence() < judged.get(i).confidence();
            if (lastOfEquals && right >= precision * (i + 1)) {
                threshold = judged.get(i).confidence();
            }
        }
        return threshold;
    }
}
