package id.tanggap.learning.trust;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells first labels that will be right from those that will not, by how far they lead, whether the learners agree, and
 * how often the label itself is right: a logistic regression over rankings whose outcome is known.
 */
final class Trust {
    private static final double COST = 1;
    private static final double TOLERANCE = 0.01;
    private static final double LABEL = 0.5;

    private final Map<String, Integer> codes;
    private final @Nullable Model judge;

    private Trust(Map<String, Integer> codes, @Nullable Model judge) {
        this.codes = codes;
        this.judge = judge;
    }

    static Trust fit(List<Outcome> outcomes) {
        var codes = outcomes.stream()
                .map(outcome -> outcome.signs().code())
                .distinct()
                .sorted()
                .toList();
        var numbers = IntStream.range(0, codes.size()).boxed().collect(Collectors.toMap(codes::get, i -> i));
        if (outcomes.stream().map(Outcome::right).distinct().count() < 2) {
            return new Trust(numbers, null);
        }
        Linear.disableDebugOutput();
        var parameter = new Parameter(SolverType.L2R_LR, COST, TOLERANCE);
        return new Trust(numbers, Linear.train(problem(outcomes, numbers), parameter));
    }

    private static Problem problem(List<Outcome> outcomes, Map<String, Integer> numbers) {
        var problem = new Problem();
        problem.l = outcomes.size();
        problem.x = outcomes.stream()
                .map(outcome -> features(outcome.signs(), numbers))
                .toArray(Feature[][]::new);
        problem.y = outcomes.stream()
                .mapToDouble(outcome -> outcome.right() ? 1 : 0)
                .toArray();
        problem.n = problem.x[0][problem.x[0].length - 1].getIndex();
        problem.bias = 1;
        return problem;
    }

    /** More for first labels more likely to be right; between 0 and 1, not calibrated. */
    double in(Signs signs) {
        if (judge == null) {
            return signs.score();
        }
        var probabilities = new double[2];
        Linear.predictProbability(judge, features(signs, codes), probabilities);
        return probabilities[judge.getLabels()[0] == 1 ? 0 : 1];
    }

    private static Feature[] features(Signs signs, Map<String, Integer> codes) {
        var features = new ArrayList<Feature>();
        for (var value : signs.values()) {
            features.add(new FeatureNode(features.size() + 1, value));
        }
        var code = codes.get(signs.code());
        if (code != null) {
            features.add(new FeatureNode(Signs.COUNT + 1 + code, LABEL));
        }
        features.add(new FeatureNode(Signs.COUNT + 1 + codes.size(), 1));
        return features.toArray(Feature[]::new);
    }
}
