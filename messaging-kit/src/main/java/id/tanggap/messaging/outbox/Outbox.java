package id.tanggap.messaging.outbox;

import id.tanggap.messaging.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
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
    public static final String TABLE = "outbox";

    /** For a statement that writes more than events. */
    public static final Rows<OutgoingEvent> ROWS = Rows.of(OutgoingEvent.class)
            .text("topic", OutgoingEvent::topic)
            .uuid("id", event -> event.envelope().id())
            .text("type", event -> event.envelope().type())
            .text("source", event -> event.envelope().source())
            .uuid("subject", event -> event.envelope().subject())
            .text("government", event -> event.envelope().government())
            .time("time", event -> event.envelope().time())
            .text("traceparent", event -> event.envelope().traceparent())
            .bytes("payload", OutgoingEvent::payload);

    private static final String INSERT = ROWS.insertInto(TABLE);

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
                : transaction.preparedQuery(INSERT).execute(ROWS.tuple(events)).replaceWithVoid();
    }

    /** Wakes the relay. To be called after the commit, never before. */
    public void committed() {
        relay.wake();
    }
}
