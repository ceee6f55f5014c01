package id.tanggap.learning.learner;

import id.tanggap.learning.Example;
import id.tanggap.learning.Explanation;
import id.tanggap.learning.Explanation.Clue;
import id.tanggap.learning.LabelCoder;
import id.tanggap.learning.learner.Neighbours.Neighbour;
import id.tanggap.learning.learner.Ranking.Ranked;
import id.tanggap.learning.text.Features;
import id.tanggap.learning.text.SparseVector;
import id.tanggap.learning.text.TextAnalyzer;
import id.tanggap.learning.text.TfIdf;
import id.tanggap.learning.text.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The two learners and their blended opinion on a text. */
public final class Learners {
    /** The machine's part of the opinion; the neighbours have the rest. */
    private static final double MACHINE = 0.7;

    /** How sharply a lead in margins becomes a lead in shares. */
    private static final double SHARPNESS = 3;

    /** A neighbour twice as near has eight times the vote. */
    private static final int NEARNESS = 3;

    private static final int MOST_CLUES = 5;

    private final LabelCoder coder;
    private final TextAnalyzer analyzer;
    private final Vocabulary vocabulary;
    private final TfIdf weighing;
    private final List<String> codes;
    private final LinearClassifier machine;
    private final Neighbours neighbours = new Neighbours();

    /** @param chosen the indexes of the examples that are learned */
    public Learners(Lessons lessons, List<Integer> chosen) {
        coder = lessons.coder();
        analyzer = lessons.analyzer();
        vocabulary = lessons.vocabulary();
        codes = List.copyOf(new TreeSet<>(lessons.codes()));
        var counts = chosen.stream().map(lessons.counts()::get).toList();
        weighing = TfIdf.fit(counts, vocabulary.size());
        machine = LinearClassifier.train(
                counts.stream().map(weighing::weigh),
                chosen.stream().map(i -> codes.indexOf(lessons.codes().get(i))).toList(),
                codes.size(),
                vocabulary.size());
        for (var i : chosen) {
            var example = lessons.examples().get(i);
            neighbours.add(example.id(), example.text(), lessons.codes().get(i));
        }
        neighbours.refresh();
    }

    /** Only the neighbours learn. */
    public void learn(Example example) {
        neighbours.add(example.id(), example.text(), coder.encode(example.label(), example.place()));
        neighbours.refresh();
    }

    public int count() {
        return neighbours.count();
    }

    public Ranking rank(String text, @Nullable String place) {
        var words = new HashMap<Integer, String>();
        var features = weighing.weigh(Vocabulary.vector(count(text, place, words)));
        var nearest = neighbours.nearest(text);
        var labels = words.isEmpty() && nearest.isEmpty() ? List.<Ranked>of() : rank(features, nearest, place);
        return new Ranking(labels, features, words, nearest);
    }

    /** @param words is told in which the features were found */
    private SortedMap<Integer, Integer> count(String text, @Nullable String place, Map<Integer, String> words) {
        var counts = new TreeMap<Integer, Integer>();
        Features.visit(analyzer.tokens(text), place, (feature, found) -> {
            var index = vocabulary.index(feature);
            if (index != null) {
                counts.merge(index, 1, Integer::sum);
                if (found != null) {
                    words.putIfAbsent(index, found);
                }
            }
        });
        return counts;
    }

    private List<Ranked> rank(SparseVector features, List<Neighbour> nearest, @Nullable String place) {
        var votes = votes(nearest);
        var ranked = trained(machine.margins(features), votes, place);
        votes.forEach((code, vote) -> {
            if (!codes.contains(code)) {
                add(code, (1 - MACHINE) * vote, LinearClassifier.NEVER_SEEN, vote, place, ranked);
            }
        });
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed());
        var seen = new HashSet<String>();
        ranked.removeIf(one -> !seen.add(one.label()));
        return ranked;
    }

    /** Those that the machine has an opinion on. */
    private List<Ranked> trained(double[] margins, Map<String, Double> votes, @Nullable String place) {
        var shares = shares(margins);
        var ranked = new ArrayList<Ranked>();
        for (int i = 0; i < margins.length; i++) {
            var vote = votes.getOrDefault(codes.get(i), 0.0);
            add(codes.get(i), MACHINE * shares[i] + (1 - MACHINE) * vote, margins[i], vote, place, ranked);
        }
        return ranked;
    }

    private void add(
            String code, double score, double margin, double vote, @Nullable String place, List<Ranked> ranked) {
        var label = coder.decode(code, place);
        if (label != null) {
            ranked.add(new Ranked(label, code, score, margin, vote));
        }
    }

    private static double[] shares(double[] margins) {
        var shares = new double[margins.length];
        var sum = 0.0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.exp(SHARPNESS * margins[i]);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private static Map<String, Double> votes(List<Neighbour> nearest) {
        var votes = new LinkedHashMap<String, Double>();
        nearest.forEach(neighbour -> votes.merge(neighbour.code(), Math.pow(neighbour.score(), NEARNESS), Double::sum));
        var all = votes.values().stream().mapToDouble(Double::doubleValue).sum();
        votes.replaceAll((_, vote) -> vote / all);
        return votes;
    }

    public Explanation explain(Ranked label, Ranking ranking) {
        return new Explanation(
                clues(label, ranking),
                ranking.neighbours().stream()
                        .filter(neighbour -> neighbour.code().equals(label.code()))
                        .limit(MOST_CLUES)
                        .map(Neighbour::id)
                        .toList());
    }

    private List<Clue> clues(Ranked label, Ranking ranking) {
        var number = codes.indexOf(label.code());
        if (number < 0) {
            return List.of();
        }
        var weights = weights(number, ranking);
        weights.values().removeIf(weight -> weight <= 0);
        var all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        return weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(MOST_CLUES)
                .map(entry -> new Clue(entry.getKey(), entry.getValue() / all))
                .toList();
    }

    /** How much the words speak for the label of this number. */
    private Map<String, Double> weights(int number, Ranking ranking) {
        var weights = new LinkedHashMap<String, Double>();
        var features = ranking.features();
        for (int i = 0; i < features.size(); i++) {
            var feature = features.indexes()[i];
            var words = ranking.words().get(feature);
            if (words != null) {
                weights.merge(words, machine.weight(number, feature) * features.values()[i], Double::sum);
            }
        }
        return weights;
    }
}
