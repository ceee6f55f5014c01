package id.tanggap.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    NIK saya [NIK], jalan berlubang | NIK saya  , jalan berlubang
                    Hubungi [TELEPON] atau [NAMA]   | Hubungi   atau
                    Rumah [RUMAH] di [NAMA JALAN]   | Rumah   di
                    Jalan [sic] rusak [RT 05]       | Jalan [sic] rusak [RT 05]
                    """)
    void readsNoMarkOfWhatWasTakenOut(String text, String read) {
        assertThat(Wording.of(null, text)).isEqualTo(read);
    }

    @Test
    void isTitleAndText() {
        assertThat(Wording.of("Lampu", "Padam")).isEqualTo("Lampu\nPadam");
        assertThat(Wording.of(null, null)).isEmpty();
    }
}
