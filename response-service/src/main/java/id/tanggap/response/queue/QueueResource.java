package id.tanggap.response.queue;

import id.tanggap.governments.Governments;
import id.tanggap.response.officer.Officer;
import id.tanggap.response.officer.Role;
import id.tanggap.response.queue.Counts.Count;
import id.tanggap.rest.Caller;
import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The cases on the caller's desk, what they count, and who the caller is. */
@Path("/api/response/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.Name.AGENCY_ADMIN,
    Role.Name.DIVISION_STAFF,
    Role.Name.COORDINATOR,
    Role.Name.HEAD,
    Role.Name.PATRON,
    Role.Name.AUDITOR
})
class QueueResource {
    private final Queue queue;
    private final Counts counts;
    private final Overview overview;
    private final Governments governments;
    private final Caller caller;

    QueueResource(Queue queue, Counts counts, Overview overview, Governments governments, Caller caller) {
        this.queue = queue;
        this.counts = counts;
        this.overview = overview;
        this.governments = governments;
        this.caller = caller;
    }

    /** Cases by keyset pages; {@code status} may name several, joined by commas. */
    @GET
    @Path("/cases")
    @APIResponseSchema(Queue.Page.class)
    public Uni<Response> list(@BeanParam @Valid QueueQuery query) {
        return own(officer -> queue.page(officer, query.wanted(officer), query.sort, query.limit, query.after)
                .map(page -> Response.ok(page).build()));
    }

    /** How many cases lie in each view. */
    @GET
    @Path("/counts")
    @APIResponseSchema(Count[].class)
    public Uni<Response> counts() {
        return own(officer -> counts.of(officer).map(found -> Response.ok(found).build()));
    }

    /** The load of the day, who is overdue, and how old the open cases are. */
    @GET
    @Path("/overview")
    @RolesAllowed({Role.Name.AGENCY_ADMIN, Role.Name.COORDINATOR, Role.Name.HEAD, Role.Name.PATRON, Role.Name.AUDITOR})
    @APIResponseSchema(Overview.Load.class)
    public Uni<Response> overview() {
        return own(
                officer -> overview.of(officer).map(found -> Response.ok(found).build()));
    }

    /** Who the caller is at this desk. */
    @GET
    @Path("/me")
    @APIResponseSchema(Me.class)
    public Uni<Response> me() {
        return own(officer -> {
            var government = Objects.requireNonNull(governments.find(officer.government()));
            return Uni.createFrom().item(Response.ok(Me.of(officer, government)).build());
        });
    }

    private Uni<Response> own(Function<Officer, Uni<Response>> answer) {
        var officer = Officer.of(caller);
        return officer == null || governments.find(officer.government()) == null
                ? Uni.createFrom().item(Problem.forbidden())
                : answer.apply(officer);
    }
}
