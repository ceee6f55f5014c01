package id.tanggap.learning.learner;

import id.tanggap.learning.learner.Neighbours.Neighbour;
import id.tanggap.learning.text.SparseVector;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The labels for a text, the best first, and what they rest on.
 *
 * @param features what is known of the text, weighed
 * @param words where in the text a feature was found, by its index
 */
public record Ranking(
        List<Ranked> labels, SparseVector features, Map<Integer, String> words, List<Neighbour> neighbours) {

    /**
     * @param code what was learned for the label
     * @param score both opinions, blended; those of all codes together make at most 1
     * @param margin the opinion of the support vector machine
     * @param vote the opinion of the neighbours: the code's share of their votes
     */
    public record Ranked(String label, String code, double score, double margin, double vote) {}

    public boolean isEmpty() {
        return labels.isEmpty();
    }

    public Ranked first() {
        return labels.getFirst();
    }

    /** How far the first is before the best of the others, who are worth at least this much. */
    public double lead(ToDoubleFunction<Ranked> worth, double least) {
        var others = labels.stream().skip(1).mapToDouble(worth).max().orElse(least);
        return worth.applyAsDouble(first()) - Math.max(others, least);
    }
}
