package id.tanggap.intake.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.intake.vault.Identity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipTest {
    private static final String TEXT = "Lampu jalan di depan pasar padam.";

    @ParameterizedTest
    @CsvSource({"PUBLIC, Wati Contoh, " + TEXT, "ANONYMOUS, , " + TEXT, "SECRET, , "})
    void tellsNoMoreThanPaperMay(Visibility visibility, @Nullable String name, @Nullable String matter) {
        var slip = slip(visibility, null, TEXT);

        assertThat(slip.name()).isEqualTo(name);
        assertThat(slip.matter()).isEqualTo(matter);
        assertThat(slip.toString()).doesNotContain("Wati", "Lampu");
    }

    @Test
    void callsTheMatterByItsTitle() {
        assertThat(slip(Visibility.PUBLIC, "Lampu padam", TEXT).matter()).isEqualTo("Lampu padam");
        assertThat(slip(Visibility.PUBLIC, " ", TEXT).matter()).isEqualTo(TEXT);
    }

    @Test
    void cutsALongTextBetweenWords() {
        assertThat(slip(Visibility.PUBLIC, null, "kata\n".repeat(100)).matter())
                .hasSizeLessThanOrEqualTo(Slip.LONGEST)
                .endsWith("kata…")
                .startsWith("kata kata");
        assertThat(slip(Visibility.PUBLIC, null, "😀".repeat(100)).matter()).startsWith("😀").doesNotContain("�");
    }

    private static Slip slip(Visibility visibility, @Nullable String title, String text) {
        var receipt = Receipt.of(
                new UUID(0, 1), "SKA-4F7K-92XM", "7KQ2-9F3M", Instant.parse("2026-11-02T03:00:00Z"), null, List.of());
        return Slip.of(
                receipt,
                null,
                visibility,
                new Identity("Wati Contoh", List.of(), title, text, null, "7KQ29F3M"));
    }
}
