package id.tanggap.notification.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
    private final RetryPolicy policy = new RetryPolicy(Duration.ofSeconds(30), Duration.ofHours(1));

    @ParameterizedTest
    @CsvSource({
        "1, 0, PT15S",
        "1, 1, PT30S",
        "2, 1, PT1M",
        "3, 1, PT2M",
        "7, 1, PT32M",
        "8, 1, PT1H",
        "9, 1, PT1H",
        "1000, 1, PT1H",
        "1000, 0, PT30M",
        "8, 0.5, PT45M"
    })
    void doublesUpToTheLongest(int attempts, double chance, Duration pause) {
        assertThat(policy.pause(attempts, chance)).isEqualTo(pause);
    }
}
