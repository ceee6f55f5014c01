package id.tanggap.reporting.facts;

import id.tanggap.messaging.Rows;
import id.tanggap.messaging.Watch;
import id.tanggap.messaging.Watch.Pace;
import id.tanggap.search.Lexemes;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Makes what complaints are found by, soon after their words were written, and anew where other rules of search made it. The
 * table queues them; replicas may work side by side, and a batch is done or not.
 */
@ApplicationScoped
class Searchable {
    /** Others write as well: other replicas, such of the version before among them, and a rebuilding. */
    private static final Pace PACE = new Pace(Duration.ofMillis(500), Duration.ofMinutes(1), Duration.ofMinutes(1));

    private static final int BATCH = 100;

    /** Another replica takes others. */
    private static final String NEXT = """
            select queued.complaint_id, fact.number, told.title, told.text, told.address
            from complaint_search as queued
            left join complaint_words as told using (complaint_id)
            left join complaint_fact as fact using (complaint_id)
            where (queued.words @@ '%s'::tsquery) is not true
            limit %d for update of queued skip locked
            """.formatted(Lexemes.IN_FORCE.replace("'", "''"), BATCH);

    private static final Rows<Found> ROWS =
            Rows.of(Found.class).uuid("complaint_id", Found::complaint).text("words", Found::lexemes);
    private static final String WRITE = "update complaint_search as known set words = told.words::tsvector from "
            + ROWS.as("told") + " where known.complaint_id = told.complaint_id";

    private static final Logger LOG = Logger.getLogger(Searchable.class);
    private static final int WORTH_A_LINE = 10_000;

    private final Pool pool;
    private final Watch watch;
    private int done;

    Searchable(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.watch = new Watch("Search", vertx, PACE, this::look);
    }

    private record Found(UUID complaint, String lexemes) {
        static Found of(Row row) {
            return new Found(
                    row.getUUID("complaint_id"),
                    Lexemes.of(
                            row.getString("number"),
                            row.getString("title"),
                            row.getString("text"),
                            row.getString("address")));
        }
    }

    void start(@Observes StartupEvent event) {
        watch.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        watch.stop();
    }

    /** After a commit that may have written words. */
    void wake() {
        watch.wake();
    }

    private Uni<Duration> look() {
        return next().invoke(this::tell).map(written -> written > 0 ? Duration.ZERO : PACE.longestSleep());
    }

    /** How many there were. */
    Uni<Integer> next() {
        return pool.withTransaction(turn -> turn.query(NEXT).execute().chain(queued -> write(turn, queued)));
    }

    private static Uni<Integer> write(SqlConnection turn, RowSet<Row> queued) {
        var found =
                StreamSupport.stream(queued.spliterator(), false).map(Found::of).toList();
        return found.isEmpty()
                ? Uni.createFrom().item(0)
                : turn.preparedQuery(WRITE).execute(ROWS.tuple(found)).map(RowSet::rowCount);
    }

    /** Of a long way, not of each complaint that comes in. */
    private void tell(int written) {
        done += written;
        if (written == 0 && done >= WORTH_A_LINE || written > 0 && done % WORTH_A_LINE < written) {
            LOG.infof("%d complaints are made to be found%s", done, written == 0 ? ", all" : "");
        }
        done = written == 0 ? 0 : done;
    }
}
