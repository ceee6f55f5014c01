package id.tanggap.intake.masking;

import id.tanggap.intake.masking.MaskingAnew.MaskingProgress;
import id.tanggap.rest.Background;
import id.tanggap.rest.Caller;
import id.tanggap.rest.DoneOnce;
import id.tanggap.rest.Repeat;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * For who runs the installation, after the rules of masking changed and every service knows of this: what was told of
 * complaints is masked anew from the vault. What stands on the topics already stays there as long as they are kept.
 */
@Path("/api/intake/v1/admin/masking")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
class MaskingAnewResource {
    private final MaskingAnew anew;
    private final Caller caller;
    private final Repeat repeat;

    MaskingAnewResource(MaskingAnew anew, Caller caller, Repeat repeat) {
        this.anew = anew;
        this.caller = caller;
        this.repeat = repeat;
    }

    @POST
    @DoneOnce
    @APIResponseSchema(value = MaskingProgress.class, responseCode = "202")
    @APIResponse(responseCode = "409")
    public Uni<Response> begin() {
        return Background.begun(
                anew.begin(caller.id(), repeat.request()), anew::progress, "Penyamaran ulang sedang berjalan.");
    }

    @GET
    @APIResponseSchema(MaskingProgress.class)
    @APIResponse(responseCode = "404")
    public Uni<Response> progress() {
        return Background.progress(anew.progress(), "Belum pernah disamarkan ulang.");
    }
}
