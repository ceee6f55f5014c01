package id.tanggap.learning.text;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.learning.Example;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private final Vocabulary.Counted counted = Vocabulary.count(
            List.of(
                    new Example("1", "lampu lampu padam", "mawar", "x"),
                    new Example("2", "lampu lampu mati", "mawar", "x"),
                    new Example("3", "kucing lampu", "mawar", "x")),
            TextAnalyzer.ofAllWords());
    private final Vocabulary vocabulary = counted.vocabulary();

    @Test
    void keepsWhatThreeExamplesShare() {
        assertThat(vocabulary.index("lampu")).isNotNull();
        assertThat(vocabulary.index("#lamp")).isNotNull();
        assertThat(vocabulary.index("@mawar")).isNotNull();
        assertThat(vocabulary.index("lampu lampu")).isNull();
        assertThat(vocabulary.index("padam")).isNull();
    }

    @Test
    void numbersFromZeroAndCounts() {
        assertThat(vocabulary.size()).isEqualTo(counted.counts().getFirst().size());
        for (var counts : counted.counts()) {
            assertThat(counts.indexes()).isSorted().containsExactly(0, 1, 2, 3, 4, 5);
        }
        assertThat(valueOf("lampu", 0)).isEqualTo(2);
        assertThat(valueOf("lampu", 2)).isEqualTo(1);
    }

    private float valueOf(String feature, int example) {
        return counted.counts().get(example).values()[Objects.requireNonNull(vocabulary.index(feature))];
    }
}
