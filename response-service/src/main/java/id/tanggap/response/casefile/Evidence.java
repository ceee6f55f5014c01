package id.tanggap.response.casefile;

import id.tanggap.response.desk.Changes;
import id.tanggap.response.officer.Officer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Photos and papers that show what was done. They belong to the agency that had the case when they were added. */
@ApplicationScoped
class Evidence {
    /** Enough for a folder of photos, and a bound to what one case may hold. */
    static final int MOST = 20;

    private static final String ADD = """
            insert into evidence (id, case_id, agency, name, media_type, size, content, added_by, added_by_name, added_at)
            select $2, id, agency, $3, $4, $5, $6, $7, $8, $9 from desk_case
            where id = $1 and agency is not null and (select count(*) from evidence where case_id = $1) < $10
            """;
    private static final String FIND = """
            select name, media_type, content from evidence
            where case_id = $1 and id = $2 and ($3::text is null or agency = $3)
            """;
    private static final String REMOVE =
            "delete from evidence where case_id = $1 and id = $2 and agency = $3 and added_by = $4";

    private final Pool pool;
    private final Changes changes;
    private final InstantSource time;

    Evidence(Pool pool, Changes changes, InstantSource time) {
        this.pool = pool;
        this.changes = changes;
        this.time = time;
    }

    record Attachment(String name, String mediaType, byte[] content) {}

    /** False when the case has as many as it may. */
    Uni<Boolean> add(UUID complaint, Officer officer, Attachment attachment) {
        var values = Tuple.of(complaint, UUID.randomUUID(), attachment.name(), attachment.mediaType())
                .addInteger(attachment.content().length)
                .addBuffer(Buffer.buffer(attachment.content()))
                .addString(officer.id())
                .addString(officer.name())
                .addOffsetDateTime(time.instant().atOffset(ZoneOffset.UTC))
                .addLong((long) MOST);
        return pool.preparedQuery(ADD)
                .execute(values)
                .invoke(() -> changes.of(complaint))
                .map(rows -> rows.rowCount() > 0);
    }

    Uni<@Nullable Attachment> find(UUID complaint, UUID id, Officer officer) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(complaint, id, officer.agency()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        return null;
                    }
                    var row = rows.iterator().next();
                    return new Attachment(
                            row.getString("name"),
                            row.getString("media_type"),
                            row.getBuffer("content").getBytes());
                });
    }

    /** Whether there was one that this officer had added. */
    Uni<Boolean> remove(UUID complaint, UUID id, Officer officer) {
        return pool.preparedQuery(REMOVE)
                .execute(Tuple.of(complaint, id, officer.agency(), officer.id()))
                .invoke(() -> changes.of(complaint))
                .map(rows -> rows.rowCount() > 0);
    }
}
