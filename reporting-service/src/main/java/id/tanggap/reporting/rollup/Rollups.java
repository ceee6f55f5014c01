package id.tanggap.reporting.rollup;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Reads the sums of a month, in the order of their size. */
@ApplicationScoped
public class Rollups {
    private static final String SUMS = """
            select cut, key, max(label) as label, sum(received)::bigint as received, sum(answered)::bigint as answered,
                   sum(open)::bigint as open, sum(ended)::bigint as ended, sum(overdue)::bigint as overdue,
                   sum(late)::bigint as late, sum(objected)::bigint as objected, sum(kept)::bigint as kept,
                   sum(missed)::bigint as missed, sum(moved)::bigint as moved
            from (%s) as parts
            group by cut, key
            having (sum(received), sum(answered), sum(kept), sum(missed), sum(moved)) <> (0, 0, 0, 0, 0)
            order by received desc, answered desc, kept desc, moved desc, key
            """;
    private static final String KEPT = SUMS.formatted("""
            select * from rollup where government = $1 and month = $2
            union all
            select * from rollup_delta where government = $1 and month = $2
            """);
    private static final String SCANNED =
            SUMS.formatted("select * from rollup_scan where government = $1 and month = $2");

    /** As they are kept: exact at the moment of the statement. */
    public Uni<Sums> of(SqlClient client, String government, YearMonth month) {
        return read(client, KEPT, government, month);
    }

    /** From each complaint of the month; takes the longer the more there are. */
    public Uni<Sums> scanned(SqlClient client, String government, YearMonth month) {
        return read(client, SCANNED, government, month);
    }

    private static Uni<Sums> read(SqlClient client, String sql, String government, YearMonth month) {
        return client.preparedQuery(sql)
                .execute(Tuple.of(government, month.atDay(1)))
                .map(Rollups::sums);
    }

    private static Sums sums(RowSet<Row> rows) {
        List<Sum> sums = new ArrayList<>(rows.size());
        rows.forEach(row -> sums.add(Sum.of(row)));
        return new Sums(sums);
    }
}
