package id.tanggap.routing.cases;

import id.tanggap.rest.Caller;
import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why a complaint is where it is, and by when it is due. */
@Path("/api/routing/v1/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
class CaseResource {
    private static final String FIND = """
            select d.*, c.standard, c.due_at, c.met_at, c.missed_at
            from dispatch_case d join clock c on c.complaint_id = d.complaint_id and c.kind = 'PROMISE'
            where d.complaint_id = $1
            """;

    private final Pool pool;
    private final Caller caller;

    CaseResource(Pool pool, Caller caller) {
        this.pool = pool;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"agency-admin", "division-staff", "coordinator", "head", "auditor"})
    public Uni<Response> find(UUID id) {
        var government = caller.government();
        var agency = caller.agency();
        return pool.preparedQuery(FIND).execute(Tuple.of(id)).map(rows -> {
            var row = rows.size() == 0 ? null : rows.iterator().next();
            return row == null
                            || !row.getString("government").equals(government)
                            || (agency != null && !row.getString("agency").equals(agency))
                    ? Problem.notFound("Aduan ini tidak ada pada instansi Anda.")
                    : Response.ok(view(row)).build();
        });
    }

    private static CaseView view(Row row) {
        return new CaseView(
                row.getUUID("complaint_id"),
                row.getString("number"),
                row.getString("agency"),
                row.getString("rule"),
                row.getString("reason"),
                row.getInteger("hop"),
                row.getOffsetDateTime("dispatched_at").toInstant(),
                new ClockView(
                        row.getString("standard"),
                        row.getOffsetDateTime("due_at").toInstant(),
                        instant(row, "met_at"),
                        instant(row, "missed_at")));
    }

    private static @Nullable Instant instant(Row row, String column) {
        var value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }

    record CaseView(
            UUID id,
            String number,
            String agency,
            String rule,
            String reason,
            int hop,
            Instant dispatchedAt,
            ClockView promise) {}

    record ClockView(
            String standard,
            Instant dueAt,
            @Nullable Instant metAt,
            @Nullable Instant missedAt) {}
}
