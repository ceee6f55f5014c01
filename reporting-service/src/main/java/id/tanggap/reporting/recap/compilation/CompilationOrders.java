package id.tanggap.reporting.recap.compilation;

import id.tanggap.governments.Governments;
import id.tanggap.reporting.recap.loop.Deed.Actor;
import id.tanggap.reporting.recap.loop.MonthlyRecap;
import id.tanggap.reporting.recap.loop.RecapMonth;
import id.tanggap.reporting.recap.loop.RecapState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps that a recap is to be compiled, until it is; one order a recap. */
@ApplicationScoped
public class CompilationOrders {
    private static final String KEEP = """
            insert into recap_version (recap_id, version, state, preliminary, requested_by, requested_by_name, requested_at)
            select $1, coalesce(max(version), 0) + 1, 'COMPILING', $2, $3, $4, $5
            from recap_version where recap_id = $1
            on conflict (recap_id) where state = 'COMPILING' do nothing
            returning version
            """;
    private static final String OF = """
            select version, requested_by, requested_by_name from recap_version
            where recap_id = $1 and state = 'COMPILING'
            """;
    private static final String WITHDRAW =
            "delete from recap_version where recap_id = $1 and version = $2 and state = 'COMPILING'";
    private static final String WAITING = """
            select government, month from recap_version join monthly_recap on id = recap_id
            where recap_version.state = 'COMPILING'
            """;

    private final Pool pool;
    private final Governments governments;
    private final InstantSource time;

    CompilationOrders(Pool pool, Governments governments, InstantSource time) {
        this.pool = pool;
        this.governments = governments;
        this.time = time;
    }

    /** @param by null for the platform itself */
    record Order(int version, @Nullable Actor by) {}

    /** In the caller's transaction and under the recap's lock. False when there is one already. */
    public Uni<Boolean> keep(SqlConnection transaction, MonthlyRecap recap, @Nullable Actor by) {
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.of(
                        recap.id(),
                        recap.state() == RecapState.RUNNING,
                        by == null ? null : by.id(),
                        by == null ? null : by.name(),
                        time.instant().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.size() > 0);
    }

    /** Null when there is none, or none any more. */
    Uni<@Nullable Order> of(SqlConnection transaction, MonthlyRecap recap) {
        return transaction
                .preparedQuery(OF)
                .execute(Tuple.of(recap.id()))
                .map(rows -> rows.size() == 0 ? null : order(rows.iterator().next()));
    }

    Uni<Void> withdraw(SqlConnection transaction, MonthlyRecap recap, Order order) {
        return transaction
                .preparedQuery(WITHDRAW)
                .execute(Tuple.of(recap.id(), order.version()))
                .replaceWithVoid();
    }

    /** The months for which one waits, of the governments that are installed. */
    Uni<List<RecapMonth>> waiting() {
        return pool.query(WAITING).execute().map(rows -> RecapMonth.of(rows, governments));
    }

    private static Order order(Row row) {
        var by = row.getString("requested_by");
        return new Order(
                row.getInteger("version"), by == null ? null : new Actor(by, row.getString("requested_by_name")));
    }
}
