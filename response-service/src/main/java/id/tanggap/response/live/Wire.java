package id.tanggap.response.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reaches all replicas of this service through the database that they share. NOTIFY stands in no transaction of ours,
 * for it would hold up the commits of all others.
 */
@ApplicationScoped
class Wire {
    private static final Logger LOG = Logger.getLogger(Wire.class);
    private static final String CHANNEL = "desk";
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Pool pool;
    private final Event<Announcement> announcements;
    private final Event<Reconnected> reconnections;
    private final PgSubscriber subscriber;
    private final Vertx vertx;

    /** Nobody knows what was announced meanwhile. */
    record Reconnected() {}

    Wire(
            Pool pool,
            Vertx vertx,
            Event<Announcement> announcements,
            Event<Reconnected> reconnections,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.pool = pool;
        this.vertx = vertx;
        this.announcements = announcements;
        this.reconnections = reconnections;
        this.subscriber = PgSubscriber.subscriber(
                vertx, PgConnectOptions.fromUri(url).setUser(user).setPassword(password));
    }

    void start(@Observes StartupEvent start) {
        subscriber.reconnectPolicy(_ -> AGAIN.toMillis());
        subscriber
                .channel(CHANNEL)
                .subscribeHandler(_ -> reconnections.fire(new Reconnected()))
                .handler(this::heard);
        connect();
    }

    void stop(@Observes ShutdownEvent stop) {
        subscriber.close();
    }

    /** PostgreSQL may come after the service. */
    private void connect() {
        subscriber.connect().onFailure(_ -> vertx.setTimer(AGAIN.toMillis(), _ -> connect()));
    }

    Uni<Void> announce(Announcement announcement) {
        return pool.preparedQuery("select pg_notify($1, $2)")
                .execute(Tuple.of(CHANNEL, announcement.write()))
                .replaceWithVoid();
    }

    private void heard(String payload) {
        try {
            announcements.fire(Announcement.read(payload));
        } catch (IllegalArgumentException foreign) {
            LOG.warn("Heard something that no replica of this version says");
        }
    }
}
