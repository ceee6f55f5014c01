package id.tanggap.intake.complaint;

import id.tanggap.intake.vault.Seal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Looks complaints up. */
@ApplicationScoped
public class Complaints {
    private static final String BY_KEY = """
            select c.id, c.number, c.received_at, c.request_hash, v.wrapped_key, v.sealed
            from complaint c join vault v on v.complaint_id = c.id
            where c.idempotency_key = $1
            """;

    private static final String BY_ID = """
            select c.id, c.number, c.received_at, v.wrapped_key, v.sealed
            from complaint c join vault v on v.complaint_id = c.id
            where c.id = any($1) and v.wrapped_key is not null order by c.received_at desc
            """;

    private final Pool pool;
    private final Seal seal;

    Complaints(Pool pool, Seal seal) {
        this.pool = pool;
        this.seal = seal;
    }

    /** The receipt that was given for this key, when it was for the same form. */
    Uni<Submission> firstUnder(IdempotencyKey key) {
        return pool.preparedQuery(BY_KEY)
                .execute(Tuple.of(io.vertx.core.buffer.Buffer.buffer(key.key())))
                .map(rows -> first(rows.iterator().next(), key));
    }

    private Submission first(Row row, IdempotencyKey key) {
        if (!key.isOf(row.getBuffer("request_hash").getBytes()) || row.getBuffer("wrapped_key") == null) {
            return new Submission.KeyReused();
        }
        return new Submission.Accepted(receipt(row));
    }

    /** Those that were given for these complaints, the newest first; none where the person was erased. */
    public Uni<List<Receipt>> receipts(List<UUID> complaints) {
        return pool.preparedQuery(BY_ID)
                .execute(Tuple.of(complaints.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::receipt)
                        .toList());
    }

    private Receipt receipt(Row row) {
        var id = row.getUUID("id");
        var identity = seal.open(
                id,
                row.getBuffer("wrapped_key").getBytes(),
                row.getBuffer("sealed").getBytes());
        return Receipt.of(
                id,
                row.getString("number"),
                identity.secret(),
                row.getOffsetDateTime("received_at").toInstant());
    }
}
