package id.tanggap.response.projection;

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
 * Makes anew what a case is found by, in the background: that of all whose words the rules in force did not make, however they
 * came to be. Replicas may do so side by side, and a batch is done or not.
 */
@ApplicationScoped
class Reindexing {
    private static final Logger LOG = Logger.getLogger(Reindexing.class);
    /** A replica of the version before may write more of them. */
    private static final Pace PACE = new Pace(Duration.ofMinutes(1), Duration.ofMinutes(1));

    /** Another replica takes others. */
    private static final String OF_OLD = """
            select told.case_id, known.number, told.title, told.text, told.address
            from case_text as told left join desk_case as known on known.id = told.case_id
            where not told.words @@ '%s'::tsquery limit 100 for update of told skip locked
            """.formatted(Lexemes.IN_FORCE.replace("'", "''"));

    private static final Rows<Words> ROWS =
            Rows.of(Words.class).uuid("case_id", Words::caseId).text("words", Words::lexemes);
    private static final String WRITE = "update case_text as known set words = told.words::tsvector from "
            + ROWS.as("told") + " where known.case_id = told.case_id";

    private final Pool pool;
    private final Watch watch;
    private long done;

    Reindexing(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.watch = new Watch("Search", vertx, PACE, this::look);
    }

    private record Words(UUID caseId, String lexemes) {
        static Words of(Row row) {
            return new Words(
                    row.getUUID("case_id"),
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

    private Uni<Duration> look() {
        return next().map(written -> written > 0 ? Duration.ZERO : PACE.longestSleep());
    }

    /** How many there were. */
    Uni<Integer> next() {
        return pool.withTransaction(turn -> turn.query(OF_OLD).execute().chain(texts -> write(turn, texts)))
                .invoke(this::tell);
    }

    private static Uni<Integer> write(SqlConnection transaction, RowSet<Row> texts) {
        var words =
                StreamSupport.stream(texts.spliterator(), false).map(Words::of).toList();
        return words.isEmpty()
                ? Uni.createFrom().item(0)
                : transaction.preparedQuery(WRITE).execute(ROWS.tuple(words)).map(RowSet::rowCount);
    }

    private void tell(int written) {
        done += written;
        if (written == 0 && done > 0 || written > 0 && done % 10_000 == 0) {
            LOG.infof(
                    "%d cases are found by the rules of search that are in force%s", done, written == 0 ? ", all" : "");
            done = written == 0 ? 0 : done;
        }
    }
}
