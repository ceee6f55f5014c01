package id.tanggap.intake.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.intake.conversation.script.Stage;
import id.tanggap.intake.vault.Seal;
import id.tanggap.intake.vault.Seal.Locked;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Conversations in PostgreSQL: claimed one by one, so that a citizen is heard in order and by one at a time. */
@ApplicationScoped
public class Conversations {
    /** How long a citizen waits whose turn died with its replica: who takes a turn renews it meanwhile. */
    static final Duration LEASE = Duration.ofSeconds(20);

    /** Longer than a turn takes: files of an album, and a database that hangs. */
    static final Duration LONGEST_TURN = Duration.ofMinutes(5);

    private static final String CLAIM = """
            with due as (
                select id from conversation
                where due_at <= $1 and (leased_until is null or leased_until <= $1)
                order by due_at limit $3 for update skip locked)
            update conversation as held set leased_until = $2, lease = lease + 1
            from due where held.id = due.id
            returning held.id, account, contact, wrapped_key, sealed, lease, failures, alone
            """;

    /** First of all, so that what comes next sees all that was brought before, and what is brought after waits for it. */
    private static final String LOCK = "select from conversation where id = $1 and lease = $2 for update";

    /** It waits on, if anything was brought meanwhile, or something is to be done that was decided now. */
    private static final String SETTLE = """
            with more as (select exists (
                select from inbound_event as event join conversation as mine using (account, contact)
                where mine.id = $1 and event.state = 'WAITING') or $7 as waits)
            update conversation
            set wrapped_key = $3, sealed = $4, stopped = $5, free_until = greatest(free_until, $6),
                waiting_since = case when more.waits then $8::timestamptz end,
                due_at = case when more.waits then $8::timestamptz end,
                leased_until = null, failures = 0, alone = false, touched_at = $8
            from more where id = $1 and lease = $2
            returning due_at is not null as waits
            """;

    private static final String POSTPONE = """
            update conversation set due_at = $3, leased_until = null, failures = failures + 1, alone = $4
            where id = $1 and lease = $2
            """;
    private static final String RENEW = """
            update conversation set leased_until = $3 where id = $1 and lease = $2 and leased_until is not null
            """;
    private static final String NEXT = """
            select min(greatest(due_at, coalesce(leased_until, due_at))) as next from conversation where due_at is not null
            """;
    private static final String WRITE = """
            insert into conversation_entry (id, conversation_id, ours, said_at, sealed) values ($1, $2, $3, $4, $5)
            """;

    private final Pool pool;
    private final Seal seal;
    private final ObjectMapper json;
    private final InstantSource time;

    Conversations(Pool pool, Seal seal, ObjectMapper json, InstantSource time) {
        this.pool = pool;
        this.seal = seal;
        this.json = json;
        this.time = time;
    }

    /** Those in which somebody waits to be heard, each for nobody else until the lease ends. */
    Uni<List<Held>> claim(int most) {
        var now = time.instant();
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(utc(now), utc(now.plus(LEASE)), most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Conversations::held)
                        .toList());
    }

    /** Changes nothing when somebody else has it by now, or the turn is over. */
    Uni<Void> renew(Held held) {
        return pool.preparedQuery(RENEW)
                .execute(Tuple.of(held.id(), held.lease(), utc(time.instant().plus(LEASE))))
                .replaceWithVoid();
    }

    private static Held held(Row row) {
        var id = row.getUUID("id");
        var key = row.getBuffer("wrapped_key");
        var sealed = row.getBuffer("sealed");
        return new Held(
                id,
                row.getString("account"),
                row.getBuffer("contact").getBytes(),
                key == null || sealed == null ? null : new Locked(key.getBytes(), sealed.getBytes()),
                row.getInteger("lease"),
                row.getInteger("failures"),
                row.getBoolean("alone"));
    }

    /** Who it is and what is under way; null before anything was heard. */
    @Nullable
    Kept open(Held held) {
        var sealed = held.sealed();
        return sealed == null ? null : read(seal.unlock(held.id(), sealed), Kept.class);
    }

    /** When there will be one that waits; null when none does. */
    Uni<@Nullable Instant> next() {
        return pool.query(NEXT).execute().map(rows -> {
            var next = rows.iterator().next().getOffsetDateTime("next");
            return next == null ? null : next.toInstant();
        });
    }

    /** Fails with {@link Postponed} when somebody else has it by now. */
    Uni<Void> lock(SqlConnection transaction, Held held) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(held.id(), held.lease()))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().failure(new Postponed("the lease was lost"))
                        : Uni.createFrom().voidItem());
    }

    /**
     * Writes where a conversation stands now, and lets go of it. Fails with {@link Postponed} when somebody else has it by now.
     *
     * @param freeUntil until when the provider takes free words; null when nothing was heard
     * @return whether something waits in it still
     */
    Uni<Boolean> settle(SqlConnection transaction, Held held, Locked kept, Kept content, @Nullable Instant freeUntil) {
        var talk = content.talk();
        return transaction
                .preparedQuery(SETTLE)
                .execute(Tuple.of(held.id(), held.lease())
                        .addValue(Buffer.buffer(kept.wrappedKey()))
                        .addValue(Buffer.buffer(kept.content()))
                        .addValue(talk.stage() == Stage.STOPPED)
                        .addValue(freeUntil == null ? null : utc(freeUntil))
                        .addValue(talk.act() != null)
                        .addValue(utc(time.instant())))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().failure(new Postponed("the lease was lost"))
                        : Uni.createFrom().item(rows.iterator().next().getBoolean("waits")));
    }

    Locked lock(Held held, Kept content) {
        var before = held.sealed();
        var plain = written(content);
        return before == null
                ? seal.lock(held.id(), plain)
                : new Locked(before.wrappedKey(), seal.lock(held.id(), before.wrappedKey(), plain));
    }

    /** Sealed with the conversation's key. */
    Uni<Void> write(SqlConnection transaction, UUID conversation, byte[] key, Spoken spoken) {
        return transaction
                .preparedQuery(WRITE)
                .execute(Tuple.of(spoken.id(), conversation, spoken.ours(), utc(spoken.at()))
                        .addValue(
                                Buffer.buffer(seal.sealBytes(conversation, key, spoken.id(), written(spoken.entry())))))
                .replaceWithVoid();
    }

    /** It is heard again at that time, if nobody else has it by now. */
    Uni<Void> postpone(Held held, Instant until, boolean alone) {
        return pool.preparedQuery(POSTPONE)
                .execute(Tuple.of(held.id(), held.lease(), utc(until), alone))
                .replaceWithVoid();
    }

    private byte[] written(Object content) {
        try {
            return json.writeValueAsBytes(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A record of strings cannot be written", impossible);
        }
    }

    /** What was sealed, once it is open. */
    public <T> T read(byte[] written, Class<T> type) {
        try {
            return json.readValue(written, type);
        } catch (IOException e) {
            // The cause would quote what was said.
            throw new IllegalStateException("What was sealed of a conversation is none");
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** @param ours whether we said it */
    record Spoken(UUID id, boolean ours, Instant at, Entry entry) {}
}
