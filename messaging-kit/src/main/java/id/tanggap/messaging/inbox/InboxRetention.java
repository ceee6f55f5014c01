package id.tanggap.messaging.inbox;

import com.github.f4b6a3.uuid.UuidCreator;
import id.tanggap.messaging.Cause;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Forgets ids of events that no topic holds any more. Has to be longer than the topics' retention. */
@ApplicationScoped
class InboxRetention {
    private static final Logger LOG = Logger.getLogger(InboxRetention.class);

    private final Pool pool;
    private final Vertx vertx;
    private final InstantSource time;
    private final Duration keep;

    InboxRetention(
            Pool pool,
            Vertx vertx,
            InstantSource time,
            @ConfigProperty(name = "tanggap.inbox.keep", defaultValue = "400d") Duration keep) {
        this.pool = pool;
        this.vertx = vertx;
        this.time = time;
        this.keep = keep;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(
                Duration.ofMinutes(5).toMillis(),
                Duration.ofDays(1).toMillis(),
                id -> forget().subscribe()
                        .with(_ -> {}, failure -> LOG.warnf("The inbox was not cleared: %s", Cause.of(failure))));
    }

    /** What was made in the tenth of a second with which the time to keep begins is kept whole. */
    Uni<Void> forget() {
        var oldest = UuidCreator.getTimeOrderedEpochMin(time.instant().minus(keep));
        return pool.preparedQuery("delete from taken where tenth < $1")
                .execute(Tuple.of(Taken.tenthOf(oldest)))
                .chain(() -> pool.preparedQuery("delete from inbox where event_id < $1")
                        .execute(Tuple.of(oldest)))
                .replaceWithVoid();
    }
}
