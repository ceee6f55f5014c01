package id.tanggap.response.evidence;

import id.tanggap.file.store.Place;
import id.tanggap.messaging.Watch;
import id.tanggap.messaging.Watch.Pace;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * At the start and once a day: moves what an earlier version still keeps in the table, and then sweeps away files without a
 * row. Replicas may do so side by side, and a replica of the earlier version may go on beside them.
 */
@ApplicationScoped
class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final Pace PACE = new Pace(Duration.ofDays(1), Duration.ofMinutes(1));

    /** Longer than it can take from a file to its row. */
    private static final Duration GRACE = Duration.ofHours(1);

    private static final String KNOWN = "select case_id, id from evidence where id = any($1)";

    private final Pool pool;
    private final EvidenceFiles files;
    private final Moving moving;
    private final InstantSource time;
    private final Watch watch;

    Housekeeping(Pool pool, EvidenceFiles files, Moving moving, InstantSource time, Vertx vertx) {
        this.pool = pool;
        this.files = files;
        this.moving = moving;
        this.time = time;
        this.watch = new Watch("Evidence", vertx, PACE, this::look);
    }

    void start(@Observes StartupEvent event) {
        watch.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        watch.stop();
    }

    private Uni<Duration> look() {
        return moving.next()
                .chain(moved ->
                        moved ? Uni.createFrom().item(Duration.ZERO) : sweep().replaceWith(PACE.longestSleep()));
    }

    Uni<Integer> sweep() {
        return files.sweep(time.instant().minus(GRACE), this::known)
                .invoke(gone -> LOG.debugf("%d files without a row were removed", gone));
    }

    private Set<Place> known(Set<Place> places) {
        var ids = places.stream().map(Place::file).toArray(UUID[]::new);
        var rows = pool.preparedQuery(KNOWN).execute(Tuple.of(ids)).await().indefinitely();
        var known = new HashSet<Place>();
        rows.forEach(row -> known.add(new Place(row.getUUID("case_id"), row.getUUID("id"))));
        return known;
    }
}
