package id.tanggap.house.measure;

import java.util.List;
import java.util.stream.Stream;

/** Many numbers in four: half of them are at most the median, nine in ten at most the 90th percentile, and so on. */
record Spread(int median, int p90, int p99, int most) {

    static Spread of(Stream<Integer> numbers) {
        var sorted = numbers.sorted().toList();
        return new Spread(at(sorted, 50), at(sorted, 90), at(sorted, 99), at(sorted, 100));
    }

    private static int at(List<Integer> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1);
    }
}
