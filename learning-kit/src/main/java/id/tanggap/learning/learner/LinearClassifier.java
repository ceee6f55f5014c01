package id.tanggap.learning.learner;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import id.tanggap.learning.text.SparseVector;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A linear support vector machine for each class against all others (LIBLINEAR, L2 loss). */
public final class LinearClassifier {
    private static final double COST = 0.7;
    private static final double TOLERANCE = 0.1;
    private static final int MOST_ITERATIONS = 1000;
    private static final int SEED = 1;

    /** What a machine says that saw no example of its class: the side of all others. */
    public static final float NEVER_SEEN = -1;

    private final float[][] weights;
    private final float[] biases;

    private LinearClassifier(float[][] weights, float[] biases) {
        this.weights = weights;
        this.biases = biases;
    }

    /**
     * @param vectors each needed but once
     * @param classes of the vectors, each from 0 to {@code classCount} - 1; not every class needs an example
     * @param featureCount above every index of a vector
     */
    static LinearClassifier train(
            Stream<SparseVector> vectors, List<Integer> classes, int classCount, int featureCount) {
        var weights = new float[classCount][featureCount];
        var biases = new float[classCount];
        Arrays.fill(biases, NEVER_SEEN);
        var seen = classes.stream().distinct().count();
        if (seen == 1) {
            biases[classes.getFirst()] = -NEVER_SEEN;
        } else if (seen > 1) {
            train(problem(vectors, classes, featureCount), weights, biases);
        }
        return new LinearClassifier(weights, biases);
    }

    private static void train(Problem problem, float[][] weights, float[] biases) {
        var parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, COST, TOLERANCE, MOST_ITERATIONS, TOLERANCE);
        parameter.setRandom(new Random(SEED));
        Linear.disableDebugOutput();
        copy(Linear.train(problem, parameter), weights, biases);
    }

    private static void copy(Model trained, float[][] weights, float[] biases) {
        var labels = trained.getLabels();
        var trainedWeights = trained.getFeatureWeights(); // a copy each time
        // Of two classes LIBLINEAR trains only the first; the second is its opposite.
        var machines = labels.length == 2 ? 1 : labels.length;
        for (int machine = 0; machine < labels.length; machine++) {
            var sign = machine < machines ? 1 : -1;
            var column = machine < machines ? machine : 0;
            var weight = weights[labels[machine]];
            for (int i = 0; i < weight.length; i++) {
                weight[i] = (float) (sign * trainedWeights[i * machines + column]);
            }
            biases[labels[machine]] = (float) (sign * trainedWeights[weight.length * machines + column]);
        }
    }

    private static Problem problem(Stream<SparseVector> vectors, List<Integer> classes, int featureCount) {
        var problem = new Problem();
        problem.l = classes.size();
        problem.n = featureCount + 1;
        problem.bias = 1;
        problem.x = vectors.map(vector -> nodes(vector, featureCount)).toArray(Feature[][]::new);
        problem.y = classes.stream().mapToDouble(Integer::doubleValue).toArray();
        return problem;
    }

    /** LIBLINEAR counts features from 1; the last stands for the bias. */
    private static Feature[] nodes(SparseVector vector, int featureCount) {
        var nodes = new Feature[vector.size() + 1];
        for (int i = 0; i < vector.size(); i++) {
            nodes[i] = new FeatureNode(vector.indexes()[i] + 1, vector.values()[i]);
        }
        nodes[vector.size()] = new FeatureNode(featureCount + 1, 1);
        return nodes;
    }

    /** For each class how far the vector lies on its side: above 1 clearly, below -1 clearly not. */
    double[] margins(SparseVector vector) {
        var margins = new double[biases.length];
        for (int c = 0; c < margins.length; c++) {
            var sum = (double) biases[c];
            for (int i = 0; i < vector.size(); i++) {
                sum += weights[c][vector.indexes()[i]] * vector.values()[i];
            }
            margins[c] = sum;
        }
        return margins;
    }

    double weight(int ofClass, int feature) {
        return weights[ofClass][feature];
    }
}
