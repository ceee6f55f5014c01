package id.tanggap.learning.trust;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * The rising function nearest to the points (pool adjacent violators): steps, each the mean of its points, joined by
 * straight lines from middle to middle.
 */
final class IsotonicRegression {
    private final List<Step> steps;

    record Point(double x, double y) {}

    /**
     * @param x the mean of its points, as is {@code y}
     * @param points how many there are
     */
    record Step(double x, double y, int points) {

        Step with(Step other) {
            var all = points + other.points;
            return new Step(
                    (x * points + other.x * other.points) / all, (y * points + other.y * other.points) / all, all);
        }
    }

    private IsotonicRegression(List<Step> steps) {
        this.steps = steps;
    }

    static IsotonicRegression fit(List<Point> points) {
        var steps = new ArrayList<Step>();
        for (var next : places(points)) {
            var step = next;
            while (!steps.isEmpty() && steps.getLast().y() >= step.y()) {
                step = steps.removeLast().with(step);
            }
            steps.add(step);
        }
        return new IsotonicRegression(List.copyOf(steps));
    }

    /** One step for each place: where several points share one, the function can have only one value. */
    private static Collection<Step> places(List<Point> points) {
        var places = new TreeMap<Double, Step>();
        for (var point : points) {
            places.merge(point.x(), new Step(point.x(), point.y(), 1), Step::with);
        }
        return places.values();
    }

    /** From left to right; x and y rise. */
    List<Step> steps() {
        return steps;
    }

    /** Beyond the first and the last step the value stays; without points it is 0. */
    double at(double x) {
        if (steps.isEmpty()) {
            return 0;
        }
        var right = 0;
        while (right < steps.size() && steps.get(right).x() < x) {
            right++;
        }
        var before = steps.get(Math.max(0, right - 1));
        var after = steps.get(Math.min(right, steps.size() - 1));
        return before.equals(after) ? before.y() : between(before, after, x);
    }

    private static double between(Step before, Step after, double x) {
        var part = (x - before.x()) / (after.x() - before.x());
        return before.y() + part * (after.y() - before.y());
    }
}
