package id.tanggap.bench.intake;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.HdrHistogram.Histogram;

/** Clients that each begin the next request when the last one is answered, for a number of seconds. */
final class Load {
    private static final long SECOND = 1_000_000_000L;

    private Load() {}

    /** One client's connection. */
    interface Client extends AutoCloseable {
        /** @return whether it was accepted */
        boolean request() throws Exception;

        @Override
        void close() throws Exception;
    }

    /**
     * @param accepted requests that were accepted
     * @param other those that were answered otherwise or not at all
     */
    record Result(long accepted, long other, double seconds, double p50Millis, double p99Millis) {
        double perSecond() {
            return accepted / seconds;
        }
    }

    static Result run(int clients, int seconds, Callable<Client> open) throws InterruptedException {
        var micros = new Histogram(3);
        var accepted = 0L;
        var other = 0L;
        var began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var deadline = began + seconds * SECOND;
            var runs = new ArrayList<Callable<Share>>();
            for (int i = 0; i < clients; i++) {
                runs.add(() -> share(open, deadline));
            }
            for (var run : threads.invokeAll(runs)) {
                var share = run.get();
                micros.add(share.micros());
                accepted += share.micros().getTotalCount();
                other += share.other();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A client failed", e.getCause());
        }
        return new Result(
                accepted,
                other,
                (System.nanoTime() - began) / (double) SECOND,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3);
    }

    private record Share(Histogram micros, long other) {}

    private static Share share(Callable<Client> open, long deadline) throws Exception {
        var micros = new Histogram(3);
        var other = 0L;
        try (var client = open.call()) {
            for (var sent = System.nanoTime(); sent < deadline; sent = System.nanoTime()) {
                if (client.request()) {
                    micros.recordValue((System.nanoTime() - sent) / 1_000);
                } else {
                    other++;
                }
            }
        }
        return new Share(micros, other);
    }
}
