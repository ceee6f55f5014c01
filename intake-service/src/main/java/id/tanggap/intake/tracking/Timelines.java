package id.tanggap.intake.tracking;

import id.tanggap.contracts.Visibility;
import id.tanggap.intake.complaint.ComplaintNumber;
import id.tanggap.intake.complaint.TrackingSecret;
import id.tanggap.intake.vault.Seal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds a complaint's timeline for who can prove to be its author. */
@ApplicationScoped
class Timelines {
    private static final String FIND = """
            select c.id, c.number, c.visibility, c.received_at, v.secret_hash, p.agency_name, p.dispatched_at, p.due_at,
                   p.accepted_at, p.answered_at, p.answer
            from complaint c join vault v on v.complaint_id = c.id
            left join progress p on p.complaint_id = c.id
            where c.number = $1
            """;
    private static final UUID NOBODY = new UUID(0, 0);

    private final Pool pool;
    private final Seal seal;

    Timelines(Pool pool, Seal seal) {
        this.pool = pool;
        this.seal = seal;
    }

    /** Null for an unknown number as for a wrong secret, after the same work. */
    Uni<@Nullable Timeline> of(String typedNumber, String typedSecret) {
        var number = ComplaintNumber.parse(typedNumber);
        var secret = TrackingSecret.normalise(typedSecret);
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(number == null ? "" : number.value()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        seal.proves(NOBODY, secret, new byte[32]);
                        return null;
                    }
                    var row = rows.iterator().next();
                    return seal.proves(
                                    row.getUUID("id"),
                                    secret,
                                    row.getBuffer("secret_hash").getBytes())
                            ? timeline(row)
                            : null;
                });
    }

    private static Timeline timeline(Row row) {
        return Timeline.of(
                row.getString("number"),
                row.getString("visibility").equals(Visibility.SECRET.name()),
                row.getOffsetDateTime("received_at").toInstant(),
                instant(row, "due_at"),
                row.getString("agency_name"),
                instant(row, "dispatched_at"),
                instant(row, "accepted_at"),
                instant(row, "answered_at"),
                row.getString("answer"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        var value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
