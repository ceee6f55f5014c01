package id.tanggap.intake.page.lodge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import id.tanggap.intake.vault.Seal;
import id.tanggap.intake.vault.Seal.Locked;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What visitors typed, sealed, until it is a complaint whose receipt they have. A visitor has one draft for each
 * government; once it is being sent it is changed no more, so that all attempts to send it are one.
 */
@ApplicationScoped
class Drafts {
    /** Longer than a weekend; whoever has not noted a receipt by then will not come back for it. */
    static final Duration KEPT = Duration.ofDays(7);

    private static final String SAVE = """
            insert into draft (id, visitor, government, wrapped_key, content, touched_at) values ($1, $2, $3, $4, $5, $6)
            on conflict (visitor, government) where sent_at is null
            do update set id = excluded.id, wrapped_key = excluded.wrapped_key, content = excluded.content,
                touched_at = excluded.touched_at
            """;
    private static final String OPEN = """
            select id, government, wrapped_key, content, complaint_id from draft
            where visitor = $1 and government = $2 and sent_at is null
            """;
    private static final String BEGIN = """
            update draft set sent_at = $3, touched_at = $3 where visitor = $1 and id = $2 and sent_at is null
            returning id, government, wrapped_key, content, complaint_id
            """;
    private static final String SENT = """
            select id, government, wrapped_key, content, complaint_id from draft
            where visitor = $1 and sent_at is not null order by sent_at desc
            """;
    private static final String ACCEPTED =
            "update draft set complaint_id = $2, wrapped_key = null, content = null where id = $1";
    private static final String WITHDRAW = """
            update draft d set sent_at = null where id = $1 and complaint_id is null and not exists
                (select from draft newer where newer.visitor = d.visitor and newer.government = d.government
                    and newer.sent_at is null)
            """;
    private static final String CLEAR = "delete from draft where visitor = $1 and government = $2 and sent_at is null";
    private static final String KEEP = "delete from draft where visitor = $1 and complaint_id = $2";
    private static final String SWEEP = "delete from draft where touched_at < $1";

    private final Pool pool;
    private final Seal seal;
    private final ObjectMapper json;
    private final InstantSource time;

    Drafts(Pool pool, Seal seal, ObjectMapper json, InstantSource time) {
        this.pool = pool;
        this.seal = seal;
        this.json = json;
        this.time = time;
    }

    Uni<Void> save(byte[] visitor, String government, Draft draft) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var locked = seal.lock(id, written(draft));
        var values = Tuple.of(id, Buffer.buffer(visitor), government)
                .addValue(Buffer.buffer(locked.wrappedKey()))
                .addValue(Buffer.buffer(locked.content()))
                .addValue(time.instant().atOffset(ZoneOffset.UTC));
        return pool.preparedQuery(SAVE).execute(values).replaceWithVoid();
    }

    /** What the visitor was writing; null when nothing. */
    Uni<@Nullable Kept> open(byte[] visitor, String government) {
        return pool.preparedQuery(OPEN)
                .execute(Tuple.of(Buffer.buffer(visitor), government))
                .map(this::first);
    }

    /** From now on as it is; null when it is not there, or is being sent already. */
    Uni<@Nullable Kept> beginToSend(byte[] visitor, UUID draft) {
        return pool.preparedQuery(BEGIN)
                .execute(Tuple.of(Buffer.buffer(visitor), draft, time.instant().atOffset(ZoneOffset.UTC)))
                .map(this::first);
    }

    /** Those that were sent, or are being sent, the newest first. */
    Uni<List<Kept>> sent(byte[] visitor) {
        return pool.preparedQuery(SENT)
                .execute(Tuple.of(Buffer.buffer(visitor)))
                .map(this::all);
    }

    /** What was typed is in the vault now. */
    Uni<Void> accepted(UUID draft, UUID complaint) {
        return pool.preparedQuery(ACCEPTED).execute(Tuple.of(draft, complaint)).replaceWithVoid();
    }

    /** It was not taken, and may be changed again; unless another one is being written by now. */
    Uni<Void> takeBack(UUID draft) {
        return pool.preparedQuery(WITHDRAW).execute(Tuple.of(draft)).replaceWithVoid();
    }

    Uni<Void> clear(byte[] visitor, String government) {
        return pool.preparedQuery(CLEAR)
                .execute(Tuple.of(Buffer.buffer(visitor), government))
                .replaceWithVoid();
    }

    /** The citizen has the receipt of this complaint. */
    Uni<Void> isKept(byte[] visitor, UUID complaint) {
        return pool.preparedQuery(KEEP)
                .execute(Tuple.of(Buffer.buffer(visitor), complaint))
                .replaceWithVoid();
    }

    Uni<Integer> sweep() {
        return pool.preparedQuery(SWEEP)
                .execute(Tuple.of(time.instant().minus(KEPT).atOffset(ZoneOffset.UTC)))
                .map(RowSet::rowCount);
    }

    private @Nullable Kept first(RowSet<Row> rows) {
        return rows.size() == 0 ? null : kept(rows.iterator().next());
    }

    private List<Kept> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(this::kept).toList();
    }

    private Kept kept(Row row) {
        var id = row.getUUID("id");
        var key = row.getBuffer("wrapped_key");
        var content = row.getBuffer("content");
        return new Kept(
                id,
                row.getString("government"),
                key == null || content == null
                        ? null
                        : read(seal.unlock(id, new Locked(key.getBytes(), content.getBytes()))),
                row.getUUID("complaint_id"));
    }

    private byte[] written(Draft draft) {
        try {
            return json.writeValueAsBytes(draft);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A record of strings cannot be written", impossible);
        }
    }

    private Draft read(byte[] written) {
        try {
            return json.readValue(written, Draft.class);
        } catch (IOException e) {
            // The cause would quote what was typed.
            throw new IllegalStateException("What was sealed as a draft is none");
        }
    }
}
