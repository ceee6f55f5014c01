package id.tanggap.bench.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.HdrHistogram.Histogram;

/** Clients that each begin the next request when the last one is answered, for a number of seconds. */
public final class Load {
    private static final long SECOND = 1_000_000_000L;

    private Load() {}

    /** One client's connection. */
    public interface Client extends AutoCloseable {
        /** @return whether it was accepted */
        boolean request() throws Exception;

        @Override
        void close() throws Exception;
    }

    /**
     * @param accepted requests that were accepted
     * @param other those that were answered otherwise or not at all
     */
    public record Result(
            long accepted, long other, double seconds, double p50Millis, double p95Millis, double p99Millis) {
        public double perSecond() {
            return accepted / seconds;
        }
    }

    /** Connecting is no part of what is measured. */
    public static Result run(int clients, int seconds, Callable<Client> open) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var opened = all(threads, Collections.nCopies(clients, open));
            var began = System.nanoTime();
            var deadline = began + seconds * SECOND;
            var shares = all(
                    threads,
                    opened.stream()
                            .<Callable<Share>>map(client -> () -> share(client, deadline))
                            .toList());
            return sum(shares, (System.nanoTime() - began) / (double) SECOND);
        }
    }

    private static <T> List<T> all(ExecutorService threads, List<Callable<T>> tasks) throws InterruptedException {
        var results = new ArrayList<T>();
        for (var task : threads.invokeAll(tasks)) {
            try {
                results.add(task.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("A client failed", e.getCause());
            }
        }
        return results;
    }

    private static Result sum(List<Share> shares, double seconds) {
        var micros = new Histogram(3);
        var other = 0L;
        for (var share : shares) {
            micros.add(share.micros());
            other += share.other();
        }
        return new Result(
                micros.getTotalCount(),
                other,
                seconds,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(95) / 1e3,
                micros.getValueAtPercentile(99) / 1e3);
    }

    private record Share(Histogram micros, long other) {}

    private static Share share(Client client, long deadline) throws Exception {
        try (client) {
            var micros = new Histogram(3);
            var other = 0L;
            for (var sent = System.nanoTime(); sent < deadline; sent = System.nanoTime()) {
                if (client.request()) {
                    micros.recordValue((System.nanoTime() - sent) / 1_000);
                } else {
                    other++;
                }
            }
            return new Share(micros, other);
        }
    }
}
