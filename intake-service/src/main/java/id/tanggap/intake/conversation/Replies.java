package id.tanggap.intake.conversation;

import id.tanggap.intake.channel.Accounts;
import id.tanggap.intake.conversation.DueReply.Recipient;
import id.tanggap.intake.conversation.DueReply.Says;
import id.tanggap.intake.vault.Seal;
import id.tanggap.intake.vault.Seal.Locked;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ServiceUnavailableException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens what was answered for whoever sends it. */
@ApplicationScoped
class Replies {
    private static final String FIND = """
            select c.account, c.wrapped_key, c.sealed as kept, c.free_until, e.complaint_id, e.sealed, v.wrapped_key as vault_key
            from conversation_entry e join conversation c on c.id = e.conversation_id
            left join vault v on v.complaint_id = e.complaint_id
            where e.id = $2 and c.id = $1 and e.ours
            """;

    private final Pool pool;
    private final Accounts accounts;
    private final Conversations conversations;
    private final Seal seal;

    Replies(Pool pool, Accounts accounts, Conversations conversations, Seal seal) {
        this.pool = pool;
        this.accounts = accounts;
        this.conversations = conversations;
        this.seal = seal;
    }

    /** Null when there is no such reply, or the person was erased. */
    Uni<@Nullable DueReply> find(UUID conversation, UUID reply) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(conversation, reply))
                .map(rows -> rows.size() == 0
                        ? null
                        : due(conversation, reply, rows.iterator().next()));
    }

    private @Nullable DueReply due(UUID conversation, UUID reply, Row row) {
        var account = accounts.find(row.getString("account"));
        var key = row.getBuffer("wrapped_key");
        var complaint = row.getUUID("complaint_id");
        var entryKey = complaint == null ? key : row.getBuffer("vault_key");
        if (account == null) {
            // Closed for now: whoever sends it asks again.
            throw new ServiceUnavailableException();
        }
        if (key == null || entryKey == null) {
            return null;
        }
        var kept = conversations.read(
                seal.unlock(
                        conversation,
                        new Locked(key.getBytes(), row.getBuffer("kept").getBytes())),
                Kept.class);
        var entry = conversations.read(
                seal.openBytes(
                        complaint == null ? conversation : complaint,
                        entryKey.getBytes(),
                        reply,
                        row.getBuffer("sealed").getBytes()),
                Entry.class);
        var freeUntil = row.getOffsetDateTime("free_until");
        return new DueReply(
                account.government().id(),
                new Recipient(
                        account.provider().way(),
                        account.id(),
                        kept.address(),
                        freeUntil == null ? null : freeUntil.toInstant()),
                new Says(entry.kind(), entry.text(), entry.choices()));
    }
}
