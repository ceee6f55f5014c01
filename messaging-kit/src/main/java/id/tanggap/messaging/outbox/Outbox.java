package id.tanggap.messaging.outbox;

import id.tanggap.messaging.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Events that leave with the commit of the state they tell of, or not at all.
 *
 * <p>Order: the relay publishes in the order of the rows' numbers. Two transactions that write events of the same
 * subject must therefore not run side by side up to their appends; whoever changes an aggregate holds its row lock
 * before it appends.
 */
@ApplicationScoped
public class Outbox {
    private static final String INSERT = """
            insert into outbox (topic, id, type, source, subject, government, time, traceparent, payload)
            select * from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::text[],
                                 $7::timestamptz[], $8::text[], $9::bytea[])
            """;

    private final Pool pool;
    private final Relay relay;

    public Outbox(Pool pool, Relay relay) {
        this.pool = pool;
        this.relay = relay;
    }

    /** Runs work in one transaction and wakes the relay after its commit. */
    public <T extends @Nullable Object> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work).invoke(this::committed);
    }

    /** Appends in the caller's transaction; the caller says {@link #committed()} afterwards. */
    public Uni<Void> append(SqlClient transaction, List<OutgoingEvent> events) {
        return events.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(INSERT).execute(columns(events)).replaceWithVoid();
    }

    /** Wakes the relay. To be called after the commit, never before. */
    public void committed() {
        relay.wake();
    }

    private static Tuple columns(List<OutgoingEvent> events) {
        return Columns.of(events)
                .texts(OutgoingEvent::topic)
                .uuids(event -> event.envelope().id())
                .texts(event -> event.envelope().type())
                .texts(event -> event.envelope().source())
                .uuids(event -> event.envelope().subject())
                .texts(event -> event.envelope().government())
                .times(event -> event.envelope().time())
                .texts(event -> event.envelope().traceparent())
                .bytes(OutgoingEvent::payload)
                .tuple();
    }
}
