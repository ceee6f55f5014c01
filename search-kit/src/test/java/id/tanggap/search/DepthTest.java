package id.tanggap.search;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DepthTest {
    @Test
    void looksUpWhatHardlyStandsNearby() {
        assertThat(new Depth(51).filling(0)).isZero();
        assertThat(new Depth(51).filling(2)).isZero();
        assertThat(new Depth(501).filling(6)).isZero();
    }

    @Test
    void readsOnUntilThePageIsProbablyFull() {
        assertThat(new Depth(51).filling(3)).isEqualTo(12_750);
        assertThat(new Depth(51).filling(50)).isEqualTo(765);
    }

    @Property
    void readsNeverMoreThanCanBeSorted(
            @ForAll @IntRange(min = 1, max = 501) int wanted, @ForAll @IntRange(max = 500) int nearby) {
        var depth = new Depth(wanted);

        assertThat(depth.near()).isGreaterThanOrEqualTo(wanted);
        assertThat(depth.filling(nearby)).isLessThanOrEqualTo(3 * Depth.FEW);
    }
}
