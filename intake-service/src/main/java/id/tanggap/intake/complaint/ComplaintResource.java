package id.tanggap.intake.complaint;

import id.tanggap.intake.receipt.Receipt;
import id.tanggap.messaging.LogKeys;
import id.tanggap.rest.Caller;
import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Uni;
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
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The citizen's door; a government's own app comes in here too, with its token. */
@Path("/api/intake/v1/complaints")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false) // a citizen who closes the page in mid-way has still filed the complaint
class ComplaintResource {
    private static final Logger LOG = Logger.getLogger(ComplaintResource.class);
    private static final int RETRY_AFTER_SECONDS = 2;

    private final ComplaintIntake intake;
    private final Caller caller;

    ComplaintResource(ComplaintIntake intake, Caller caller) {
        this.intake = intake;
        this.caller = caller;
    }

    @POST
    @APIResponseSchema(value = Receipt.class, responseCode = "201")
    @APIResponse(responseCode = "403")
    @APIResponse(responseCode = "422")
    @APIResponse(responseCode = "429")
    public Uni<Response> submit(
            @HeaderParam("Idempotency-Key")
                    @Size(min = 1, max = IdempotencyKey.LONGEST, message = "Paling banyak 255 karakter.")
                    @Nullable
                    String idempotencyKey,
            @NotNull(message = "Isi aduan tidak ada.") @Valid SubmitComplaint form) {
        return caller.recognised()
                .chain(known -> intake.submit(form, idempotencyKey, Source.atTheCitizensDoor(known)))
                .map(ComplaintResource::answer);
    }

    static Response answer(Submission submission) {
        return switch (submission) {
            case Submission.Accepted(var receipt) -> created(receipt);
            case Submission.Foreign() -> Problem.forbidden();
            case Submission.Invalid(var errors) -> Problem.invalid(errors);
            case Submission.KeyReused() ->
                Problem.of(
                        422,
                        "kunci-terpakai",
                        "Kunci sudah terpakai",
                        "Idempotency-Key ini sudah dipakai untuk aduan yang lain.");
            case Submission.Busy() -> Problem.busy("Aduan", RETRY_AFTER_SECONDS);
        };
    }

    private static Response created(Receipt receipt) {
        try (var _ = LogKeys.ofComplaint(receipt.id())) {
            LOG.info("Received");
        }
        return Response.status(Response.Status.CREATED).entity(receipt).build();
    }
}
