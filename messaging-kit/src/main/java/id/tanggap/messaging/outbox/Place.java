package id.tanggap.messaging.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the numbered rows of the outbox were read. Numbers are not in the order of commits: one that was passed over
 * may still come, until every transaction is over that may have drawn it. Pure.
 */
final class Place {
    /** A number may be drawn a moment before its transaction shows; only later ones are asked who runs. */
    private static final Duration UNTIL_ALL_SHOW = Duration.ofSeconds(1);

    private final List<Gap> gaps = new ArrayList<>();
    private long last;

    /**
     * Numbers that were passed over, both ends included.
     *
     * @param since when that was
     * @param before the transactions that may have drawn them have ids below this; null as long as that is not asked
     */
    private record Gap(
            long low, long high, Instant since, @Nullable Long before) {
        boolean isOverBy(long running) {
            return before != null && before <= running;
        }

        Gap asked(long next, Instant now) {
            return before == null && !now.isBefore(since.plus(UNTIL_ALL_SHOW)) ? new Gap(low, high, since, next) : this;
        }
    }

    /** All before it were read, but for the gaps. */
    long last() {
        return last;
    }

    /** The lower ends of what may still come. */
    Long[] lows() {
        return gaps.stream().map(Gap::low).toArray(Long[]::new);
    }

    /** The upper ends of what may still come. */
    Long[] highs() {
        return gaps.stream().map(Gap::high).toArray(Long[]::new);
    }

    /**
     * These were read now, and nothing else was there.
     *
     * @param numbers rising
     * @param running the id of the oldest transaction that ran meanwhile
     * @param next the id that the next transaction to begin would have had
     */
    void read(List<Long> numbers, long running, long next, Instant now) {
        var known = numbers.stream().filter(number -> number <= last).toList();
        known.forEach(this::fill);
        gaps.removeIf(gap -> gap.isOverBy(running));
        gaps.replaceAll(gap -> gap.asked(next, now));
        numbers.stream().skip(known.size()).forEach(number -> advance(number, now));
    }

    private void fill(long number) {
        var split = new ArrayList<Gap>();
        for (var gap : gaps) {
            if (gap.low() <= number && number <= gap.high()) {
                add(split, new Gap(gap.low(), number - 1, gap.since(), gap.before()));
                add(split, new Gap(number + 1, gap.high(), gap.since(), gap.before()));
            } else {
                split.add(gap);
            }
        }
        gaps.clear();
        gaps.addAll(split);
    }

    private void advance(long number, Instant now) {
        add(gaps, new Gap(last + 1, number - 1, now, null));
        last = number;
    }

    private static void add(List<Gap> gaps, Gap gap) {
        if (gap.low() <= gap.high()) {
            gaps.add(gap);
        }
    }
}
