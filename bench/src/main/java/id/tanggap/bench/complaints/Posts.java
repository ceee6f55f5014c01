package id.tanggap.bench.complaints;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.bench.platform.KeepAliveConnection;
import id.tanggap.bench.platform.Load;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Posts complaints by kept connections, of which each begins the next request when the last one is answered. */
public final class Posts {
    private static final String GOVERNMENT = "surakarta";
    private static final int BODIES = 2_048;

    private final URI address;
    private final byte[][] bodies;
    private final int connections;
    private final InstantSource time = InstantSource.system();
    private final AtomicInteger next = new AtomicInteger();

    private Posts(URI address, byte[][] bodies, int connections) {
        this.address = address;
        this.bodies = bodies;
        this.connections = connections;
    }

    public static Posts to(URI door, int connections) throws IOException, InterruptedException {
        var invented = new InventedComplaints(new SplittableRandom(20_260_101));
        return new Posts(
                door.resolve("/api/intake/v1/complaints"),
                invented.bodies(BODIES, GOVERNMENT, categories(door)),
                connections);
    }

    public URI address() {
        return address;
    }

    public int connections() {
        return connections;
    }

    /** @param seconds until what was accepted stood everywhere */
    public record KeptUp(Load.Result post, double seconds) {
        public double perSecond() {
            return post.accepted() / seconds;
        }
    }

    /** As many as are accepted in that time, until they stand everywhere. */
    public KeptUp keptUp(Arrivals arrivals, int seconds) throws IOException, SQLException, InterruptedException {
        var since = time.instant();
        var began = System.nanoTime();
        var post = Load.run(connections, seconds, Poster::new);
        if (post.accepted() == 0) {
            throw new IOException(address + " accepted nothing in " + seconds + " s");
        }
        arrivals.await(post.accepted(), since);
        return new KeptUp(post, (System.nanoTime() - began) / 1e9);
    }

    /** So many in each second, however quickly they are answered. */
    public Load.Result paced(int perSecond, int seconds) throws InterruptedException {
        var began = System.nanoTime();
        var sent = new AtomicLong();
        return Load.run(connections, seconds, () -> new Poster() {
            @Override
            public boolean request() throws InterruptedException {
                var turn = began + sent.getAndIncrement() * TimeUnit.SECONDS.toNanos(1) / perSecond;
                TimeUnit.NANOSECONDS.sleep(turn - System.nanoTime());
                return super.request();
            }
        });
    }

    private static List<String> categories(URI door) throws IOException, InterruptedException {
        var address = door.resolve("/api/intake/v1/governments");
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
            var categories = new ObjectMapper()
                    .readTree(answer.body())
                    .valueStream()
                    .filter(government -> government.path("id").asText().equals(GOVERNMENT))
                    .flatMap(government -> government.path("categories").valueStream())
                    .map(category -> category.path("id").asText())
                    .toList();
            if (categories.isEmpty()) {
                throw new IOException(address + " names no categories for " + GOVERNMENT);
            }
            return categories;
        } catch (java.net.ConnectException e) {
            throw new IOException(address + " cannot be reached; start the platform by './tanggap up'", e);
        }
    }

    /** A connection that takes the next of the prepared complaints each time. */
    private class Poster implements Load.Client {
        private final KeepAliveConnection connection = new KeepAliveConnection(address);

        @Override
        public boolean request() throws InterruptedException {
            var body = bodies[Math.floorMod(next.getAndIncrement(), bodies.length)];
            try {
                return connection.post(body) == 201;
            } catch (IOException _) {
                return false;
            }
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
