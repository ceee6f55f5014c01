package id.tanggap.intake.past;

import id.tanggap.intake.past.PastImport.State;
import id.tanggap.intake.past.owner.Elsewhere;
import id.tanggap.intake.past.reading.Batch;
import id.tanggap.intake.vault.Seal;
import id.tanggap.intake.vault.Seal.Locked;
import id.tanggap.rest.PageKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The files of the past: kept sealed while they are worked on, erased when they are done with. */
@ApplicationScoped
class PastImports {
    /** That nobody says go on to, before it is erased. */
    static final Duration PATIENCE = Duration.ofDays(7);

    private static final String SHOWN = """
            id, government, file_name, oversight_secret, state, refusal, source, rows_done, rows_total, fresh, changed,
            known, faulty, empty, created_at, created_by, finished_at,
            (select to_jsonb(asked) from past_elsewhere as asked where asked.import_id = past_import.id) as elsewhere,
            (select to_jsonb(back) from past_take_back as back where back.import_id = past_import.id) as take_back""";
    private static final String KEEP = """
            insert into past_import (id, government, file_name, oversight_secret, state, created_at, created_by,
                                     wrapped_key, file)
            values ($1, $2, $3, $4, 'CHECKING', $5, $6, $7, $8)
            on conflict (id) do update set id = excluded.id
            returning %s""".formatted(SHOWN);
    private static final String FIND = "select %s from past_import where id = $1 and government = $2".formatted(SHOWN);
    private static final String PAGE = """
            select %s from past_import
            where government = $1 and (created_at, id) < ($2, $3) order by created_at desc, id desc limit $4
            """.formatted(SHOWN);
    private static final String UNDER_WAY = """
            select %s from past_import where state in ('CHECKING', 'IMPORTING') order by created_at
            """.formatted(SHOWN);
    private static final String GO_ON = """
            update past_import
            set state = 'IMPORTING', attempts = 0, rows_done = 0, fresh = 0, changed = 0, known = 0, faulty = 0, empty = 0,
                run_request = $3
            where id = $1 and government = $2 and state = 'CHECKED'
              and not exists (select from past_elsewhere where import_id = id and meant_at is null)
            returning %s""".formatted(SHOWN);
    private static final String MEANT = """
            update past_elsewhere set meant_at = $3, meant_by = $4 from past_import
            where import_id = $1 and id = $1 and government = $2 and state = 'CHECKED' and meant_at is null
            """;
    private static final String ELSEWHERE = """
            insert into past_elsewhere (import_id, place, elsewhere, ours, titled)
            select id, $2, $3, $4, $5 from past_import where id = $1 and state = 'CHECKING'
            on conflict (import_id) do nothing
            """;
    private static final String BEGUN_FOR =
            "select %s from past_import where id = $1 and government = $2 and run_request = $3".formatted(SHOWN);
    private static final String DROP = """
            delete from past_import
            where id = $1 and government = $2 and state in ('CHECKING', 'UNMAPPED', 'CHECKED', 'REFUSED')
              and not exists (select from past_telling where import_id = id)
            """;
    private static final String FILE = "select wrapped_key, file from past_import where id = $1 and file is not null";

    private static final String ATTEMPT = """
            update past_import set attempts = attempts + 1 where id = $1 and state in ('CHECKING', 'IMPORTING')
            returning attempts
            """;

    /** Nothing when another went on with it meanwhile. */
    private static final String ADVANCE = """
            update past_import
            set rows_done = $4, attempts = 0, source = $5, fresh = fresh + $6, changed = changed + $7, known = known + $8,
                faulty = faulty + $9, empty = empty + $10
            where id = $1 and state = $2 and rows_done = $3
            """;

    private static final String CHECKED = """
            update past_import set state = 'CHECKED', rows_total = rows_done where id = $1 and state = 'CHECKING'
            """;
    private static final String UNMAPPED =
            "update past_import set state = 'UNMAPPED', attempts = 0 where id = $1 and state = 'CHECKING'";
    private static final String CHECK_AGAIN = """
            update past_import
            set state = 'CHECKING', source = null, attempts = 0, rows_done = 0, rows_total = null, fresh = 0, changed = 0,
                known = 0, faulty = 0, empty = 0
            where id = $1 and state in ('UNMAPPED', 'CHECKED')
            returning %s""".formatted(SHOWN);
    private static final String FORGET_FINDINGS = """
            with asked as (delete from past_elsewhere where import_id = $1)
            delete from past_finding where import_id = $1
            """;
    private static final String ERASE = """
            update past_import set state = $2, refusal = $3, finished_at = $4, wrapped_key = null, file = null
            where id = $1 and state in ('CHECKING', 'IMPORTING')
            """;
    private static final String FORGET = """
            update past_import
            set state = 'REFUSED', refusal = 'Tidak dilanjutkan dalam 7 hari; berkasnya sudah dihapus.',
                finished_at = $1, wrapped_key = null, file = null
            where state in ('UNMAPPED', 'CHECKED') and created_at < $2
            """;

    private final Pool pool;
    private final Seal seal;
    private final InstantSource time;

    PastImports(Pool pool, Seal seal, InstantSource time) {
        this.pool = pool;
        this.seal = seal;
        this.time = time;
    }

    /**
     * Keeps a file to be looked through.
     *
     * @param id of the import: that of the same request before, which then is answered with the import as it is
     */
    Uni<PastImport> keep(UUID id, NewFile file) {
        var locked = seal.lock(id, file.bytes());
        return pool.preparedQuery(KEEP)
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addString(file.government())
                        .addString(file.name())
                        .addBoolean(file.oversightSecret())
                        .addOffsetDateTime(time.instant().atOffset(ZoneOffset.UTC))
                        .addString(file.by())
                        .addValue(Buffer.buffer(locked.wrappedKey()))
                        .addValue(Buffer.buffer(locked.content())))
                .map(rows -> PastImport.of(rows.iterator().next()));
    }

    /** @param by the officer, as Keycloak knows that person */
    record NewFile(String government, String name, byte[] bytes, boolean oversightSecret, String by) {
        /** Shows nothing of the file, wherever it is printed by mistake. */
        @Override
        public String toString() {
            return "NewFile[" + bytes.length + " bytes]";
        }
    }

    /** Null when the government has none with this id. */
    Uni<@Nullable PastImport> find(UUID id, String government) {
        return one(FIND, Tuple.of(id, government));
    }

    /** The newest first. */
    Uni<List<PastImport>> page(String government, @Nullable PageKey after, int limit) {
        var before = after == null ? time.instant().plus(PATIENCE) : after.time();
        return list(
                PAGE,
                Tuple.of(
                        government,
                        before.atOffset(ZoneOffset.UTC),
                        after == null ? new UUID(-1, -1) : after.id(),
                        limit));
    }

    /** What waits for a worker, the oldest first. */
    Uni<List<PastImport>> underWay() {
        return list(UNDER_WAY, Tuple.tuple());
    }

    /**
     * Begins to take over what was looked through, unless it did at the same request.
     *
     * @param request by which it is known should it come again; null when it cannot be
     * @return null when it is not at that
     */
    Uni<@Nullable PastImport> goOn(UUID id, String government, @Nullable UUID request) {
        var begun = Tuple.of(id, government, request);
        return one(GO_ON, begun)
                .chain(one ->
                        one == null ? one(BEGUN_FOR, begun) : Uni.createFrom().item(one));
    }

    /** It is to be taken over though it seems to be another government's, as this officer says. */
    Uni<Void> meant(UUID id, String government, String by) {
        return pool.preparedQuery(MEANT)
                .execute(Tuple.of(id, government, time.instant().atOffset(ZoneOffset.UTC), by))
                .replaceWithVoid();
    }

    /** @return whether there was one that is not being taken over, and of which nothing was */
    Uni<Boolean> drop(UUID id, String government) {
        return pool.preparedQuery(DROP).execute(Tuple.of(id, government)).map(rows -> rows.rowCount() > 0);
    }

    /** Null when it is erased. */
    Uni<byte @Nullable []> file(UUID id) {
        return pool.preparedQuery(FILE).execute(Tuple.of(id)).map(rows -> {
            if (rows.size() == 0) {
                return null;
            }
            var row = rows.iterator().next();
            return seal.unlock(
                    id,
                    new Locked(
                            row.getBuffer("wrapped_key").getBytes(),
                            row.getBuffer("file").getBytes()));
        });
    }

    /**
     * Counts that it is begun with, from the last row on that was done.
     *
     * @return how often that was; null when it is not under way
     */
    Uni<@Nullable Integer> attempt(UUID id) {
        return pool.preparedQuery(ATTEMPT)
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getInteger("attempts"));
    }

    /**
     * In the transaction of what is done with the rows.
     *
     * @return whether this worker is the one to go on
     */
    Uni<Boolean> advance(SqlClient transaction, UUID id, State during, Batch batch, Outcome outcome) {
        var values = Tuple.of(
                        id,
                        during.name(),
                        batch.before(),
                        batch.after(),
                        batch.source().name())
                .addInteger(outcome.fresh())
                .addInteger(outcome.changed())
                .addInteger(outcome.known() + batch.count().repeated())
                .addInteger(batch.count().faulty())
                .addInteger(batch.count().empty());
        return transaction.preparedQuery(ADVANCE).execute(values).map(rows -> rows.rowCount() > 0);
    }

    /** What became, or would become, of the complaints of a batch. */
    record Outcome(int fresh, int changed, int known) {}

    /**
     * Has it looked through from its beginning, in the transaction of what was said of it.
     *
     * @return null when it is neither looked through to its end nor waits for its columns' meaning
     */
    Uni<@Nullable PastImport> checkAgain(SqlClient transaction, UUID id) {
        return transaction
                .preparedQuery(CHECK_AGAIN)
                .execute(Tuple.of(id))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().nullItem()
                        : transaction
                                .preparedQuery(FORGET_FINDINGS)
                                .execute(Tuple.of(id))
                                .replaceWith(PastImport.of(rows.iterator().next())));
    }

    /** An officer is to say what its columns mean. */
    Uni<Void> unmapped(UUID id) {
        return pool.preparedQuery(UNMAPPED).execute(Tuple.of(id)).replaceWithVoid();
    }

    /** @param found by which it seems to be another government's; null when it does not */
    Uni<Void> checked(UUID id, @Nullable Elsewhere found) {
        return found == null
                ? checked(id)
                : pool.preparedQuery(ELSEWHERE)
                        .execute(Tuple.of(id, found.place(), found.elsewhere(), found.ours(), found.titled()))
                        .chain(() -> checked(id));
    }

    private Uni<Void> checked(UUID id) {
        return pool.preparedQuery(CHECKED).execute(Tuple.of(id)).replaceWithVoid();
    }

    /** The file is erased. */
    Uni<Void> done(UUID id) {
        return erase(id, State.DONE, null);
    }

    /** The file is erased. */
    Uni<Void> refuse(UUID id, String why) {
        return erase(id, State.REFUSED, why);
    }

    private Uni<Void> erase(UUID id, State state, @Nullable String why) {
        return pool.preparedQuery(ERASE)
                .execute(Tuple.of(id, state.name(), why, time.instant().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** Erases files that waited too long for an officer's word. */
    Uni<Void> forgetAbandoned() {
        Instant now = time.instant();
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(
                        now.atOffset(ZoneOffset.UTC), now.minus(PATIENCE).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private Uni<@Nullable PastImport> one(String sql, Tuple which) {
        return pool.preparedQuery(sql)
                .execute(which)
                .map(rows ->
                        rows.size() == 0 ? null : PastImport.of(rows.iterator().next()));
    }

    private Uni<List<PastImport>> list(String sql, Tuple values) {
        return pool.preparedQuery(sql)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PastImport::of)
                        .toList());
    }
}
