package id.tanggap.reporting.rollup;

import id.tanggap.messaging.Watch;
import id.tanggap.messaging.Watch.Pace;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Folds what was appended into the sums. Readers see the same before and after, so nobody waits for it; it only keeps
 * reading quick. One replica folds at a time.
 */
@ApplicationScoped
public class Fold {
    /**
     * Gathers long enough for the deltas of many batches to come together, shortly enough for reads to stay quick. Each
     * fold leaves a dead version of every sum behind for as long as any snapshot may see it.
     */
    private static final Pace PACE = new Pace(Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofSeconds(10));
    /** Deltas in one transaction. */
    private static final int MOST = 20_000;

    private static final String ALONE = "select pg_try_advisory_xact_lock(hashtext('rollup'))";
    private static final String WAIT_ALONE = "select pg_advisory_xact_lock(hashtext('rollup'))";
    private static final String SQL = """
            with taken as (
                delete from rollup_delta where ctid = any(array(select ctid from rollup_delta limit %d)) returning *
            ), summed as (
                insert into rollup as known
                select government, month, cut, key, max(label), sum(received), sum(answered), sum(open), sum(ended),
                       sum(overdue), sum(late), sum(objected), sum(kept), sum(missed), sum(moved),
                       sum(unpromised), sum(resolved), sum(closed)
                from taken group by government, month, cut, key
                on conflict (government, month, cut, key) do update set
                    label = coalesce(excluded.label, known.label),
                    received = known.received + excluded.received,
                    answered = known.answered + excluded.answered,
                    open = known.open + excluded.open,
                    ended = known.ended + excluded.ended,
                    overdue = known.overdue + excluded.overdue,
                    late = known.late + excluded.late,
                    objected = known.objected + excluded.objected,
                    kept = known.kept + excluded.kept,
                    missed = known.missed + excluded.missed,
                    moved = known.moved + excluded.moved,
                    unpromised = known.unpromised + excluded.unpromised,
                    resolved = known.resolved + excluded.resolved,
                    closed = known.closed + excluded.closed
            )
            select count(*) from taken
            """.formatted(MOST);

    private final Pool pool;
    private final Watch watch;

    Fold(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.watch = new Watch("The sums", vertx, PACE, this::foldAll);
    }

    void start(@Observes StartupEvent event) {
        wake();
    }

    void stop(@Observes ShutdownEvent event) {
        watch.stop();
    }

    /** To be called after a commit that changed facts. */
    public void wake() {
        watch.wake();
    }

    /** An import appends more than one transaction folds. */
    private Uni<Duration> foldAll() {
        return fold().chain(
                        folded -> folded == MOST ? foldAll() : Uni.createFrom().item(PACE.longestSleep()));
    }

    /** @return how many deltas were folded; 0 also when another replica is at it */
    Uni<Long> fold() {
        return pool.withTransaction(transaction -> alone(transaction)
                .chain(alone -> alone
                        ? transaction
                                .query(SQL)
                                .execute()
                                .map(rows -> rows.iterator().next().getLong(0))
                        : Uni.createFrom().item(0L)));
    }

    /** Counts all facts anew, in the caller's transaction; readers see the old sums until it is committed. */
    public Uni<Void> anew(SqlConnection transaction) {
        return transaction
                .query(WAIT_ALONE)
                .execute()
                .chain(() -> transaction.query("delete from rollup_delta").execute())
                .chain(() -> transaction.query("delete from rollup").execute())
                .chain(() -> transaction
                        .query("insert into rollup select * from rollup_scan")
                        .execute())
                .replaceWithVoid();
    }

    private static Uni<Boolean> alone(SqlConnection transaction) {
        return transaction
                .query(ALONE)
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
