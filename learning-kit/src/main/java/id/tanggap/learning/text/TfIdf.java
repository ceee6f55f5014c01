package id.tanggap.learning.text;

import java.util.Arrays;
import java.util.List;

/** Weighs counts: what is frequent in a text counts more, what is frequent in all texts less; each text has length 1. */
@SuppressWarnings("ArrayRecordComponent") // of one's own making, and never compared
public record TfIdf(float[] inverseFrequencies) {

    public static TfIdf fit(List<SparseVector> counts, int size) {
        var examplesWith = Vocabulary.examplesWith(size, counts);
        var inverse = new float[size];
        for (int i = 0; i < size; i++) {
            inverse[i] =
                    examplesWith[i] == 0 ? 0 : (float) (1 + Math.log((1.0 + counts.size()) / (1 + examplesWith[i])));
        }
        return new TfIdf(inverse);
    }

    public SparseVector weigh(SparseVector counts) {
        var values = new float[counts.size()];
        var squares = 0.0;
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (1 + Math.log(counts.values()[i])) * inverseFrequencies[counts.indexes()[i]];
            squares += values[i] * (double) values[i];
        }
        if (squares > 0) {
            divide(values, Math.sqrt(squares));
        }
        return new SparseVector(Arrays.copyOf(counts.indexes(), values.length), values);
    }

    private static void divide(float[] values, double by) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (values[i] / by);
        }
    }
}
