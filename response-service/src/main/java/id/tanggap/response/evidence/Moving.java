package id.tanggap.response.evidence;

import id.tanggap.file.content.FileName;
import id.tanggap.file.content.Inspected;
import id.tanggap.file.content.Inspected.Passed;
import id.tanggap.file.content.Inspected.Refused;
import id.tanggap.file.content.Position;
import id.tanggap.file.store.Place;
import id.tanggap.messaging.Cause;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Moves what an earlier version wrote into its table to where evidence lies now, one at a time. */
@ApplicationScoped
class Moving {
    private static final Logger LOG = Logger.getLogger(Moving.class);

    /** Another replica takes another one. */
    private static final String NEXT = """
            select id, case_id, name, media_type, content from evidence
            where content is not null and id <> all ($1)
            order by added_at limit 1 for update skip locked
            """;

    private static final String MOVED = """
            update evidence set content = null, name = $2, media_type = $3, size = $4, lat = $5, lon = $6 where id = $1
            """;

    private final Pool pool;
    private final EvidenceFiles files;
    private final FileKeys keys;
    /** Since it began; the others are not to wait for them. */
    private final Set<UUID> failed = ConcurrentHashMap.newKeySet();

    Moving(Pool pool, EvidenceFiles files, FileKeys keys) {
        this.pool = pool;
        this.files = files;
        this.keys = keys;
    }

    /** Whether there was one. Begun again after a crash it writes the same file once more. */
    Uni<Boolean> next() {
        return pool.withTransaction(turn -> turn.preparedQuery(NEXT)
                        .execute(Tuple.of(failed.toArray(UUID[]::new)))
                        .chain(rows -> rows.size() == 0
                                ? Uni.createFrom().item(false)
                                : move(turn, rows.iterator().next()).replaceWith(true)))
                .onFailure(Stuck.class)
                .recoverWithItem(true);
    }

    /** From the oldest; whether any had failed. */
    boolean beginAgain() {
        var any = !failed.isEmpty();
        failed.clear();
        return any;
    }

    private Uni<Void> move(SqlConnection turn, Row row) {
        var place = new Place(row.getUUID("case_id"), row.getUUID("id"));
        var kept = row.getBuffer("content").getBytes();
        return files.inspect(kept)
                .map(inspected -> written(row, kept, inspected))
                .chain(evidence -> keys.of(place.owner())
                        .chain(key -> files.keep(place, key, evidence.content()))
                        .chain(done -> done ? note(turn, place.file(), evidence) : noRoom()))
                .onFailure()
                .transform(failure -> stuck(place.file(), failure));
    }

    private Stuck stuck(UUID evidence, Throwable failure) {
        LOG.errorf("Evidence %s does not move: %s", evidence, Cause.of(failure));
        failed.add(evidence);
        return new Stuck();
    }

    /** One row stays where it is. */
    private static final class Stuck extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stuck() {
            super("A row of evidence does not move", null, false, false);
        }
    }

    private static Uni<Void> noRoom() {
        return Uni.createFrom().failure(new IllegalStateException("There is no room for kept evidence"));
    }

    /** As it is written now: what would be refused today, or lose pixels, stays what it was. */
    private static Written written(Row row, byte[] kept, Inspected inspected) {
        return switch (inspected) {
            case Passed(var kind, var content, var position, var reduced)
            when !reduced ->
                new Written(
                        FileName.of(row.getString("name"), kind, Evidence.UNNAMED),
                        kind.mediaType(),
                        content,
                        position);
            case Passed passed -> asItWas(row, kept, passed.position());
            case Refused _ -> asItWas(row, kept, null);
        };
    }

    private static Written asItWas(Row row, byte[] kept, @Nullable Position position) {
        LOG.warnf("Evidence %s is kept as it was", row.getUUID("id"));
        return new Written(row.getString("name"), row.getString("media_type"), kept, position);
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
