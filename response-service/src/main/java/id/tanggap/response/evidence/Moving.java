package id.tanggap.response.evidence;

import id.tanggap.file.content.FileName;
import id.tanggap.file.content.Inspected;
import id.tanggap.file.content.Inspected.Passed;
import id.tanggap.file.content.Inspected.Refused;
import id.tanggap.file.content.Position;
import id.tanggap.file.store.Place;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Moves what an earlier version wrote into its table to where evidence lies now, one at a time. */
@ApplicationScoped
class Moving {
    private static final Logger LOG = Logger.getLogger(Moving.class);

    /** Another replica takes another one. */
    private static final String NEXT = """
            select id, case_id, name, media_type, content from evidence
            where content is not null
            order by added_at limit 1 for update skip locked
            """;

    private static final String MOVED = """
            update evidence set content = null, name = $2, media_type = $3, size = $4, lat = $5, lon = $6 where id = $1
            """;

    private final Pool pool;
    private final EvidenceFiles files;
    private final FileKeys keys;

    Moving(Pool pool, EvidenceFiles files, FileKeys keys) {
        this.pool = pool;
        this.files = files;
        this.keys = keys;
    }

    /** Whether there was one. Begun again after a crash it writes the same file once more. */
    Uni<Boolean> next() {
        return pool.withTransaction(turn -> turn.query(NEXT)
                .execute()
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : move(turn, rows.iterator().next()).replaceWith(true)));
    }

    private Uni<Void> move(SqlConnection turn, Row row) {
        var place = new Place(row.getUUID("case_id"), row.getUUID("id"));
        var kept = row.getBuffer("content").getBytes();
        return files.inspect(kept)
                .map(inspected -> written(row, kept, inspected))
                .chain(evidence -> keys.of(turn, place.owner())
                        .chain(key -> files.keep(place, key, evidence.content()))
                        .chain(done -> done ? note(turn, place.file(), evidence) : noRoom()));
    }

    private static Uni<Void> noRoom() {
        return Uni.createFrom().failure(new IllegalStateException("There is no room for kept evidence"));
    }

    /** As it is written now. Nothing of what was taken once is lost because it would be refused today. */
    private static Written written(Row row, byte[] kept, Inspected inspected) {
        var name = row.getString("name");
        return switch (inspected) {
            case Passed(var kind, var content, var position, var _) ->
                new Written(FileName.of(name, kind, Evidence.UNNAMED), kind.mediaType(), content, position);
            case Refused(var reason) -> {
                LOG.warnf("Evidence %s is kept as it was: %s", row.getUUID("id"), reason);
                yield new Written(name, row.getString("media_type"), kept, null);
            }
        };
    }

    private record Written(
            String name,
            String mediaType,
            byte[] content,
            @Nullable Position position) {}

    private static Uni<Void> note(SqlConnection turn, UUID id, Written evidence) {
        var position = evidence.position();
        return turn.preparedQuery(MOVED)
                .execute(Tuple.of(id, evidence.name(), evidence.mediaType(), evidence.content().length)
                        .addDouble(position == null ? null : position.lat())
                        .addDouble(position == null ? null : position.lon()))
                .replaceWithVoid();
    }
}
