package id.tanggap.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.bench.platform.SettableTicker;
import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final SettableTicker ticker = new SettableTicker();

    @Test
    void keepsTheRate() throws Exception {
        go(new Pace(50, ticker), 101);

        assertThat(ticker.seconds()).isEqualTo(2.0);
    }

    @Test
    void doesNotWaitAtMax() throws Exception {
        go(new Pace(Double.POSITIVE_INFINITY, ticker), 1_000);

        assertThat(ticker.seconds()).isZero();
    }

    @Test
    void makesUpForNoMoreThanASecond() throws Exception {
        var pace = new Pace(10, ticker);
        ticker.sleep(Duration.ofMinutes(1).toNanos());
        go(pace, 11);

        assertThat(ticker.seconds()).isEqualTo(60.0);
        go(pace, 10);
        assertThat(ticker.seconds()).isEqualTo(61.0, Offset.offset(0.1));
    }

    @Test
    void holdsAllWhenThePlatformAsksForTime() throws Exception {
        var pace = new Pace(100, ticker);
        pace.hold(Duration.ofSeconds(3));
        pace.await();

        assertThat(ticker.seconds()).isEqualTo(3.0);
    }

    @Test
    void slowsDownOnceForManyBusyAnswersOfOneSpell() throws Exception {
        var pace = new Pace(100, ticker);
        for (int i = 0; i < 32; i++) {
            pace.hold(Duration.ofSeconds(2));
        }
        go(pace, 11);

        assertThat(ticker.seconds()).isEqualTo(2.0 + 10 * 0.015, Offset.offset(0.001));
    }

    @Test
    void growsBackWithEveryAcceptance() throws Exception {
        var pace = new Pace(100, ticker);
        pace.hold(Duration.ofSeconds(2));
        for (int i = 0; i < 5_000; i++) {
            pace.accepted();
        }
        pace.await();
        var began = ticker.seconds();
        go(pace, 100);

        assertThat(ticker.seconds() - began).isEqualTo(1.0, Offset.offset(0.02));
    }

    @Test
    void slowsEvenMaxAndNeverBelowFourASecond() throws Exception {
        var pace = new Pace(Double.POSITIVE_INFINITY, ticker);
        for (int i = 0; i < 100; i++) {
            pace.hold(Duration.ofSeconds(1));
            pace.await();
        }
        var began = ticker.seconds();
        go(pace, 5);

        assertThat(ticker.seconds() - began).isEqualTo(1.25, Offset.offset(0.01));
    }

    private static void go(Pace pace, int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            pace.await();
        }
    }
}
