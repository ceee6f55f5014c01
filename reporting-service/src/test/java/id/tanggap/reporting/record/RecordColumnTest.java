package id.tanggap.reporting.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever takes a file up knows its columns by name and place. */
class RecordColumnTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INTERNAL | NO, NOMOR ADUAN, TANGGAL, KANAL, KLASIFIKASI, KATEGORI, WILAYAH, LOKASI, ADUAN, DINAS, \
            TANGGAL DITERUSKAN, PINDAH, TENGGAT, TANGGAL JAWABAN, JAWABAN, KEADAAN, KETEPATAN, TERLAMBAT (JAM), \
            KEBERATAN, KEPUASAN, SARAN, ASAL DATA, LINK ADUAN, SIFAT, TUNTAS, DITUTUP
            AGENCY   | NO, NOMOR ADUAN, TANGGAL, KATEGORI, WILAYAH, LOKASI, ADUAN, DINAS, TANGGAL DITERUSKAN, TENGGAT, \
            TANGGAL JAWABAN, JAWABAN, KEADAAN, KETEPATAN, TERLAMBAT (JAM), SIFAT, TUNTAS, DITUTUP
            PUBLIC   | NO, TANGGAL, KANAL, KLASIFIKASI, KATEGORI, WILAYAH, DINAS, TANGGAL JAWABAN, KEADAAN, KETEPATAN, \
            TERLAMBAT (JAM)
            RECAP    | NO, TANGGAL, ADUAN, DINAS, TANGGAL JAWABAN, JAWABAN, SOSIAL MEDIA, LINK ADUAN, \
            NOMOR ADUAN, SIFAT
            """)
    void standsInTheFilesOfItsAudiences(Audience audience, String headers) {
        assertThat(headers(audience)).isEqualTo(List.of(headers.split(", ")));
    }

    @Test
    void tellsThePublicNoWordsAndNothingByWhichToFindWhoWroteThem() {
        assertThat(headers(Audience.PUBLIC))
                .doesNotContain("NOMOR ADUAN", "LOKASI", "ADUAN", "JAWABAN", "SARAN", "LINK ADUAN");
    }

    /** A file that comes in again is known by its numbers, and what is secret in it stays so. */
    @Test
    void tellsTheSecrecyOfWhateverItNumbers() {
        assertThat(Audience.values())
                .allSatisfy(audience -> assertThat(headers(audience).contains("SIFAT"))
                        .isEqualTo(headers(audience).contains("NOMOR ADUAN")));
    }

    private static List<String> headers(Audience audience) {
        return RecordColumn.of(audience).stream().map(RecordColumn::header).toList();
    }
}
