package id.tanggap.intake.complaint;

import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.governments.Governments;
import id.tanggap.intake.attachment.Attachments;
import id.tanggap.intake.attachment.ReceivedFile;
import id.tanggap.intake.receipt.Promise;
import id.tanggap.intake.receipt.Promises;
import id.tanggap.intake.receipt.Receipt;
import id.tanggap.intake.receipt.Slip;
import id.tanggap.intake.vault.Identity;
import id.tanggap.intake.vault.Seal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks complaints up. */
@ApplicationScoped
public class Complaints {
    private static final String BY_KEY = """
            select c.id, c.number, c.government, c.type, c.received_at, c.request_hash, v.wrapped_key, v.sealed
            from complaint c join vault v on v.complaint_id = c.id
            where c.idempotency_key = $1
            """;

    private static final String BY_ID = """
            select c.id, c.number, c.government, c.type, c.visibility, c.received_at, v.wrapped_key, v.sealed
            from complaint c join vault v on v.complaint_id = c.id
            where c.id = any($1) and v.wrapped_key is not null order by c.received_at desc
            """;

    private final Pool pool;
    private final Seal seal;
    private final Attachments attachments;
    private final Governments governments;
    private final Promises promises;

    Complaints(Pool pool, Seal seal, Attachments attachments, Governments governments, Promises promises) {
        this.pool = pool;
        this.seal = seal;
        this.attachments = attachments;
        this.governments = governments;
        this.promises = promises;
    }

    /** The receipt that was given for this key, when it was for the same form; null when none was. */
    Uni<@Nullable Submission> firstUnder(IdempotencyKey key) {
        return pool.preparedQuery(BY_KEY)
                .execute(Tuple.of(io.vertx.core.buffer.Buffer.buffer(key.key())))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().nullItem()
                        : first(rows.iterator().next(), key));
    }

    /** What was given for these complaints, the newest first; none where the person was erased. */
    public Uni<List<Slip>> slips(List<UUID> complaints) {
        return pool.preparedQuery(BY_ID)
                .execute(Tuple.of(complaints.toArray(UUID[]::new)))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(this::slip)
                        .collect()
                        .asList());
    }

    private Uni<Slip> slip(Row row) {
        return receipt(row)
                .map(receipt -> Slip.of(
                        receipt,
                        governments.find(row.getString("government")),
                        Visibility.ofName(row.getString("visibility")),
                        identity(row)));
    }

    private Uni<Submission> first(Row row, IdempotencyKey key) {
        return !key.isOf(row.getBuffer("request_hash").getBytes()) || row.getBuffer("wrapped_key") == null
                ? Uni.createFrom().item(new Submission.KeyReused())
                : receipt(row).map(Submission.Accepted::new);
    }

    private Uni<Receipt> receipt(Row row) {
        return attachments
                .received(row.getUUID("id"), row.getBuffer("wrapped_key").getBytes())
                .map(files -> receipt(row, files));
    }

    private Receipt receipt(Row row, List<ReceivedFile> files) {
        var receivedAt = row.getOffsetDateTime("received_at").toInstant();
        return Receipt.of(
                row.getUUID("id"),
                row.getString("number"),
                TrackingSecret.shown(identity(row).secret()),
                receivedAt,
                promise(row, receivedAt),
                files);
    }

    private @Nullable Promise promise(Row row, Instant receivedAt) {
        var government = governments.find(row.getString("government"));
        return government == null
                ? null
                : promises.of(government, ComplaintType.valueOf(row.getString("type")), receivedAt);
    }

    private Identity identity(Row row) {
        return seal.open(
                row.getUUID("id"),
                row.getBuffer("wrapped_key").getBytes(),
                row.getBuffer("sealed").getBytes());
    }
}
