package id.tanggap.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentTest {
    private static final Instant FIRST = Instant.parse("2026-10-05T02:00:00Z");

    @Test
    void isNotKnownUntilItIsTold() {
        assertThat(Moment.latest().at()).isNull();
        assertThat(Moment.earliest().at()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1,2,3", "1,3,2", "2,1,3", "2,3,1", "3,1,2", "3,2,1"})
    void isTheSameInWhateverOrderItIsTold(long one, long two, long three) {
        var latest = Moment.latest();
        var earliest = Moment.earliest();

        for (var seconds : List.of(one, two, three)) {
            latest.told(FIRST.plusSeconds(seconds));
            earliest.told(FIRST.plusSeconds(seconds));
        }

        assertThat(latest.at()).isEqualTo(FIRST.plusSeconds(3));
        assertThat(earliest.at()).isEqualTo(FIRST.plusSeconds(1));
    }
}
