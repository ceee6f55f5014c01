package id.tanggap.response.desk;

import id.tanggap.response.life.Action;
import id.tanggap.response.life.Refusal;
import id.tanggap.response.officer.Officer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps answers while they are written, every few seconds and thus by one statement. Who saves names the version that
 * was read; whoever comes second is told who came first and with what, and nothing is overwritten unseen.
 */
@ApplicationScoped
public class Drafts {
    /** Only while the case is still with the agency that the officer writes for. */
    private static final String SAVE = """
            insert into draft (case_id, text, follow_up, follow_up_by, version, edited_by, edited_by_name, edited_at)
            select id, $4, $5, $6, 1, $7, $8, $9 from desk_case where id = $1 and agency = $3 and $2 = 0
            on conflict (case_id) do nothing
            returning version
            """;
    /** A new version needs a new approval. */
    private static final String SAVE_ANEW = """
            update draft
            set text = $4, follow_up = $5, follow_up_by = $6, version = version + 1, edited_by = $7, edited_by_name = $8,
                edited_at = $9, approval = 'NONE', reviewed_by_name = null
            where case_id = $1 and version = $2 and $3 = (select agency from desk_case where id = $1)
            returning version
            """;

    private static final String FIND = """
            select text, version, edited_by_name, edited_at,
                   version = $2 + 1 and edited_by = $3
                       and (text, follow_up, follow_up_by) is not distinct from ($4, $5, $6) as same
            from draft where case_id = $1
            """;
    private static final String NOT_UP_FOR_APPROVAL =
            "update desk_case set approval_requested = false where id = $1 and approval_requested";

    private final Pool pool;
    private final Desk desk;
    private final Changes changes;
    private final InstantSource time;

    Drafts(Pool pool, Desk desk, Changes changes, InstantSource time) {
        this.pool = pool;
        this.desk = desk;
        this.changes = changes;
        this.time = time;
    }

    /**
     * What an officer has written.
     *
     * @param readVersion the version that it was written over; 0 when there was none
     */
    public record Written(
            String text,
            int readVersion,
            @Nullable String followUp,
            @Nullable LocalDate followUpBy) {}

    /** What became of saving it. */
    public sealed interface Saving {
        record Saved(int version, OffsetDateTime editedAt) implements Saving {}

        record Refused(Refusal refusal) implements Saving {}

        /** Somebody else saved in between. */
        record Overtaken(String text, int version, String editedBy, OffsetDateTime editedAt) implements Saving {}
    }

    /** Null when the officer's desk has no such case. */
    public Uni<@Nullable Saving> save(UUID id, Officer officer, Written written) {
        return desk.find(id, officer).chain(found -> {
            if (found == null) {
                return Uni.createFrom().nullItem();
            }
            var refusal = found.refusal(Action.DRAFT, officer);
            return refusal == null
                    ? pool.withTransaction(transaction -> write(transaction, found, officer, written))
                            .invoke(saving -> {
                                if (saving instanceof Saving.Saved) {
                                    changes.of(id);
                                }
                            })
                    : Uni.createFrom().item(new Saving.Refused(refusal));
        });
    }

    private Uni<Saving> write(SqlConnection transaction, DeskCase about, Officer officer, Written written) {
        var now = time.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        var values = Tuple.tuple()
                .addUUID(about.id)
                .addInteger(written.readVersion())
                .addString(about.agency)
                .addString(written.text())
                .addString(written.followUp())
                .addLocalDate(written.followUpBy())
                .addString(officer.id())
                .addString(officer.name())
                .addOffsetDateTime(now);
        return transaction
                .preparedQuery(written.readVersion() == 0 ? SAVE : SAVE_ANEW)
                .execute(values)
                .chain(saved -> saved.size() == 0
                        ? overtaken(transaction, about.id, officer, written)
                        : transaction
                                .preparedQuery(NOT_UP_FOR_APPROVAL)
                                .execute(Tuple.of(about.id))
                                .replaceWith(
                                        new Saving.Saved(saved.iterator().next().getInteger("version"), now)));
    }

    /** Without a draft it was published in between. Nobody is overtaken by oneself: the answer to the same was lost. */
    private static Uni<Saving> overtaken(SqlConnection transaction, UUID id, Officer officer, Written written) {
        var values = Tuple.of(id, written.readVersion(), officer.id(), written.text(), written.followUp())
                .addLocalDate(written.followUpBy());
        return transaction
                .preparedQuery(FIND)
                .execute(values)
                .map(rows -> rows.size() == 0
                        ? new Saving.Refused(Refusal.DRAFT_CHANGED)
                        : standing(rows.iterator().next()));
    }

    private static Saving standing(Row row) {
        var version = row.getInteger("version");
        var editedAt = row.getOffsetDateTime("edited_at");
        return row.getBoolean("same")
                ? new Saving.Saved(version, editedAt)
                : new Saving.Overtaken(row.getString("text"), version, row.getString("edited_by_name"), editedAt);
    }
}
