package id.tanggap.response.casefile;

import id.tanggap.response.desk.Changes;
import id.tanggap.response.officer.Officer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;

/** Words among colleagues about a case. They stay in this table; nothing that leaves the office reads it. */
@ApplicationScoped
class Notes {
    /** A note belongs to the agency that has the case; the next one does not read it. */
    private static final String WRITE = """
            insert into note (id, case_id, agency, author, author_name, text, written_at)
            select $2, id, agency, $3, $4, $5, $6 from desk_case where id = $1 and agency is not null
            """;

    private final Pool pool;
    private final Changes changes;
    private final InstantSource time;

    Notes(Pool pool, Changes changes, InstantSource time) {
        this.pool = pool;
        this.changes = changes;
        this.time = time;
    }

    Uni<Void> write(UUID complaint, Officer author, String text) {
        var values = Tuple.of(complaint, UUID.randomUUID(), author.id(), author.name(), text)
                .addOffsetDateTime(time.instant().atOffset(ZoneOffset.UTC));
        return pool.preparedQuery(WRITE)
                .execute(values)
                .invoke(() -> changes.of(complaint))
                .replaceWithVoid();
    }
}
