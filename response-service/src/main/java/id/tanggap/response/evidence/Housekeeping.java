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
 * row, of cases that this database knows. Replicas may do so side by side, and a replica of the earlier version may go on beside them.
 */
@ApplicationScoped
class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final Pace PACE = new Pace(Duration.ofDays(1), Duration.ofMinutes(1));

    /** Far longer than it takes from a file to its row: a database that was set back may be set forward again. */
    private static final Duration GRACE = Duration.ofDays(30);

    /**
     * Also what belongs to a case whose key this database does not have: it is another database's, or this one is younger
     * than its files, and they wait for whoever brings the right one back.
     */
    private static final String STAYS = """
            select case_id, id from unnest($1::uuid[], $2::uuid[]) as lies (case_id, id)
            where exists (select from evidence e where e.id = lies.id)
               or not exists (select from file_key k where k.case_id = lies.case_id)
            """;

    /** When a row did not move; what hinders it may be mended. */
    private static final Duration AFTER_A_FAILURE = Duration.ofHours(1);

    private final Pool pool;
    private final EvidenceFiles files;
    private final FileKeys keys;
    private final Moving moving;
    private final InstantSource time;
    private final Watch watch;

    Housekeeping(Pool pool, EvidenceFiles files, FileKeys keys, Moving moving, InstantSource time, Vertx vertx) {
        this.pool = pool;
        this.files = files;
        this.keys = keys;
        this.moving = moving;
        this.time = time;
        this.watch = new Watch("Evidence", vertx, PACE, this::look);
    }

    /** @throws IllegalStateException when the master key is not the one that wrapped the keys of this database */
    void start(@Observes StartupEvent event) {
        keys.verify().await().indefinitely();
        watch.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        watch.stop();
    }

    private Uni<Duration> look() {
        return moving.next().chain(moved -> moved ? Uni.createFrom().item(Duration.ZERO) : sweepAndRest());
    }

    /** Also when a row could not move: there may be no room for it before others are gone. */
    private Uni<Duration> sweepAndRest() {
        var rest = moving.beginAgain() ? AFTER_A_FAILURE : PACE.longestSleep();
        return sweep().replaceWith(rest);
    }

    Uni<Integer> sweep() {
        return files.sweep(time.instant().minus(GRACE), this::staying)
                .invoke(gone -> LOG.debugf("%d files without a row were removed", gone));
    }

    private Set<Place> staying(Set<Place> places) {
        var owners = places.stream().map(Place::owner).toArray(UUID[]::new);
        var files = places.stream().map(Place::file).toArray(UUID[]::new);
        var rows = pool.preparedQuery(STAYS)
                .execute(Tuple.of(owners, files))
                .await()
                .indefinitely();
        var staying = new HashSet<Place>();
        rows.forEach(row -> staying.add(new Place(row.getUUID("case_id"), row.getUUID("id"))));
        return staying;
    }
}
