package id.tanggap.messaging.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rows of the outbox as its leader reads them: forwards, never again over those that are deleted. These stay in the
 * table's index as long as any transaction that began before is open, and whoever began at the head would step over
 * all of them at each look.
 */
final class Backlog {
    /** The most that are read at once, beside those that come late. */
    static final int BATCH = 1000;

    /** Together, so that no row is seen without one that was committed before it. */
    private static final String NEXT = """
            select running, next, row.*
            from (select pg_snapshot_xmin(seen)::text::bigint as running, pg_snapshot_xmax(seen)::text::bigint as next
                  from pg_current_snapshot() as seen) as transactions
            left join (
                select outbox.* from unnest($2::bigint[], $3::bigint[]) as gap (low, high)
                join outbox on seq between low and high
                union all
                (select * from outbox where seq > $1 order by seq limit %d)
            ) as row on true
            """.formatted(BATCH);

    private static final String DELETE = "delete from outbox where seq = any($1)";
    private static final String REFUSE = """
            with refused as (delete from outbox where seq = $1 returning *)
            insert into outbox_refused select refused.*, $2 from refused
            """;

    private final SqlConnection connection;
    private final InstantSource time;
    private final Place place = new Place();

    Backlog(SqlConnection connection, InstantSource time) {
        this.connection = connection;
        this.time = time;
    }

    /** The next rows in the order of their numbers; none when there are none yet. */
    Uni<List<Row>> next() {
        return connection
                .preparedQuery(NEXT)
                .execute(Tuple.of(place.last(), place.lows(), place.highs()))
                .map(this::read);
    }

    private List<Row> read(RowSet<Row> found) {
        var rows = new ArrayList<Row>(found.size());
        found.forEach(rows::add);
        var transactions = rows.getFirst();
        rows.removeIf(row -> row.getLong("seq") == null);
        rows.sort(Comparator.comparing(row -> row.getLong("seq")));
        place.read(
                rows.stream().map(row -> row.getLong("seq")).toList(),
                transactions.getLong("running"),
                transactions.getLong("next"),
                time.instant());
        return rows;
    }

    Uni<Void> delete(List<Long> numbers) {
        return numbers.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(DELETE)
                        .execute(Tuple.of(numbers.toArray(Long[]::new)))
                        .replaceWithVoid();
    }

    /** Sets a row aside that the broker will never take. */
    Uni<Void> refuse(Long number, String cause) {
        return connection.preparedQuery(REFUSE).execute(Tuple.of(number, cause)).replaceWithVoid();
    }
}
