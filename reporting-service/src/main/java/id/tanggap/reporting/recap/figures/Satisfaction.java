package id.tanggap.reporting.recap.figures;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The satisfaction index of a month (IKM, Permen PANRB 14/2017): the mean of the nine elements' means, times 25.
 *
 * @param respondents who filled in the survey
 * @param index 25 to 100, to two decimals
 * @param grade what the index means, such as A; null when the rules of that month name none
 * @param elements U1 to U9
 */
public record Satisfaction(
        long respondents,
        double index,
        @Nullable String grade,
        @Nullable String gradeName,
        List<Element> elements) {
    static final List<String> ELEMENTS = List.of(
            "Persyaratan",
            "Sistem, mekanisme, dan prosedur",
            "Waktu penyelesaian",
            "Biaya",
            "Produk layanan",
            "Kompetensi pelaksana",
            "Perilaku pelaksana",
            "Penanganan pengaduan, saran, dan masukan",
            "Sarana dan prasarana");

    private static final int HIGHEST = 4;
    private static final double SCALE = 25;

    /**
     * @param element U1 to U9
     * @param mean 1 to 4, to two decimals
     * @param scores how many gave 1, 2, 3 and 4
     */
    public record Element(String element, String name, double mean, List<Long> scores) {}

    /** What an index means. */
    interface Grading {
        /** Null when it has no name. */
        @Nullable
        Grade of(double index);
    }

    record Grade(String id, String name) {}

    /**
     * @param scores by element from U1, how many gave 1, 2, 3 and 4; each element as often as the others
     * @return null when nobody filled in the survey
     */
    static @Nullable Satisfaction of(long[][] scores, Grading grading) {
        var respondents = Arrays.stream(scores[0]).sum();
        if (respondents == 0) {
            return null;
        }
        // Hundredths are of what is exact, so that a mean of rounded means does not shift a grade.
        long points = 0;
        for (var element : scores) {
            points += points(element);
        }
        var index = rounded(points * SCALE / (respondents * scores.length));
        var grade = grading.of(index);
        return new Satisfaction(
                respondents,
                index,
                grade == null ? null : grade.id(),
                grade == null ? null : grade.name(),
                IntStream.range(0, scores.length)
                        .mapToObj(place -> new Element(
                                "U" + (place + 1),
                                ELEMENTS.get(place),
                                rounded((double) points(scores[place]) / respondents),
                                Arrays.stream(scores[place]).boxed().toList()))
                        .toList());
    }

    private static long points(long[] counts) {
        return IntStream.rangeClosed(1, HIGHEST)
                .mapToLong(score -> score * counts[score - 1])
                .sum();
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
