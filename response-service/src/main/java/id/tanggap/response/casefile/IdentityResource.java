package id.tanggap.response.casefile;

import id.tanggap.response.casefile.CaseInput.Leaving;
import id.tanggap.response.officer.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What in words that are about to leave would tell who somebody is. Nothing of them is kept, and nothing logged. */
@Path("/api/response/v1/cases/{id}/identity")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.Name.AGENCY_ADMIN, Role.Name.DIVISION_STAFF})
class IdentityResource {
    private final CaseDoor door;

    IdentityResource(CaseDoor door) {
        this.door = door;
    }

    @POST
    @APIResponseSchema(value = Identifying.Preview.class, responseCode = "200")
    @APIResponse(responseCode = "404")
    public Uni<Response> preview(UUID id, @NotNull(message = "Isi permintaan tidak ada.") @Valid Leaving words) {
        return door.preview(id, words.text());
    }
}
