package id.tanggap.bench.routing;

import id.tanggap.learning.Candidate;
import id.tanggap.learning.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What came of the proposals of one run. */
final class Score {
    /** The precisions that confidence thresholds are set for. */
    static final List<Double> SETTINGS = List.of(0.90, 0.91, 0.92, 0.93);

    private static final int BINS = 10;
    private static final int SHOWN = 3;

    private final List<Answer> answers = new ArrayList<>();

    /**
     * One proposal.
     *
     * @param place of the right label among the candidates, from 0; negative when it is not among them
     * @param thresholds in the order of the settings, as they were at that time
     */
    private record Answer(int place, double confidence, List<Double> thresholds, long nanos) {
        boolean right() {
            return place == 0;
        }
    }

    /**
     * What would go out unseen.
     *
     * @param share of all complaints
     * @param precision the share of those that would go to the right agency; 1 when none would go out
     */
    record Dispatched(double share, double precision) {}

    void add(Proposal proposal, String label, List<Double> thresholds, long nanos) {
        answers.add(new Answer(
                proposal.candidates().stream().map(Candidate::label).toList().indexOf(label),
                proposal.first().map(Candidate::confidence).orElse(0.0),
                thresholds,
                nanos));
    }

    double first() {
        return share(answer -> answer.right() ? 1 : 0);
    }

    double firstThree() {
        return share(answer -> answer.place() >= 0 && answer.place() < SHOWN ? 1 : 0);
    }

    private double share(ToDoubleFunction<Answer> counted) {
        return answers.stream().mapToDouble(counted).average().orElse(0);
    }

    /**
     * The expected calibration error of the first candidates: in ten bins of equal width by confidence, how far the mean
     * confidence is from the share that was right, weighted by how many fell into the bin.
     */
    double calibrationError() {
        var gaps = new double[BINS];
        for (var answer : answers) {
            var bin = Math.min(BINS - 1, (int) (answer.confidence() * BINS));
            gaps[bin] += answer.confidence() - (answer.right() ? 1 : 0);
        }
        var error = 0.0;
        for (var gap : gaps) {
            error += Math.abs(gap);
        }
        return error / Math.max(1, answers.size());
    }

    Dispatched dispatched(int setting) {
        var sent = answers.stream()
                .filter(answer -> answer.confidence() >= answer.thresholds().get(setting))
                .toList();
        return new Dispatched(
                sent.size() / (double) Math.max(1, answers.size()),
                sent.stream()
                        .mapToInt(answer -> answer.right() ? 1 : 0)
                        .average()
                        .orElse(1));
    }

    double medianMillis() {
        var sorted = answers.stream().mapToLong(Answer::nanos).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2] / 1e6;
    }
}
