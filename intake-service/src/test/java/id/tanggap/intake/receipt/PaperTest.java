package id.tanggap.intake.receipt;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.governments.Governments;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperTest {
    private static final String TEXT = "Lampu jalan di depan pasar padam.";

    @ParameterizedTest
    @CsvSource({"PUBLIC, Wati Contoh, " + TEXT, "ANONYMOUS, , " + TEXT, "SECRET, , "})
    void tellsNoMoreThanPaperMay(Visibility visibility, @Nullable String name, @Nullable String matter) {
        var paper = paper(visibility, null, TEXT);

        assertThat(paper.name()).isEqualTo(name);
        assertThat(paper.matter()).isEqualTo(matter);
        assertThat(paper.toString()).doesNotContain("Wati", "Lampu");
    }

    @Test
    void callsTheMatterByItsTitle() {
        assertThat(paper(Visibility.PUBLIC, "Lampu padam", TEXT).matter()).isEqualTo("Lampu padam");
        assertThat(paper(Visibility.PUBLIC, " ", TEXT).matter()).isEqualTo(TEXT);
    }

    @Test
    void cutsALongTextBetweenWords() {
        assertThat(paper(Visibility.PUBLIC, null, "kata\n".repeat(100)).matter())
                .hasSizeLessThanOrEqualTo(Paper.LONGEST)
                .endsWith("kata…")
                .startsWith("kata kata");
        assertThat(paper(Visibility.PUBLIC, null, "😀".repeat(100)).matter())
                .startsWith("😀")
                .doesNotContain("�");
    }

    private static Paper paper(Visibility visibility, @Nullable String title, String text) {
        var lodged = new Lodged(
                new UUID(0, 1),
                "SKA-4F7K-92XM",
                requireNonNull(Governments.load(null).find("surakarta")),
                ComplaintType.ORDINARY,
                visibility,
                Instant.parse("2026-11-02T03:00:00Z"));
        return Paper.of(lodged, new Told("Wati Contoh", title, text));
    }
}
