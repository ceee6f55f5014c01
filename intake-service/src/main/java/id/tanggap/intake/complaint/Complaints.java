package id.tanggap.intake.complaint;

import id.tanggap.intake.attachment.Attachments;
import id.tanggap.intake.attachment.ReceivedFile;
import id.tanggap.intake.vault.Seal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
    private final Attachments attachments;

    Complaints(Pool pool, Seal seal, Attachments attachments) {
        this.pool = pool;
        this.seal = seal;
        this.attachments = attachments;
    }

    /** The receipt that was given for this key, when it was for the same form; null when none was. */
    Uni<@Nullable Submission> firstUnder(IdempotencyKey key) {
        return pool.preparedQuery(BY_KEY)
                .execute(Tuple.of(io.vertx.core.buffer.Buffer.buffer(key.key())))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().nullItem()
                        : first(rows.iterator().next(), key));
    }

    /** Those that were given for these complaints, the newest first; none where the person was erased. */
    public Uni<List<Receipt>> receipts(List<UUID> complaints) {
        return pool.preparedQuery(BY_ID)
                .execute(Tuple.of(complaints.toArray(UUID[]::new)))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(this::receipt)
                        .collect()
                        .asList());
    }

    private Uni<Submission> first(Row row, IdempotencyKey key) {
        return !key.isOf(row.getBuffer("request_hash").getBytes()) || row.getBuffer("wrapped_key") == null
                ? Uni.createFrom().item(new Submission.KeyReused())
                : receipt(row).map(Submission.Accepted::new);
    }

    private Uni<Receipt> receipt(Row row) {
        var key = row.getBuffer("wrapped_key").getBytes();
        return attachments.received(row.getUUID("id"), key).map(files -> receipt(row, key, files));
    }

    private Receipt receipt(Row row, byte[] wrappedKey, List<ReceivedFile> files) {
        var id = row.getUUID("id");
        var identity = seal.open(id, wrappedKey, row.getBuffer("sealed").getBytes());
        return Receipt.of(
                id,
                row.getString("number"),
                identity.secret(),
                row.getOffsetDateTime("received_at").toInstant(),
                files);
    }
}
