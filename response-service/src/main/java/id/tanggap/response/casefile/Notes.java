package id.tanggap.response.casefile;

import id.tanggap.response.desk.Asked;
import id.tanggap.response.desk.Changes;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;

/** Words among colleagues about a case. They stay in this table; nothing that leaves the office reads it. */
@ApplicationScoped
class Notes {
    /** A note belongs to the agency that has the case; the next one does not read it. */
    private static final String WRITE = """
            insert into note (id, case_id, agency, author, author_name, text, written_at)
            select $2, id, agency, $3, $4, $5, $6 from desk_case where id = $1 and agency is not null
            on conflict (id) do nothing
            """;

    private static final String IS_WRITTEN = "select from note where id = $1";

    private final Pool pool;
    private final Changes changes;
    private final InstantSource time;

    Notes(Pool pool, Changes changes, InstantSource time) {
        this.pool = pool;
        this.changes = changes;
        this.time = time;
    }

    /** Whether the same request was granted before. */
    Uni<Boolean> isWritten(Asked asked) {
        return asked.request() == null
                ? Uni.createFrom().item(false)
                : pool.preparedQuery(IS_WRITTEN)
                        .execute(Tuple.of(asked.request()))
                        .map(rows -> rows.size() > 0);
    }

    /** The same request again writes nothing. */
    Uni<Void> write(Asked asked, String text) {
        var id = Objects.requireNonNullElseGet(asked.request(), UUID::randomUUID);
        var values = Tuple.of(asked.about(), id, asked.by().id(), asked.by().name(), text)
                .addOffsetDateTime(time.instant().atOffset(ZoneOffset.UTC));
        return pool.preparedQuery(WRITE)
                .execute(values)
                .invoke(() -> changes.of(asked.about()))
                .replaceWithVoid();
    }
}
