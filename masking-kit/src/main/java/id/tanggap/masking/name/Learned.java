package id.tanggap.masking.name;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import id.tanggap.masking.text.Claims;
import id.tanggap.masking.text.Folded;
import id.tanggap.masking.text.MarkedLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * How much each sign says, by logistic regression over the lines of {@code lines.tsv}; learned when first asked, in a
 * fraction of a second, so that no trained file need be kept.
 */
final class Learned {
    private static final double COST = 1;
    private static final double TOLERANCE = 0.01;
    private static final int SEED = 1;
    /** Log odds above which a known name is taken for one. */
    private static final double SURE = 0;
    /** The same of any other word. */
    private static final double SURER = 1.5;

    private static final Map<String, Double> WEIGHTS = learn();

    private Learned() {}

    /** @param known as a name; any other word needs more to speak for it */
    static boolean isName(List<String> signs, boolean known) {
        return signs.stream()
                        .mapToDouble(sign -> WEIGHTS.getOrDefault(sign, 0.0))
                        .sum()
                > (known ? SURE : SURER);
    }

    private record Example(List<String> signs, boolean name) {}

    private static Map<String, Double> learn() {
        var examples = lines().stream().flatMap(line -> examples(line).stream()).toList();
        var indices = new HashMap<String, Integer>();
        examples.forEach(example -> example.signs.forEach(sign -> indices.putIfAbsent(sign, indices.size() + 1)));
        var weights = train(problem(examples, indices));
        var learned = new HashMap<String, Double>();
        indices.forEach((sign, index) -> learned.put(sign, weights[index - 1]));
        return learned;
    }

    private static List<MarkedLine> lines() {
        try (var file = Objects.requireNonNull(Learned.class.getResourceAsStream("/masking/lines.tsv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(MarkedLine::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Example> examples(MarkedLine line) {
        var folded = Folded.of(line.text());
        var sentence = new Sentence(folded, new Claims(folded), Set.of());
        var examples = new ArrayList<Example>();
        for (int at = 0; at < sentence.size(); at++) {
            if (Signs.isCandidate(sentence, at)) {
                examples.add(new Example(
                        Signs.of(sentence, at),
                        isMarked(line, folded.written(sentence.word(at).from()))));
            }
        }
        return examples;
    }

    private static boolean isMarked(MarkedLine line, int at) {
        return line.marks().stream()
                .anyMatch(mark -> mark.label().startsWith("NAMA") && mark.from() <= at && at < mark.to());
    }

    private static Problem problem(List<Example> examples, Map<String, Integer> indices) {
        var problem = new Problem();
        problem.l = examples.size();
        problem.n = indices.size();
        problem.x = examples.stream().map(example -> features(example, indices)).toArray(Feature[][]::new);
        problem.y =
                examples.stream().mapToDouble(example -> example.name ? 1 : 0).toArray();
        return problem;
    }

    private static Feature[] features(Example example, Map<String, Integer> indices) {
        return example.signs.stream()
                .map(indices::get)
                .distinct()
                .sorted()
                .map(index -> new FeatureNode(index, 1))
                .toArray(Feature[]::new);
    }

    private static double[] train(Problem problem) {
        var parameter = new Parameter(SolverType.L2R_LR, COST, TOLERANCE);
        parameter.setRandom(new Random(SEED));
        Linear.disableDebugOutput();
        var model = Linear.train(problem, parameter);
        var weights = model.getFeatureWeights();
        if (model.getLabels()[0] == 0) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = -weights[i];
            }
        }
        return weights;
    }
}
