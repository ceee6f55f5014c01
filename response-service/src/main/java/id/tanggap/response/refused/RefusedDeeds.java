package id.tanggap.response.refused;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.response.life.Action;
import id.tanggap.response.officer.Officer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What an officer did and has no effect, until the officer has read so. The case may lie on another desk by then. */
@ApplicationScoped
class RefusedDeeds {
    private static final String UNREAD = """
            select d.act_id, c.number, d.action, d.refused_because, d.text, d.done_at
            from deed d join desk_case c on c.id = d.case_id
            where d.officer = $1 and c.government = $2 and d.refused_at is not null and d.seen_at is null
            order by d.refused_at limit 50
            """;
    private static final String READ =
            "update deed set seen_at = coalesce(seen_at, $3) where act_id = $1 and officer = $2 and refused_at is not null";

    private final Pool pool;
    private final InstantSource time;

    RefusedDeeds(Pool pool, InstantSource time) {
        this.pool = pool;
        this.time = time;
    }

    /** At most 50, the oldest first. */
    Uni<List<RefusedDeed>> unread(Officer officer) {
        return pool.preparedQuery(UNREAD)
                .execute(Tuple.of(officer.id(), officer.government()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(RefusedDeed::of)
                        .toList());
    }

    /** Whether there is such a deed of this officer. */
    Uni<Boolean> read(UUID id, Officer officer) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(id, officer.id(), time.instant().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount() > 0);
    }

    /**
     * @param number of the complaint
     * @param because why it has no effect, in Indonesian
     * @param text the officer's words, such as those of the answer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RefusedDeed(
            UUID id,
            String number,
            Action action,
            String because,
            @Nullable String text,
            Instant doneAt) {

        private static RefusedDeed of(Row row) {
            var action = row.getString("action");
            return new RefusedDeed(
                    row.getUUID("act_id"),
                    row.getString("number"),
                    Action.valueOf(action),
                    Objects.requireNonNull(NoEffect.of(action, row.getString("refused_because"))),
                    row.getString("text"),
                    row.getOffsetDateTime("done_at").toInstant());
        }
    }
}
