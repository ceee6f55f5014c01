package id.tanggap.house.measure;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.house.Checkout;
import id.tanggap.house.Code;
import id.tanggap.house.Generated;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is delivered stays as small as it once was. Prints its size, and where to go to make it smaller. */
class MeasureTest {

    private static final String RECORD = "house/reached.properties";

    /** In percent of the services: what is shared stays smaller than what it is shared by. */
    private static final int LARGEST_GROUND = 62;

    @Test
    void holdsWhatWasReached() {
        var measure = Measure.take();
        var figures = measure.figures();
        if (Generated.isAskedFor()) {
            Checkout.write(RECORD, Ratchet.read(Checkout.read(RECORD)).tightened(figures));
        }
        var ratchet = Ratchet.read(Checkout.read(RECORD));

        System.out.println(measure.report());
        ratchet.better(figures)
                .forEach(better -> System.out.println(better + ", to be kept with: " + Generated.COMMAND));

        assertThat(ratchet.worse(figures)).isEmpty();
        assertThat(ratchet.forgotten(figures))
                .as("is better by far than %s says. Take it over with: %s", RECORD, Generated.COMMAND)
                .isEmpty();
    }

    /** A rule that moves to the ground makes it larger, which is no loss in itself: so there is a bar, and no ratchet. */
    @Test
    void keepsTheGroundBelowTheServices() {
        assertThat(Measure.take().groundPercent()).isLessThanOrEqualTo(LARGEST_GROUND);
    }

    @Test
    void roundsTheGroundUp() {
        assertThat(new Measure(List.of(), Map.of(), 1, 1000).groundPercent()).isEqualTo(1);
        assertThat(new Measure(List.of(), Map.of(), 450, 1000).groundPercent()).isEqualTo(45);
        assertThat(new Measure(List.of(), Map.of(), 451, 1000).groundPercent()).isEqualTo(46);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | ",
                "0 | ;;",
                "1 | int a = 1;",
                "1 | list.stream().map(a -> a + 1).filter(b -> b > 1).toList();",
                "2 | run(() -> { stop(); });",
                "2 | if (a) { b(); }",
                "4 | if (a) { b(); } else { c(); } return;",
                "2 | for (var a : b) c();",
                "2 | try (var a = b()) { c(); } catch (Stop d) { }",
                "5 | switch (a) { case 1 -> b(); default -> c(); }",
                "3 | return switch (a) { case 1 -> b; default -> c; };",
                "2 | record Inner(int a) { int b() { c(); return 1; } } d(); e();",
                "1 | if (a instanceof Pair(int b, var c)) { }",
            })
    void countsStatements(int statements, String body) {
        assertThat(methods("class Some { void some() { %s } }".formatted(body == null ? "" : body)))
                .last()
                .extracting(MethodSize::statements)
                .isEqualTo(statements);
    }

    @Test
    void leavesOutMethodsWithoutABody() {
        assertThat(methods("interface Some { void some(); }")).isEmpty();
    }

    @Test
    void countsLinesWithoutJavadoc() {
        assertThat(methods("""
                class Some {
                    /** Why. */
                    @Override
                    void some() {
                        a();
                    }
                }
                """)).extracting(MethodSize::lines).containsExactly(4);
    }

    @Test
    void spreadsManyNumbersOverFour() {
        assertThat(Spread.of(List.of(9, 1, 8, 2, 7, 3, 6, 4, 5, 10).stream())).isEqualTo(new Spread(5, 9, 10, 10));
    }

    @Test
    void refusesWhatIsWorseOrWasNeverRecorded() {
        var ratchet = Ratchet.read("# head\nstatements.most=20\n");

        assertThat(ratchet.worse(Map.of("statements.most", 21))).hasSize(1);
        assertThat(ratchet.worse(Map.of("statements.most", 20))).isEmpty();
        assertThat(ratchet.worse(Map.of("lines.most", 1))).hasSize(1);
    }

    @Test
    void tellsOfWhatIsBetterAndRefusesToForgetIt() {
        var ratchet = Ratchet.read("statements.most=20");

        assertThat(ratchet.better(Map.of("statements.most", 18))).hasSize(1);
        assertThat(ratchet.forgotten(Map.of("statements.most", 18))).isEmpty();
        assertThat(ratchet.forgotten(Map.of("statements.most", 17))).hasSize(1);
    }

    @Test
    void takesOverWhatIsBetterAndNeverAllowsMore() {
        var ratchet = Ratchet.read("lines.most=30\nstatements.most=20");

        assertThat(ratchet.tightened(Map.of("statements.most", 25, "lines.most", 28, "lines.p90", 7)))
                .endsWith("lines.most=28\nlines.p90=7\nstatements.most=20\n");
    }

    private static List<MethodSize> methods(String text) {
        return MethodSize.of(Code.imagined("some/src/main/java/Some.java", text))
                .toList();
    }
}
