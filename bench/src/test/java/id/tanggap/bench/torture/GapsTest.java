package id.tanggap.bench.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GapsTest {
    private static final long SECOND = 1_000_000_000L;

    private final Gaps gaps = new Gaps();

    @Test
    void areTimesWithoutAReceipt() {
        gaps.succeeded(10 * SECOND);
        gaps.succeeded(13 * SECOND);
        gaps.succeeded(14 * SECOND);

        assertThat(gaps.longest(11 * SECOND, 15 * SECOND)).isEqualTo(Duration.ofSeconds(2));
        assertThat(gaps.longest(10 * SECOND, 15 * SECOND)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void lastUntilTheEndWhenNobodyGetsOne() {
        gaps.succeeded(10 * SECOND);

        assertThat(gaps.longest(10 * SECOND, 15 * SECOND)).isEqualTo(Duration.ofSeconds(5));
        assertThat(gaps.longest(12 * SECOND, 15 * SECOND)).isEqualTo(Duration.ofSeconds(3));
    }
}
