package id.tanggap.notification.sender.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {
    @ParameterizedTest
    @CsvSource({
        "Lampu sudah diganti., 40, Lampu sudah diganti.",
        "Lampu sudah diganti. Terima kasih., 30, Lampu sudah diganti.…",
        "Lampu di Jalan Kenanga sudah diganti, 30, Lampu di Jalan Kenanga sudah…",
        "Lampuuuuuuuuuuuuuuuuuuu, 6, Lampu…"
    })
    void endsWhereAReaderWouldPause(String text, int most, String excerpt) {
        assertThat(Excerpt.of(text, most)).isEqualTo(excerpt);
    }

    @Test
    void holdsNoMoreThanFits() {
        var answer = "Petugas kami sudah memeriksa lampu itu. ".repeat(250);

        assertThat(answer).hasSize(10_000);
        assertThat(Excerpt.of(answer, 4096)).hasSizeBetween(4000, 4096).endsWith("itu.…");
    }

    @Test
    void cutsNoCharacterInTwo() {
        var faces = "😀".repeat(40);
        for (var most = 2; most < faces.length(); most++) {
            var excerpt = Excerpt.of(faces, most);
            assertThat(excerpt).hasSizeLessThanOrEqualTo(most);
            assertThat(excerpt.replace("😀", "")).isEqualTo("…");
        }
    }

    @Test
    void survivesARoomThatHoldsNothing() {
        assertThat(Excerpt.of("😀😀", 1)).isEqualTo("…");
    }
}
