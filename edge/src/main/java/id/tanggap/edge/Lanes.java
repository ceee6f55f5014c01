package id.tanggap.edge;

import id.tanggap.edge.client.Client;
import id.tanggap.edge.client.IncomingBody;
import id.tanggap.edge.client.OutgoingBody;
import id.tanggap.edge.client.Patience;
import id.tanggap.edge.client.Waiting;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.httpproxy.Body;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The ways to the upstreams: requests of one kind do not wait for those of another. */
@Singleton
class Lanes {

    static final String ORDINARY = "ordinary";

    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final int KEEP_ALIVE_SECONDS = 20;
    private static final int WAITING_PER_UPSTREAM = 2_000;
    private static final long LOOK_EVERY_MILLIS = 500;

    private final Patience patience;
    private final Map<String, Lane> lanes;

    Lanes(EdgeConfig config, Vertx vertx, InstantSource time) {
        patience = new Patience(
                config.patience().atFirst().toMillis(),
                config.patience().perSecond().asLongValue(),
                config.patience().whole().asLongValue(),
                time);
        lanes = config.lanes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, lane -> new Lane(lane.getValue(), patience, vertx)));
        vertx.setPeriodic(
                LOOK_EVERY_MILLIS, _ -> lanes.values().forEach(lane -> lane.waiting.giveUpOverdue(time.millis())));
    }

    @PreDestroy
    void close() {
        lanes.values().forEach(lane -> lane.client.close());
    }

    Lane of(String name) {
        return Objects.requireNonNull(lanes.get(name), () -> "tanggap.edge.lanes." + name);
    }

    /** One way to the upstreams, and who is on it. */
    static final class Lane {

        private final EdgeConfig.Lane config;
        private final Patience patience;
        private final HttpClient client;
        private final Waiting waiting;
        private final Map<HttpServerRequest, Client> inside = new HashMap<>();

        private Lane(EdgeConfig.Lane config, Patience patience, Vertx vertx) {
            this.config = config;
            this.patience = patience;
            this.waiting = new Waiting(config.waitedForPerAddress());
            this.client = vertx.createHttpClient(
                    new HttpClientOptions()
                            .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                            .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                            .setMaxWaitQueueSize(WAITING_PER_UPSTREAM)
                            .setReceiveBufferSize(SendBuffer.SIZE)
                            .setMaxHeaderSize(32 * 1024),
                    new PoolOptions().setHttp1MaxSize(config.connections()));
        }

        HttpClient client() {
            return client;
        }

        IncomingBody incoming(HttpServerRequest request, long limit) {
            return new IncomingBody(request, limit, patience, waiting);
        }

        OutgoingBody outgoing(Body body, HttpServerRequest to) {
            return new OutgoingBody(body, to, patience, waiting);
        }

        /** Whether there is room for one more; if so it is counted until it leaves. */
        synchronized boolean enter(HttpServerRequest request) {
            if (config.perAddress().isEmpty()) {
                return true;
            }
            var client = Client.of(request);
            var room = inside(client::equals) < config.perPerson().orElse(Integer.MAX_VALUE)
                    && inside(other -> other.address().equals(client.address()))
                            < config.perAddress().getAsInt();
            if (room) {
                inside.put(request, client);
            }
            return room;
        }

        synchronized void leave(HttpServerRequest request) {
            inside.remove(request);
        }

        /** How many requests are on it, and how many of their bodies and answers are waited for. */
        synchronized int busy() {
            return inside.size() + waiting.size();
        }

        private long inside(Predicate<Client> which) {
            return inside.values().stream().filter(which).count();
        }
    }
}
