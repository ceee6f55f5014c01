package id.tanggap.intake.channel;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.intake.vault.Seal;
import id.tanggap.intake.vault.Seal.Locked;
import id.tanggap.rest.PageKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What could not be understood, until an operator has seen to it. It is never read here, only told by its shape. */
@ApplicationScoped
class Quarantine {
    private static final String PAGE = """
            select id, account, received_at, cause, attempts, wrapped_key, sealed from inbound_event
            where state = 'QUARANTINED' and (received_at, id) < ($1, $2)
            order by received_at desc, id desc limit $3
            """;
    private static final String RETRY = """
            with again as (
                update inbound_event set state = 'WAITING', attempts = 0, cause = null,
                    next_attempt_at = case when contact is null then $2::timestamptz end
                where id = $1 and state = 'QUARANTINED' returning account, contact),
            heard as (
                update conversation as known set waiting_since = coalesce(waiting_since, $2), due_at = coalesce(due_at, $2)
                from again where known.account = again.account and known.contact = again.contact)
            select count(*) as done from again
            """;
    private static final String DISCARD = """
            update inbound_event set state = 'DISCARDED', cause = cause || ': ' || $2 where id = $1 and state = 'QUARANTINED'
            """;
    private static final PageKey NEWEST = new PageKey(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0));

    private final Pool pool;
    private final Seal seal;
    private final InstantSource time;

    Quarantine(Pool pool, Seal seal, InstantSource time) {
        this.pool = pool;
        this.seal = seal;
        this.time = time;
    }

    /** @param shape of what was brought, without a word of it */
    record Put(UUID id, String account, Instant receivedAt, String cause, int attempts, JsonNode shape) {}

    /** The newest first. */
    Uni<List<Put>> page(@Nullable PageKey after, int limit) {
        var from = after == null ? NEWEST : after;
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(from.time().atOffset(ZoneOffset.UTC), from.id(), limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::put)
                        .toList());
    }

    private Put put(Row row) {
        var id = row.getUUID("id");
        return new Put(
                id,
                row.getString("account"),
                row.getOffsetDateTime("received_at").toInstant(),
                row.getString("cause"),
                row.getInteger("attempts"),
                shape(id, row));
    }

    private JsonNode shape(UUID id, Row row) {
        try {
            return Shape.of(seal.unlock(
                    id,
                    new Locked(
                            row.getBuffer("wrapped_key").getBytes(),
                            row.getBuffer("sealed").getBytes())));
        } catch (IllegalStateException doesNotOpen) {
            return Shape.UNKNOWN;
        }
    }

    /** It is looked at once more, where it stood among what its citizen wrote; false when it is not there. */
    Uni<Boolean> retry(UUID event) {
        return pool.preparedQuery(RETRY)
                .execute(Tuple.of(event, time.instant().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getLong("done") > 0);
    }

    /** Nobody looks at it any more; false when it is not there. */
    Uni<Boolean> discard(UUID event, String reason) {
        return pool.preparedQuery(DISCARD).execute(Tuple.of(event, reason)).map(rows -> rows.rowCount() > 0);
    }
}
