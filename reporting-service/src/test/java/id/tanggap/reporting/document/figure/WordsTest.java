package id.tanggap.reporting.document.figure;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void writesANumberTwiceWhereItMustNotBeChanged() {
        assertThat(Words.counted(1_234)).isEqualTo("1.234 (seribu dua ratus tiga puluh empat)");
    }
}
