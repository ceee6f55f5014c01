package id.tanggap.learning.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.tanggap.learning.trust.IsotonicRegression.Point;
import id.tanggap.learning.trust.IsotonicRegression.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IsotonicRegressionTest {

    @Example
    void poolsWhatFalls() {
        var fitted = IsotonicRegression.fit(
                List.of(new Point(1, 0), new Point(2, 1), new Point(3, 0), new Point(4, 1), new Point(5, 1)));

        assertThat(fitted.steps()).containsExactly(new Step(1, 0, 1), new Step(2.5, 0.5, 2), new Step(4.5, 1, 2));
        assertThat(fitted.at(0)).isZero();
        assertThat(fitted.at(1.75)).isEqualTo(0.25);
        assertThat(fitted.at(9)).isEqualTo(1);
    }

    @Example
    void isZeroWithoutPoints() {
        assertThat(IsotonicRegression.fit(List.of()).at(0.5)).isZero();
    }

    @Property
    void rises(@ForAll("points") List<Point> points) {
        var steps = IsotonicRegression.fit(points).steps();

        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i).x()).isGreaterThan(steps.get(i - 1).x());
            assertThat(steps.get(i).y()).isGreaterThan(steps.get(i - 1).y());
        }
    }

    @Property
    void risesBetweenItsStepsToo(
            @ForAll("points") List<Point> points, @ForAll("places") double a, @ForAll("places") double b) {
        var fitted = IsotonicRegression.fit(points);

        assertThat(fitted.at(Math.min(a, b))).isLessThanOrEqualTo(fitted.at(Math.max(a, b)) + 1e-12);
    }

    @Property
    void keepsTheMean(@ForAll("points") List<Point> points) {
        var steps = IsotonicRegression.fit(points).steps();

        assertThat(steps.stream().mapToInt(Step::points).sum()).isEqualTo(points.size());
        assertThat(steps.stream().mapToDouble(step -> step.y() * step.points()).sum())
                .isCloseTo(points.stream().mapToDouble(Point::y).sum(), within(1e-9));
    }

    @Property
    void doesNotDependOnTheOrder(@ForAll("points") List<Point> points, @ForAll long seed) {
        var shuffled = new ArrayList<>(points);
        Collections.shuffle(shuffled, new Random(seed));
        var fitted = IsotonicRegression.fit(points);
        var other = IsotonicRegression.fit(shuffled);

        for (var point : points) {
            assertThat(other.at(point.x())).isCloseTo(fitted.at(point.x()), within(1e-9));
        }
    }

    /** Few places, so that several points share one. */
    @Provide
    Arbitrary<List<Point>> points() {
        return Combinators.combine(places(), Arbitraries.of(0.0, 1.0))
                .as(Point::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<Double> places() {
        return Arbitraries.integers().between(0, 20).map(tenths -> tenths / 10.0);
    }
}
