package id.tanggap.reporting.document.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "0, nol",
        "11, sebelas",
        "17, tujuh belas",
        "20, dua puluh",
        "100, seratus",
        "111, seratus sebelas",
        "999, sembilan ratus sembilan puluh sembilan",
        "1000, seribu",
        "1500, seribu lima ratus",
        "11000, sebelas ribu",
        "1000001, satu juta satu",
        "2000000000, dua miliar"
    })
    void spellsNumbers(long number, String spelled) {
        assertThat(Words.spelled(number)).isEqualTo(spelled);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S,          hari yang sama",
        "PT0.9S,        kurang dari 1 menit",
        "PT59.9S,       kurang dari 1 menit",
        "PT1M,          1 menit",
        "PT59M59S,      59 menit",
        "PT1H,          '1,0 jam'",
        "PT23H59M,      '24,0 jam'",
        "P1D,           1 hari",
        "P1DT1S,        '24,0 jam'",
        "PT47H59M,      '48,0 jam'",
        "P2D,           2 hari",
        "P2DT1M,        '2,0 hari'",
        "P1234D,        1.234 hari"
    })
    void tellsATimeInTheUnitInWhichItIsKnown(Duration duration, String words) {
        assertThat(Words.duration(duration)).isEqualTo(words);
    }

    @Test
    void writesANumberTwiceWhereItMustNotBeChanged() {
        assertThat(Words.counted(1_234)).isEqualTo("1.234 (seribu dua ratus tiga puluh empat)");
    }
}
