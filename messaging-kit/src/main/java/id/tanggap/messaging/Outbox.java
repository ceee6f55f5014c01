package id.tanggap.messaging;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
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

    Outbox(Pool pool, Relay relay) {
        this.pool = pool;
        this.relay = relay;
    }

    /** Runs work in one transaction and wakes the relay after its commit. */
    public <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
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
        return Tuple.tuple()
                .addArrayOfString(column(events, OutgoingEvent::topic, String[]::new))
                .addArrayOfUUID(column(events, e -> e.envelope().id(), UUID[]::new))
                .addArrayOfString(column(events, e -> e.envelope().type(), String[]::new))
                .addArrayOfString(column(events, e -> e.envelope().source(), String[]::new))
                .addArrayOfUUID(column(events, e -> e.envelope().subject(), UUID[]::new))
                .addArrayOfString(column(events, e -> e.envelope().government(), String[]::new))
                .addArrayOfOffsetDateTime(
                        column(events, e -> e.envelope().time().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new))
                .addArrayOfString(column(events, e -> e.envelope().traceparent(), String[]::new))
                .addValue(column(events, e -> Buffer.buffer(e.payload()), Buffer[]::new));
    }

    private static <T> T[] column(
            List<OutgoingEvent> events,
            Function<OutgoingEvent, ? extends @Nullable Object> value,
            IntFunction<T[]> array) {
        return events.stream().map(value).toArray(array);
    }
}
