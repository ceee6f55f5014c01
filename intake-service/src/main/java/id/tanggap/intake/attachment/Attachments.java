package id.tanggap.intake.attachment;

import id.tanggap.contracts.event.IntakeEvent.AttachedFile;
import id.tanggap.file.content.Kind;
import id.tanggap.intake.attachment.Upload.Details;
import id.tanggap.intake.vault.Seal;
import id.tanggap.intake.vault.Seal.Locked;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The files of citizens: those that wait for a complaint, by their tickets, and those that a complaint has. */
@ApplicationScoped
public class Attachments {
    private static final String COLUMNS = "a.id, a.kind, a.size, a.scanned, a.details";
    private static final String OFFERED = """
            select %s, a.wrapped_key, t.place
            from unnest($1::bytea[]) with ordinality as t (ticket, place) join attachment a on a.ticket = t.ticket
            where a.wrapped_key is not null and a.uploaded_at > $2
            order by a.id
            """.formatted(COLUMNS);
    private static final String LOCK = OFFERED + "for update of a";
    private static final String CLAIM = "with " + Claim.made(Claim.ROWS) + "select count(*) from claimed";

    private static final String CLAIMED = """
            select %s, c.sealed_key, c.addition_id
            from attachment_claim c join attachment a on a.id = c.attachment_id
            where c.complaint_id = $1 order by c.addition_id nulls first, c.place
            """.formatted(COLUMNS);

    private final Pool pool;
    private final AttachmentFiles files;
    private final Seal seal;
    private final FilesConfig config;
    private final InstantSource time;

    Attachments(Pool pool, AttachmentFiles files, Seal seal, FilesConfig config, InstantSource time) {
        this.pool = pool;
        this.files = files;
        this.seal = seal;
        this.config = config;
        this.time = time;
    }

    /** Those that a complaint may claim now. */
    public Uni<Offered> offered(List<String> tickets) {
        return offered(pool, OFFERED, tickets);
    }

    /** The same, and nobody else claims them until the transaction ends. */
    public Uni<Offered> lock(SqlConnection transaction, List<String> tickets) {
        return offered(transaction, LOCK, tickets);
    }

    private Uni<Offered> offered(SqlClient client, String query, List<String> tickets) {
        if (tickets.isEmpty()) {
            return Uni.createFrom().item(Offered.NOTHING);
        }
        var fingerprints = tickets.stream()
                .map(ticket -> Buffer.buffer(Ticket.fingerprint(ticket, seal)))
                .toArray(Buffer[]::new);
        var since = time.instant().minus(config.unclaimedFor()).atOffset(ZoneOffset.UTC);
        return client.preparedQuery(query)
                .execute(Tuple.of(fingerprints, since))
                .map(rows -> {
                    var uploads = new @Nullable Upload[tickets.size()];
                    rows.forEach(row -> uploads[row.getLong("place").intValue() - 1] =
                            upload(row, row.getBuffer("wrapped_key").getBytes()));
                    return new Offered(uploads);
                });
    }

    /** Of files that are {@linkplain #lock locked}. */
    public Uni<Void> claim(SqlConnection transaction, List<Claim> claims) {
        return claims.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(CLAIM)
                        .execute(Claim.ROWS.tuple(claims))
                        .replaceWithVoid();
    }

    /** What every reader of the complaint may know of its files, those that came with it first. */
    public Uni<List<Attached>> of(UUID complaint) {
        return rows(complaint, Attachments::attached);
    }

    /** What the receipt said of the files that came with the complaint. */
    public Uni<List<ReceivedFile>> received(UUID complaint, byte[] wrappedKey) {
        return rows(complaint, row -> row)
                .map(rows -> rows.stream()
                        .filter(row -> row.getUUID("addition_id") == null)
                        .map(row -> upload(row, key(complaint, wrappedKey, row)).received())
                        .toList());
    }

    /** @param wrappedKey the complaint's own; null when it was erased */
    public Uni<Found> find(UUID complaint, UUID attachment, byte @Nullable [] wrappedKey) {
        return rows(complaint, row -> row)
                .chain(rows -> rows.stream()
                        .filter(row -> row.getUUID("id").equals(attachment))
                        .findFirst()
                        .map(row -> wrappedKey == null
                                ? Uni.createFrom().<Found>item(new Found.Erased())
                                : files.read(upload(row, key(complaint, wrappedKey, row))))
                        .orElseGet(() -> Uni.createFrom().item(new Found.Nothing())));
    }

    private <T> Uni<List<T>> rows(UUID complaint, Function<Row, T> as) {
        return pool.preparedQuery(CLAIMED)
                .execute(Tuple.of(complaint))
                .map(rows ->
                        StreamSupport.stream(rows.spliterator(), false).map(as).toList());
    }

    private byte[] key(UUID complaint, byte[] wrappedKey, Row row) {
        return seal.openBytes(
                complaint,
                wrappedKey,
                row.getUUID("id"),
                row.getBuffer("sealed_key").getBytes());
    }

    private Upload upload(Row row, byte[] key) {
        var id = row.getUUID("id");
        var details = seal.unlock(id, new Locked(key, row.getBuffer("details").getBytes()));
        return new Upload(
                id,
                key,
                Kind.valueOf(row.getString("kind")),
                row.getInteger("size"),
                row.getBoolean("scanned"),
                Details.read(details));
    }

    private static Attached attached(Row row) {
        return new Attached(
                new AttachedFile(
                        row.getUUID("id"), Kind.valueOf(row.getString("kind")).mediaType(), row.getInteger("size")),
                row.getBoolean("scanned"),
                row.getUUID("addition_id"));
    }

    /**
     * @param scanned whether a scanner found nothing in it; false when none looked
     * @param addition what the citizen added later, if it came with that
     */
    public record Attached(
            AttachedFile file, boolean scanned, @Nullable UUID addition) {}
}
