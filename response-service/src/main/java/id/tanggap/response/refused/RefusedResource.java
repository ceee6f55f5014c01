package id.tanggap.response.refused;

import id.tanggap.response.officer.Officer;
import id.tanggap.response.officer.Role;
import id.tanggap.response.refused.RefusedDeeds.RefusedDeed;
import id.tanggap.rest.Caller;
import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What the caller did and has no effect, because somebody else came first. */
@Path("/api/response/v1/me/refused")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@RolesAllowed({Role.Name.AGENCY_ADMIN, Role.Name.DIVISION_STAFF})
class RefusedResource {
    private final RefusedDeeds deeds;
    private final Caller caller;

    RefusedResource(RefusedDeeds deeds, Caller caller) {
        this.deeds = deeds;
        this.caller = caller;
    }

    /** Until it is read; at most 50, the oldest first. */
    @GET
    @APIResponseSchema(RefusedDeed[].class)
    public Uni<Response> unread() {
        var officer = Officer.of(caller);
        return officer == null
                ? Uni.createFrom().item(Problem.forbidden())
                : deeds.unread(officer).map(found -> Response.ok(found).build());
    }

    /** The caller has read that it has no effect. */
    @POST
    @Path("/{id}/read")
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "404")
    public Uni<Response> read(UUID id) {
        var officer = Officer.of(caller);
        return officer == null
                ? Uni.createFrom().item(Problem.forbidden())
                : deeds.read(id, officer)
                        .map(found -> found
                                ? Response.noContent().build()
                                : Problem.notFound("Tidak ada tindakan Anda yang tidak berlaku dengan nomor ini."));
    }
}
