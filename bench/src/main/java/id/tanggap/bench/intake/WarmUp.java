package id.tanggap.bench.intake;

import java.util.List;

/**
 * When measuring may begin. Six JVMs that share two cores compile for minutes, and what a complaint costs falls all the
 * while; a figure taken on the way says more of the compiler than of the platform.
 */
final class WarmUp {
    static final int WINDOW_SECONDS = 15;

    /** Two windows against the two before: one alone may have been disturbed. */
    private static final int COMPARED = 2;

    private static final int FEWEST = 2 * COMPARED;
    private static final double STEADY = 0.97;

    private WarmUp() {}

    /** @param costs of a complaint in each window so far, in any unit; all 0 where it cannot be told */
    static boolean isSteady(List<Double> costs) {
        if (costs.size() < FEWEST) {
            return false;
        }
        var last = sum(costs, costs.size() - COMPARED);
        var before = sum(costs, costs.size() - FEWEST);
        return last >= STEADY * before;
    }

    private static double sum(List<Double> costs, int from) {
        return costs.subList(from, from + COMPARED).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
