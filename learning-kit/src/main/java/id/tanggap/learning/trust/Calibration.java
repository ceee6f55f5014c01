package id.tanggap.learning.trust;

import id.tanggap.learning.learner.Learners;
import id.tanggap.learning.learner.Lessons;
import id.tanggap.learning.trust.IsotonicRegression.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
        var count = lessons.examples().size();
        return count < LEAST_OUTCOMES
                ? List.of()
                : Fold.of(count)
                        .flatMap(fold -> outcomes(lessons, fold).stream())
                        .toList();
    }

    /** By learners that did not see these examples. */
    private static List<Outcome> outcomes(Lessons lessons, Fold fold) {
        var others = new Learners(lessons, fold.others());
        var outcomes = new ArrayList<Outcome>();
        for (var example : lessons.examples().subList(fold.from(), fold.to())) {
            var ranking = others.rank(example.text(), example.place());
            if (!ranking.isEmpty()) {
                outcomes.add(
                        new Outcome(Signs.of(ranking), ranking.first().label().equals(example.label())));
            }
        }
        return outcomes;
    }

    /** A part of so many, which is judged by what all others taught. */
    private record Fold(int from, int to, int count) {
        static Stream<Fold> of(int count) {
            return IntStream.range(0, FOLDS)
                    .mapToObj(fold -> new Fold(count * fold / FOLDS, count * (fold + 1) / FOLDS, count));
        }

        List<Integer> others() {
            return IntStream.range(0, count)
                    .filter(i -> i < from || i >= to)
                    .boxed()
                    .toList();
        }
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
        return Fold.of(outcomes.size()).flatMap(fold -> points(outcomes, fold)).toList();
    }

    private static Stream<Point> points(List<Outcome> outcomes, Fold fold) {
        var trust = Trust.fit(fold.others().stream().map(outcomes::get).toList());
        return outcomes.subList(fold.from(), fold.to()).stream()
                .map(outcome -> new Point(trust.in(outcome.signs()), outcome.right() ? 1 : 0));
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
