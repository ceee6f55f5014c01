package id.tanggap.reporting.rollup;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All sums of a month. */
public record Sums(List<Sum> sums) {
    private static final double STEP = 1.05;

    public Sums {
        sums = List.copyOf(sums);
    }

    /** The whole month; zeros when nothing came in. */
    public Sum all() {
        return by(Cut.ALL).stream().findFirst().orElse(Sum.none(Cut.ALL));
    }

    /** The greatest first. */
    public List<Sum> by(Cut cut) {
        return sums.stream().filter(sum -> sum.cut() == cut).toList();
    }

    /**
     * How long it took, from the receipt by the clock on the wall, until this share of all answers had come. Known to
     * 5 %, rounded up.
     *
     * @param share above 0, at most 1
     * @return null when nothing was answered
     */
    public @Nullable Duration answeredAfter(double share) {
        Map<Integer, Long> byPower = new TreeMap<>(Comparator.naturalOrder());
        by(Cut.ANSWERED_AFTER)
                .forEach(sum ->
                        byPower.put(Integer.valueOf(sum.key()), sum.totals().answered()));
        var answered = byPower.values().stream().mapToLong(Long::longValue).sum();
        var wanted = Math.ceil(answered * share);
        long so = 0;
        for (var entry : byPower.entrySet()) {
            so += entry.getValue();
            if (so >= wanted) {
                return Duration.ofSeconds(Math.round(Math.pow(STEP, entry.getKey())));
            }
        }
        return null;
    }
}
