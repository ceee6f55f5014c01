package id.tanggap.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignalTest {
    private final Signal signal = new Signal();

    @Test
    void countsOnceHoweverOftenItWasRaised() throws InterruptedException {
        signal.raise();
        signal.raise();

        assertThat(signal.await(Duration.ofSeconds(10))).isTrue();
        assertThat(signal.await(Duration.ofMillis(1))).isFalse();
    }

    @Test
    void wakesTheOneThatWaits() throws InterruptedException {
        Thread.ofVirtual().start(signal::raise);

        assertThat(signal.await(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void isForgottenWhenCleared() throws InterruptedException {
        signal.raise();
        signal.clear();

        assertThat(signal.await(Duration.ofMillis(1))).isFalse();
    }
}
