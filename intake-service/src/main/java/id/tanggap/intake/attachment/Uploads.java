package id.tanggap.intake.attachment;

import com.github.f4b6a3.uuid.UuidCreator;
import id.tanggap.file.content.Inspected.Passed;
import id.tanggap.file.content.Inspected.Refused;
import id.tanggap.file.scan.Scanned;
import id.tanggap.intake.attachment.AttachmentFiles.Looked;
import id.tanggap.intake.attachment.AttachmentFiles.Prepared;
import id.tanggap.intake.attachment.Taken.Reason;
import id.tanggap.intake.vault.Seal;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes the files of citizens before there is a complaint. The row is first, then the file, and the ticket last: of what a
 * crash cuts short nobody has a ticket, and it goes with what nobody claims.
 */
@ApplicationScoped
public class Uploads {
    private static final String ADD = """
            insert into attachment (id, ticket, wrapped_key, kind, size, scanned, details, uploaded_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """;
    private static final String REMOVE = "delete from attachment where id = $1 and wrapped_key is not null";

    private final SecureRandom random = new SecureRandom();
    private final Pool pool;
    private final AttachmentFiles files;
    private final Attachments attachments;
    private final Seal seal;
    private final InstantSource time;

    Uploads(Pool pool, AttachmentFiles files, Attachments attachments, Seal seal, InstantSource time) {
        this.pool = pool;
        this.files = files;
        this.attachments = attachments;
        this.seal = seal;
        this.time = time;
    }

    /** @param name as its sender calls it */
    public Uni<Taken> take(Path upload, @Nullable String name) {
        return files.isBusy() ? became(new Taken.Busy()) : files.look(upload).chain(looked -> take(looked, name));
    }

    private Uni<Taken> take(Looked looked, @Nullable String name) {
        return looked.scanned() == Scanned.INFECTED
                ? became(new Taken.Refused(Reason.INFECTED))
                : switch (looked.inspected()) {
                    case Refused(var reason) -> became(Taken.Refused.of(reason));
                    case Passed passed -> {
                        var id = UuidCreator.getTimeOrderedEpoch();
                        yield files.prepare(id, passed, looked.scanned(), name).chain(this::keep);
                    }
                };
    }

    private Uni<Taken> keep(Prepared prepared) {
        var ticket = Ticket.random(random);
        var id = prepared.upload().id();
        return note(prepared, ticket)
                .chain(() -> files.keep(prepared))
                .onFailure()
                .call(() -> forget(id))
                .chain(kept -> kept
                        ? became(waiting(prepared, ticket))
                        : forget(id).replaceWith(new Taken.Refused(Reason.NO_ROOM)));
    }

    private Uni<Void> note(Prepared prepared, String ticket) {
        var upload = prepared.upload();
        return pool.preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addUUID(upload.id())
                        .addValue(Buffer.buffer(Ticket.fingerprint(ticket, seal)))
                        .addValue(Buffer.buffer(upload.wrappedKey()))
                        .addString(upload.kind().name())
                        .addInteger(upload.size())
                        .addBoolean(upload.scanned())
                        .addValue(Buffer.buffer(prepared.details()))
                        .addOffsetDateTime(time.instant().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private Uni<Void> forget(UUID id) {
        return pool.preparedQuery(REMOVE).execute(Tuple.of(id)).replaceWithVoid();
    }

    private static Taken waiting(Prepared prepared, String ticket) {
        var upload = prepared.upload();
        return new Taken.Waiting(
                ticket,
                upload.kind().name(),
                upload.kind().mediaType(),
                upload.size(),
                upload.details().sha256(),
                prepared.passed().reduced(),
                upload.scanned(),
                prepared.passed().position());
    }

    private static Uni<Taken> became(Taken taken) {
        return Uni.createFrom().item(taken);
    }

    /** For whoever has just uploaded it, while no complaint has it. */
    public Uni<Found> preview(String ticket) {
        return attachments
                .offered(List.of(ticket))
                .chain(offered -> offered.only()
                        .map(files::read)
                        .orElseGet(() -> Uni.createFrom().item(new Found.Nothing())));
    }

    /** Whether it was there, and no complaint had it. The file goes before the row, so that none is forgotten. */
    public Uni<Boolean> discard(String ticket) {
        return pool.withTransaction(transaction -> attachments
                .lock(transaction, List.of(ticket))
                .chain(offered -> offered.only()
                        .map(upload -> files.remove(upload.id())
                                .chain(() -> transaction.preparedQuery(REMOVE).execute(Tuple.of(upload.id())))
                                .replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false))));
    }
}
