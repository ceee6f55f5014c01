package id.tanggap.testkit.api;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** The same, several times at once, as a sender does that hears nothing. */
public final class AtOnce {
    private static final int TIMES = 6;

    /** What came of each. */
    public static <T> List<T> sixTimes(Callable<T> work) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(TIMES)) {
            var begun = IntStream.range(0, TIMES)
                    .mapToObj(_ -> threads.submit(work))
                    .toList();
            var results = new ArrayList<T>();
            for (var each : begun) {
                results.add(each.get());
            }
            return results;
        }
    }

    private AtOnce() {}
}
