package id.tanggap.bench.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SplitTest {
    @Test
    void asksTheNewestFifth() {
        var decisions = InventedDecisions.of(11);

        var split = Split.newest(decisions);

        assertThat(split.learned()).isEqualTo(decisions.subList(0, 9));
        assertThat(split.asked()).isEqualTo(decisions.subList(9, 11));
    }

    @Test
    void asksTheSameRandomFifthInAnyOrder() {
        var decisions = InventedDecisions.of(1_000);

        var split = Split.random(decisions);

        assertThat(split.asked()).hasSizeBetween(160, 240).doesNotContainAnyElementsOf(split.learned());
        assertThat(split.learned()).hasSize(1_000 - split.asked().size());
        assertThat(Split.random(decisions.reversed()).asked()).containsExactlyInAnyOrderElementsOf(split.asked());
    }

    @Test
    void asksThoseWhoseHashIsDivisible() {
        // Those whose first eight digits by sha256sum are a multiple of five.
        assertThat(Split.random(InventedDecisions.of(12)).asked())
                .extracting(decision -> decision.example().id())
                .containsExactly("5", "7");
    }
}
