package id.tanggap.bench.intake;

import id.tanggap.bench.platform.LocalPlatform;
import id.tanggap.bench.platform.LocalPlatform.Service;
import id.tanggap.bench.platform.Median;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Asks every service now and then how far its relay and its projections are behind, while a load runs. Not more often:
 * an answer is hundreds of lines, and its cost is in what is measured.
 */
final class DelayWatch implements AutoCloseable {
    private static final long EVERY_MILLIS = 2_000;

    private final LocalPlatform platform;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, List<Double>> samples = new TreeMap<>();
    private final Thread watcher;
    private volatile boolean watching;

    /** @param median over the samples of all rounds */
    record Delay(double median, double longest) {}

    DelayWatch(LocalPlatform platform) {
        this.platform = platform;
        this.watcher = Thread.ofVirtual().start(this::sampleAll);
    }

    /** Only while our own load runs: the raw limits are measured without its questions. */
    void watch(boolean on) {
        watching = on;
    }

    private void sampleAll() {
        try {
            while (true) {
                if (watching) {
                    for (var service : Service.values()) {
                        sample(service);
                    }
                }
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void sample(Service service) throws InterruptedException {
        var request = HttpRequest.newBuilder(platform.management(service).resolve("/q/metrics"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                Gauges.delays(answer.body()).forEach((gauge, millis) -> add(service.id() + ": " + gauge, millis));
            }
        } catch (IOException _) {
            add(service.id() + ": no answer", Double.POSITIVE_INFINITY);
        }
    }

    private synchronized void add(String gauge, double millis) {
        samples.computeIfAbsent(gauge, _ -> new ArrayList<>()).add(millis);
    }

    synchronized Map<String, Delay> delays() {
        var delays = new TreeMap<String, Delay>();
        samples.forEach((gauge, values) -> delays.put(gauge, new Delay(Median.of(values), Collections.max(values))));
        return delays;
    }

    @Override
    public void close() throws InterruptedException {
        watcher.interrupt();
        watcher.join();
        http.close();
    }
}
