package id.tanggap.intake.complaint;

import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.intake.attachment.Attachments;
import id.tanggap.intake.receipt.Given;
import id.tanggap.intake.receipt.Lodged;
import id.tanggap.intake.receipt.Receipt;
import id.tanggap.intake.receipt.Receipts;
import id.tanggap.intake.receipt.Told;
import id.tanggap.intake.vault.Identity;
import id.tanggap.intake.vault.Seal;
import id.tanggap.masking.Maskings;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks complaints up. */
@ApplicationScoped
public class Complaints {
    private static final String BY_KEY = """
            select c.id, c.number, c.government, c.type, c.visibility, c.received_at, c.request_hash, v.wrapped_key, v.sealed
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
    private final Maskings maskings;
    private final Receipts receipts;

    Complaints(
            Pool pool,
            Seal seal,
            Attachments attachments,
            Governments governments,
            Maskings maskings,
            Receipts receipts) {
        this.pool = pool;
        this.seal = seal;
        this.attachments = attachments;
        this.governments = governments;
        this.maskings = maskings;
        this.receipts = receipts;
    }

    /** The receipt that was given for this key, when it was for the same form; null when none was. */
    Uni<@Nullable Submission> firstUnder(IdempotencyKey key) {
        return pool.preparedQuery(BY_KEY)
                .execute(Tuple.of(io.vertx.core.buffer.Buffer.buffer(key.key())))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().nullItem()
                        : first(rows.iterator().next(), key));
    }

    /** What was given for these complaints, the newest first; none where the person was erased or the government is gone. */
    public Uni<List<Given>> given(List<UUID> complaints) {
        return pool.preparedQuery(BY_ID)
                .execute(Tuple.of(complaints.toArray(UUID[]::new)))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .filter(row -> governments.find(row.getString("government")) != null)
                        .onItem()
                        .transformToUniAndConcatenate(
                                row -> receipt(row).map(receipt -> new Given(receipt, government(row))))
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
        var identity = seal.open(row.getUUID("id"), key, row.getBuffer("sealed").getBytes());
        return attachments
                .received(row.getUUID("id"), key)
                .map(files ->
                        receipts.of(lodged(row), told(row, identity), TrackingSecret.shown(identity.secret()), files));
    }

    private Told told(Row row, Identity identity) {
        var masking = maskings.in(row.getString("government")).of(identity.name());
        return new Told(identity.name(), masking.mask(identity.title()), masking.mask(identity.text()));
    }

    private Lodged lodged(Row row) {
        return new Lodged(
                row.getUUID("id"),
                row.getString("number"),
                government(row),
                ComplaintType.valueOf(row.getString("type")),
                Visibility.ofName(row.getString("visibility")),
                row.getOffsetDateTime("received_at").toInstant());
    }

    private Government government(Row row) {
        return Objects.requireNonNull(governments.find(row.getString("government")));
    }
}
