package id.tanggap.search;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DepthTest {
    private static final double MILLION = 1_000_000;

    @Test
    void looksUpWhatHardlyStandsNearby() {
        assertThat(new Depth(51).filling(0, MILLION)).isZero();
        assertThat(new Depth(51).filling(2, MILLION)).isZero();
        assertThat(new Depth(501).filling(6, MILLION)).isZero();
    }

    @Test
    void looksUpWhereThereIsLittleToFind() {
        assertThat(new Depth(51).filling(20, 10_000)).isZero();
        assertThat(new Depth(51).filling(20, -1)).isZero();
    }

    @Test
    void readsOnUntilThePageIsProbablyFull() {
        assertThat(new Depth(51).filling(3, MILLION)).isEqualTo(16_384);
        assertThat(new Depth(51).filling(50, MILLION)).isEqualTo(1_024);
        assertThat(new Depth(51).filling(50, 10_000)).isEqualTo(1_024);
    }

    @Property
    void readsOnOnlyWhereThatIsQuicker(
            @ForAll @IntRange(min = 1, max = 501) int wanted,
            @ForAll @IntRange(max = 500) int nearby,
            @ForAll @IntRange(max = 10_000_000) int all) {
        var depth = new Depth(wanted);
        var first = depth.filling(nearby, all);

        assertThat(depth.near()).isGreaterThanOrEqualTo(wanted);
        assertThat(first == 0 || first < 4.0 * 3 * all * nearby / depth.near()).isTrue();
    }
}
