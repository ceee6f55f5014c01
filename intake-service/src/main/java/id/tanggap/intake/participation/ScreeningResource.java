package id.tanggap.intake.participation;

import id.tanggap.contracts.event.IntakeEvent.ScreeningReason;
import id.tanggap.rest.Caller;
import id.tanggap.rest.Problem;
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

/** An officer finds that a complaint is none, while no agency has it. */
@Path("/api/intake/v1/complaints/{id}/screening-out")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("intake-officer")
class ScreeningResource {
    private static final String WANTED = "Sebutkan alasannya: SPAM, NO_COMPLAINT atau REPEATED.";

    private final Screening screening;
    private final Caller caller;

    ScreeningResource(Screening screening, Caller caller) {
        this.screening = screening;
        this.caller = caller;
    }

    @POST
    @APIResponseSchema(value = Participated.Added.class, responseCode = "201")
    @APIResponse(responseCode = "409")
    public Uni<Response> screenOut(UUID id, @NotNull(message = WANTED) @Valid Finding finding) {
        var government = caller.government();
        return government == null
                ? Uni.createFrom().item(Problem.forbidden())
                : screening
                        .screenOut(id, government, finding.reason(), caller.id())
                        .map(ScreeningResource::answer);
    }

    private static Response answer(Participated participated) {
        return switch (participated) {
            case Participated.Added added ->
                Response.status(Response.Status.CREATED).entity(added).build();
            case Participated.Refused(var why) -> Problem.conflict(why.text());
            case Participated.WithoutFile(var errors) -> Problem.invalid(errors);
            case Participated.NotTheirs() -> Problem.notFound("Aduan ini tidak ada.");
        };
    }

    record Finding(@NotNull(message = WANTED) ScreeningReason reason) {}
}
