package id.tanggap.learning.text;

import id.tanggap.learning.Example;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The features that occur in several examples, numbered from 0. What occurs in fewer says nothing about others. */
public final class Vocabulary {
    static final int LEAST_EXAMPLES = 3;

    private final Map<String, Integer> indexes;

    private Vocabulary(Map<String, Integer> indexes) {
        this.indexes = indexes;
    }

    /**
     * @param vocabulary of these examples
     * @param counts of its features in each of them
     */
    public record Counted(Vocabulary vocabulary, List<SparseVector> counts) {}

    public static Counted count(List<Example> examples, TextAnalyzer analyzer) {
        var all = new HashMap<String, Integer>();
        var counts = examples.stream()
                .map(example -> vector(count(example, analyzer, all)))
                .toList();
        return keepFrequent(all, counts);
    }

    /** @param all features so far, with their numbers; new ones are added */
    private static SortedMap<Integer, Integer> count(Example example, TextAnalyzer analyzer, Map<String, Integer> all) {
        var count = new TreeMap<Integer, Integer>();
        Features.visit(analyzer.tokens(example.text()), example.place(), (feature, _) -> {
            var index = all.computeIfAbsent(feature, _ -> all.size());
            count.merge(index, 1, Integer::sum);
        });
        return count;
    }

    private static Counted keepFrequent(Map<String, Integer> all, List<SparseVector> counts) {
        var kept = numbered(examplesWith(all.size(), counts));
        var indexes = new HashMap<String, Integer>();
        all.forEach((feature, index) -> {
            if (kept[index] >= 0) {
                indexes.put(feature, kept[index]);
            }
        });
        var vectors = counts.stream().map(vector -> renumber(vector, kept)).toList();
        return new Counted(new Vocabulary(indexes), vectors);
    }

    /** In how many examples each of so many features is. */
    static int[] examplesWith(int features, List<SparseVector> counts) {
        var examplesWith = new int[features];
        for (var vector : counts) {
            for (var index : vector.indexes()) {
                examplesWith[index]++;
            }
        }
        return examplesWith;
    }

    /** The new number of each feature; -1 for what is in too few examples. */
    private static int[] numbered(int[] examplesWith) {
        var numbers = new int[examplesWith.length];
        var next = 0;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = examplesWith[i] >= LEAST_EXAMPLES ? next++ : -1;
        }
        return numbers;
    }

    private static SparseVector renumber(SparseVector vector, int[] kept) {
        var count = new TreeMap<Integer, Integer>();
        for (int i = 0; i < vector.size(); i++) {
            var index = kept[vector.indexes()[i]];
            if (index >= 0) {
                count.put(index, (int) vector.values()[i]);
            }
        }
        return vector(count);
    }

    public static SparseVector vector(SortedMap<Integer, Integer> counts) {
        var indexes = new int[counts.size()];
        var values = new float[counts.size()];
        var i = 0;
        for (var entry : counts.entrySet()) {
            indexes[i] = entry.getKey();
            values[i++] = entry.getValue();
        }
        return new SparseVector(indexes, values);
    }

    @Nullable
    public Integer index(String feature) {
        return indexes.get(feature);
    }

    public int size() {
        return indexes.size();
    }
}
