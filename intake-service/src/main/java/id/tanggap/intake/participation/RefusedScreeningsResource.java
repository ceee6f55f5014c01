package id.tanggap.intake.participation;

import id.tanggap.intake.participation.RefusedScreenings.RefusedScreening;
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

/** What the caller screened out and has no effect, because somebody else came first. */
@Path("/api/intake/v1/screenings/refused")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("intake-officer")
class RefusedScreeningsResource {
    private final RefusedScreenings screenings;
    private final Caller caller;

    RefusedScreeningsResource(RefusedScreenings screenings, Caller caller) {
        this.screenings = screenings;
        this.caller = caller;
    }

    /** Until it is read; at most 50, the oldest first. */
    @GET
    @APIResponseSchema(RefusedScreening[].class)
    public Uni<Response> unread() {
        var government = caller.government();
        return government == null
                ? Uni.createFrom().item(Problem.forbidden())
                : screenings
                        .unread(caller.id(), government)
                        .map(found -> Response.ok(found).build());
    }

    /** The caller has read that it has no effect. */
    @POST
    @Path("/{id}/read")
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "404")
    public Uni<Response> read(UUID id) {
        return screenings
                .read(id, caller.id())
                .map(found -> found
                        ? Response.noContent().build()
                        : Problem.notFound("Tidak ada tindakan Anda yang tidak berlaku dengan nomor ini."));
    }
}
