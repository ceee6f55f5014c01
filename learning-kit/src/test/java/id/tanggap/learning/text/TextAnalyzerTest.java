package id.tanggap.learning.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextAnalyzerTest {
    private final TextAnalyzer allWords = TextAnalyzer.ofAllWords();

    @Test
    void cutsWordsWhereverPunctuationStands() {
        assertThat(allWords.tokens("Jl.Mawar,gang-2"))
                .extracting(Token::surface)
                .containsExactly("Jl", "Mawar", "gang", "2");
    }

    @Test
    void takesAffixesOff() {
        assertThat(allWords.tokens("Tolong DIPERBAIKI, lampunya"))
                .containsExactly(
                        new Token("tolong", "Tolong"), new Token("baik", "DIPERBAIKI"), new Token("lampu", "lampunya"));
    }

    @Test
    void leavesOutStopWords() {
        assertThat(TextAnalyzer.withoutStopWords().tokens("lampu yang mati"))
                .extracting(Token::surface)
                .containsExactly("lampu", "mati");
    }

    @Test
    void hasNoWordsForAnEmptyText() {
        assertThat(allWords.tokens("")).isEmpty();
        assertThat(allWords.tokens(" ... ")).isEmpty();
    }
}
