package id.tanggap.bench.torture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** When people got what they wanted, such as a receipt, and for how long nobody did. */
final class Gaps {
    private final List<Long> successes = new ArrayList<>();

    synchronized void succeeded(long nanos) {
        successes.add(nanos);
    }

    /** The longest time without that between these moments. */
    synchronized Duration longest(long from, long to) {
        var longest = 0L;
        var before = from;
        for (var success : successes) {
            if (success >= from) {
                longest = Math.max(longest, Math.min(success, to) - before);
                before = Math.min(success, to);
            }
        }
        return Duration.ofNanos(Math.max(longest, to - before));
    }
}
