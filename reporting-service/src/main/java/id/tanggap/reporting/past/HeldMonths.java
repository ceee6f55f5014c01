package id.tanggap.reporting.past;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;

/** Months of which complaints are being taken back: their recaps are not compiled meanwhile. */
@ApplicationScoped
public class HeldMonths {
    /** Not a query: the moment of which the transaction knows comes after it. */
    private static final String KEEP_STILL = "lock table import_take_back in share mode";

    private static final String HELD = """
            select exists (select from import_take_back where government = $1 and $2 = any(months))
            """;
    private static final String HOLD_UP = """
            select exists (select from recap_version join monthly_recap as recap on recap.id = recap_id
                           join import_take_back as held on held.government = recap.government
                                                        and recap.month = any(held.months)
                           where recap_version.state = 'COMPILING')
            """;

    private final Pool pool;

    HeldMonths(Pool pool) {
        this.pool = pool;
    }

    /**
     * To the end of the transaction no month comes to be held, nor is one let go: what is compiled by then is known to whoever
     * asks afterwards. To be said before the transaction reads anything.
     */
    public static Uni<Void> keepStill(SqlConnection transaction) {
        return transaction.query(KEEP_STILL).execute().replaceWithVoid();
    }

    /** Whether its recap may be compiled. */
    public Uni<Boolean> isFree(SqlConnection transaction, String government, YearMonth month) {
        return transaction
                .preparedQuery(HELD)
                .execute(Tuple.of(government, month.atDay(1)))
                .map(rows -> !isSo(rows));
    }

    /** Whether a recap waits to be compiled because its month is held. */
    public Uni<Boolean> holdUp() {
        return pool.query(HOLD_UP).execute().map(HeldMonths::isSo);
    }

    private static boolean isSo(RowSet<Row> rows) {
        return rows.iterator().next().getBoolean(0);
    }
}
