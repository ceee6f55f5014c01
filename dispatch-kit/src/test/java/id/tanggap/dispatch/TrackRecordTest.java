package id.tanggap.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TrackRecordTest {
    private static final double PROMISED = 0.90;

    @Test
    void isBelowThePromiseWhenChanceDoesNotExplainIt() {
        assertThat(new TrackRecord(200, 180).isBelow(PROMISED)).isFalse();
        assertThat(new TrackRecord(200, 176).isBelow(PROMISED)).isFalse();
        assertThat(new TrackRecord(200, 170).isBelow(PROMISED)).isTrue();
        assertThat(new TrackRecord(50, 42).isBelow(PROMISED)).isFalse();
        assertThat(new TrackRecord(50, 40).isBelow(PROMISED)).isTrue();
    }

    @Test
    void earnsTheRightAfterThirtyAtThePromise() {
        assertThat(new TrackRecord(29, 29).earns(PROMISED)).isFalse();
        assertThat(new TrackRecord(30, 27).earns(PROMISED)).isTrue();
        assertThat(new TrackRecord(30, 26).earns(PROMISED)).isFalse();
    }

    @Property
    void saysNothingOnFewerThanThirty(@ForAll @IntRange(min = 0, max = 29) int measured) {
        assertThat(new TrackRecord(measured, 0).isBelow(PROMISED)).isFalse();
    }

    @Property
    void isNeverBelowWhatItReaches(
            @ForAll @IntRange(min = 50, max = 200) int measured, @ForAll @IntRange(min = 0, max = 20) int wrong) {
        var it = new TrackRecord(measured, measured - wrong);

        if (it.share() >= PROMISED) {
            assertThat(it.isBelow(PROMISED)).isFalse();
        }
    }

    @Property
    void moreMistakesAreNeverBetter(
            @ForAll @IntRange(min = 50, max = 200) int measured, @ForAll @IntRange(min = 0, max = 49) int correct) {
        if (new TrackRecord(measured, correct + 1).isBelow(PROMISED)) {
            assertThat(new TrackRecord(measured, correct).isBelow(PROMISED)).isTrue();
        }
    }
}
