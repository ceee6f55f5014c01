package id.tanggap.notification.sender;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.channel.Fault;
import id.tanggap.channel.Outcome.Failed;
import id.tanggap.channel.Outcome.Sent;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LineTest {
    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");

    private final Line line = new Line(40, new RetryPolicy(Duration.ofSeconds(30), Duration.ofHours(1)));

    @Test
    void handsOutSoManySlotsASecond() {
        for (var i = 0; i < 40; i++) {
            assertThat(line.slot(NOON)).isEqualTo(Duration.ofMillis(25L * i));
        }
        assertThat(line.slot(NOON.plusSeconds(5))).isZero();
    }

    @Test
    void waitsForNoPartOfAMillisecond() {
        line.slot(NOON);

        assertThat(line.slot(NOON.plusNanos(24_999_999))).isZero();
    }

    @Test
    void bringsAnAddressOneMessageAtATime() {
        assertThat(line.begin("62812")).isTrue();
        assertThat(line.begin("62812")).isFalse();
        assertThat(line.begin("62813")).isTrue();

        line.end("62812");

        assertThat(line.begin("62812")).isTrue();
    }

    @Test
    void restsAsLongAsTheProviderSays() {
        line.hear(new Failed(Fault.THROTTLED, "WA 130429", NOON.plusSeconds(90)), NOON);
        line.hear(new Failed(Fault.THROTTLED, "WA 130429", NOON.plusSeconds(20)), NOON);

        assertThat(line.closedUntil()).isEqualTo(NOON.plusSeconds(90));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CONFIG", "QUALITY"})
    void restsLongerEachTimeThatTheAccountIsOutOfOrder(Fault fault) {
        line.hear(new Failed(fault, "WA 190"), NOON);
        line.hear(new Failed(fault, "WA 190"), NOON.plusSeconds(1));
        assertThat(line.closedUntil()).isEqualTo(NOON.plusSeconds(31));

        line.hear(new Failed(fault, "WA 190"), NOON.plusSeconds(40));
        assertThat(line.closedUntil()).isEqualTo(NOON.plusSeconds(100));

        line.hear(new Sent(), NOON.plusSeconds(110));
        line.hear(new Failed(fault, "WA 190"), NOON.plusSeconds(120));
        assertThat(line.closedUntil()).isEqualTo(NOON.plusSeconds(150));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"TRANSIENT", "WINDOW_CLOSED", "RECIPIENT", "CONTENT"})
    void staysOpenForWhatConcernsOneMessage(Fault fault) {
        line.hear(new Failed(fault, "WA 131026"), NOON);

        assertThat(line.closedUntil()).isBeforeOrEqualTo(NOON);
    }
}
