package id.tanggap.intake.complaint;

import id.tanggap.intake.receipt.Receipt;
import id.tanggap.rest.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * The officer's door (Karanganyar row 1): a complaint that came to the counter, by letter or by telephone, written down for
 * the citizen. It goes the way of all others from there; who wrote it down is kept.
 */
@Path("/api/intake/v1/counter/complaints")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Source.Officer.ROLE)
@Cancellable(false)
class CounterResource {
    private final ComplaintIntake intake;
    private final Caller caller;

    CounterResource(ComplaintIntake intake, Caller caller) {
        this.intake = intake;
        this.caller = caller;
    }

    @POST
    @APIResponseSchema(value = Receipt.class, responseCode = "201")
    @APIResponse(responseCode = "422")
    public Uni<Response> take(
            @HeaderParam("Idempotency-Key")
                    @Size(min = 1, max = IdempotencyKey.LONGEST, message = "Paling banyak 255 karakter.")
                    @Nullable
                    String idempotencyKey,
            @NotNull(message = "Isi aduan tidak ada.") @Valid SubmitComplaint form) {
        return intake.submit(form, idempotencyKey, new Source.Officer(caller.id(), caller.government()))
                .map(ComplaintResource::answer);
    }
}
