package id.tanggap.intake.participation;

import id.tanggap.contracts.event.RoutingEvent.ActRefusal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What an officer screened out and has no effect, since somebody else was quicker; until the officer has read so. */
@ApplicationScoped
class RefusedScreenings {
    private static final String UNREAD = """
            select said.act_id, about.number, said.refused, said.said_at
            from office_statement said join complaint about on about.id = said.complaint_id
            where said.said_by = $1 and about.government = $2 and said.refused is not null and said.seen_at is null
            order by said.said_at limit 50
            """;
    private static final String READ = """
            update office_statement set seen_at = coalesce(seen_at, $3)
            where act_id = $1 and said_by = $2 and refused is not null
            """;

    private final Pool pool;
    private final InstantSource time;

    RefusedScreenings(Pool pool, InstantSource time) {
        this.pool = pool;
        this.time = time;
    }

    /** At most 50, the oldest first. */
    Uni<List<RefusedScreening>> unread(String officer, String government) {
        return pool.preparedQuery(UNREAD)
                .execute(Tuple.of(officer, government))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(RefusedScreening::of)
                        .toList());
    }

    /** Whether there is such a finding of this officer. */
    Uni<Boolean> read(UUID id, String officer) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(id, officer, time.instant().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount() > 0);
    }

    /**
     * @param number of the complaint
     * @param because why it has no effect, in Indonesian
     */
    record RefusedScreening(UUID id, String number, String because, Instant doneAt) {
        private static RefusedScreening of(Row row) {
            return new RefusedScreening(
                    row.getUUID("act_id"),
                    row.getString("number"),
                    because(ActRefusal.valueOf(row.getString("refused"))),
                    row.getOffsetDateTime("said_at").toInstant());
        }

        private static String because(ActRefusal reason) {
            return switch (reason) {
                case MOVED, OVERTAKEN -> "Tidak berlaku: aduan ini lebih dahulu diteruskan ke instansi.";
                case ENDED -> "Tidak berlaku: aduan ini lebih dahulu berakhir.";
            };
        }
    }
}
