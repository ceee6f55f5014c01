package id.tanggap.reporting.recap.loop;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.governments.Government;
import id.tanggap.reporting.MovedGovernments;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Month and year end by the clock on the wall: WIB, WITA and WIT are an hour apart each. */
class RecapMonthTest {

    @ParameterizedTest
    @CsvSource({
        "Asia/Jakarta,   2026-10, 2026-10-31T17:00:00Z",
        "Asia/Makassar,  2026-10, 2026-10-31T16:00:00Z",
        "Asia/Jayapura,  2026-10, 2026-10-31T15:00:00Z",
        "Asia/Jakarta,   2026-12, 2026-12-31T17:00:00Z",
        "Asia/Makassar,  2026-12, 2026-12-31T16:00:00Z",
        "Asia/Jayapura,  2026-12, 2026-12-31T15:00:00Z",
        "Asia/Jakarta,   2028-02, 2028-02-29T17:00:00Z"
    })
    void endsAtLocalMidnight(String zone, String month, Instant endsAt) {
        var it = new RecapMonth(in(zone), YearMonth.parse(month));

        assertThat(it.endsAt()).isEqualTo(endsAt);
        assertThat(it.isPreliminary(endsAt.minusNanos(1))).isTrue();
        assertThat(it.isPreliminary(endsAt)).isFalse();
        assertThat(RecapMonth.at(endsAt.minusNanos(1), it.government())).isEqualTo(it);
        assertThat(RecapMonth.at(endsAt, it.government())).isEqualTo(it.plus(1));
    }

    private static Government in(String zone) {
        return MovedGovernments.load("karanganyar", zone);
    }
}
