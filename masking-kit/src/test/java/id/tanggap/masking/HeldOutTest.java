package id.tanggap.masking;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.masking.text.MarkedLine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On texts from which nothing was learned. {@code bench masking} prints the same figures for any file. */
class HeldOutTest {
    private static final double MOST_NEEDLESS = 0.02;
    private static final List<MarkedLine> LINES = MarkedLines.read("held-out.tsv");

    @ParameterizedTest
    @CsvSource({
        "NIK, 0.99",
        "TELEPON, 0.97",
        "EMAIL, 0.95",
        "AKUN, 0.97",
        "NOPOL, 0.97",
        "LAHIR, 0.90",
        "PELANGGAN, 0.95",
        "REKENING, 0.97",
        "NOMOR, 0.97",
        "RUMAH, 0.92",
        "NAMA, 0.93",
        "NAMA0, 0.85"
    })
    void findsOfEachKindAtLeast(String label, double least) {
        var wanted = LINES.stream()
                .flatMap(line -> line.marks().stream()
                        .filter(mark -> mark.label().equals(label))
                        .map(mark -> line.isHidden(mark, MarkedLines.found(line))))
                .toList();

        assertThat(wanted).hasSizeGreaterThanOrEqualTo(20);
        assertThat(wanted.stream().filter(hidden -> hidden).count() / (double) wanted.size())
                .isGreaterThanOrEqualTo(least);
    }

    @Test
    void takesAlmostNothingWithoutNeed() {
        var taken = LINES.stream()
                .flatMap(line -> MarkedLines.found(line).stream().map(line::isNeedless))
                .toList();

        assertThat(taken.stream().filter(needless -> needless).count() / (double) taken.size())
                .isLessThanOrEqualTo(MOST_NEEDLESS);
    }
}
