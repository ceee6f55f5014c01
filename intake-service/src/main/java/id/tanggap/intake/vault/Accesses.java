package id.tanggap.intake.vault;

import com.fasterxml.jackson.annotation.JsonIgnore;
import id.tanggap.rest.PageKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The vault's access log. */
@ApplicationScoped
class Accesses {
    private static final String PAGE = """
            select a.id, a.accessed_at, a.accessed_by, a.what, a.purpose, c.number
            from vault_access a join complaint c on c.id = a.complaint_id
            where a.government = $1 and a.accessed_at >= $2 and a.accessed_at < $3
              and (a.accessed_at, a.id) < ($4, $5) %s %s
            order by a.accessed_at desc, a.id desc
            limit $6
            """;
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");
    private static final PageKey NEWEST = new PageKey(EVER, new UUID(0, 0));

    private final Pool pool;

    Accesses(Pool pool) {
        this.pool = pool;
    }

    /** A government's accesses, the newest first. */
    Uni<List<Access>> page(String government, Wanted wanted, @Nullable PageKey after, int limit) {
        var start = after == null ? NEWEST : after;
        var values = Tuple.tuple()
                .addString(government)
                .addOffsetDateTime((wanted.from() == null ? Instant.EPOCH : wanted.from()).atOffset(ZoneOffset.UTC))
                .addOffsetDateTime((wanted.to() == null ? EVER : wanted.to()).atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(start.time().atOffset(ZoneOffset.UTC))
                .addUUID(start.id())
                .addInteger(limit);
        var ofOfficer = wanted.officer() == null ? "" : "and a.accessed_by = $7";
        var ofPeople = wanted.system() ? "" : "and a.what <> 'contact'";
        return pool.preparedQuery(PAGE.formatted(ofPeople, ofOfficer))
                .execute(wanted.officer() == null ? values : values.addString(wanted.officer()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Accesses::access)
                        .toList());
    }

    private static Access access(Row row) {
        return new Access(
                row.getUUID("id"),
                row.getString("number"),
                row.getOffsetDateTime("accessed_at").toInstant(),
                row.getString("accessed_by"),
                row.getString("what"),
                row.getString("purpose"));
    }

    /**
     * @param from the first instant
     * @param to the first instant after
     * @param officer as in {@link Access#officer()}
     * @param system with the contacts that our own services read, and nobody else may
     */
    record Wanted(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String officer,
            boolean system) {}

    /**
     * @param number of the complaint that was opened
     * @param officer who opened it, as Keycloak knows that person; our own services by their names there
     * @param what which part was looked at
     */
    record Access(@JsonIgnore UUID id, String number, Instant at, String officer, String what, String purpose) {}
}
