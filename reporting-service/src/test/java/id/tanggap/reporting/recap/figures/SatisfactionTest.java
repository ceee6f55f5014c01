package id.tanggap.reporting.recap.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.tanggap.governments.Governments;
import id.tanggap.reporting.recap.figures.Satisfaction.Grade;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The index of Permen PANRB 14/2017. */
class SatisfactionTest {

    @Test
    void isNoneWithoutASurvey() {
        assertThat(Satisfaction.of(new long[9][4], _ -> null)).isNull();
    }

    @Property
    void isTheScoreTimesTwentyFiveWhereAllAgree(@ForAll @IntRange(min = 1, max = 4) int score) {
        assertThat(of(List.of(Collections.nCopies(9, score))).index()).isEqualTo(score * 25.0);
    }

    @Property
    void liesBetween25And100AndDoesNotCareForTheOrderOfTheSurveys(
            @ForAll @Size(min = 1, max = 30) List<@Size(9) List<@IntRange(min = 1, max = 4) Integer>> surveys) {
        var index = of(surveys).index();

        assertThat(index)
                .isBetween(25.0, 100.0)
                .isEqualTo(of(surveys.reversed()).index());
        var mean =
                surveys.stream().flatMap(List::stream).mapToInt(score -> score).average();
        assertThat(index).isCloseTo(mean.orElseThrow() * 25, within(0.005_000_1));
        assertThat(of(surveys).elements())
                .hasSize(9)
                .allSatisfy(element -> assertThat(element.scores().stream()
                                .mapToLong(count -> count)
                                .sum())
                        .isEqualTo(surveys.size()));
    }

    @ParameterizedTest
    @CsvSource({
        "100, A, Sangat baik",
        "88.31, A, Sangat baik",
        "88.30, B, Baik",
        "76.61, B, Baik",
        "76.60, C, Kurang baik",
        "65.00, C, Kurang baik",
        "64.99, D, Tidak baik",
        "25.00, D, Tidak baik"
    })
    void hasTheGradeOfTheLaw(double index, String grade, String name) {
        var surakarta = Objects.requireNonNull(Governments.load(null).find("surakarta"));

        assertThat(surakarta.satisfactionGrade(index, LocalDate.of(2026, 10, 1)))
                .returns(grade, it -> it.id())
                .returns(name, it -> it.name());
    }

    private static Satisfaction of(List<? extends List<Integer>> surveys) {
        var scores = new long[9][4];
        surveys.forEach(survey -> {
            for (int element = 0; element < 9; element++) {
                scores[element][survey.get(element) - 1]++;
            }
        });
        return Objects.requireNonNull(Satisfaction.of(scores, SatisfactionTest::grade));
    }

    private static @Nullable Grade grade(double index) {
        return index < 25 ? null : new Grade("D", "Tidak baik");
    }
}
