package id.tanggap.intake.conversation.reading;

import id.tanggap.intake.vault.Disclosure;
import id.tanggap.intake.vault.Vault;
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

/** The conversation in which a complaint was brought, in the words of the citizen: for whoever may read these. */
@Path("/api/intake/v1/complaints/{id}/conversation/disclosure")
@Produces(MediaType.APPLICATION_JSON)
class TranscriptResource {
    private static final String WHAT = "conversation";

    private final Vault vault;
    private final Transcripts transcripts;
    private final Caller caller;

    TranscriptResource(Vault vault, Transcripts transcripts, Caller caller) {
        this.vault = vault;
        this.transcripts = transcripts;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"agency-admin", "coordinator", "division-staff"})
    @APIResponseSchema(Transcript.class)
    @APIResponse(responseCode = "410")
    public Uni<Response> disclose(UUID id, @NotNull(message = Disclosure.WANTED) @Valid Disclosure disclosure) {
        return vault.find(id).chain(entry -> {
            if (entry == null || !entry.isHandledBy(caller)) {
                return Uni.createFrom().item(Problem.notFound("Aduan ini tidak ada."));
            }
            var key = entry.wrappedKey();
            return key == null
                    ? Uni.createFrom().item(Disclosure.erased())
                    : show(entry, key, disclosure.purpose().strip());
        });
    }

    /** It is on record before it is shown. */
    private Uni<Response> show(Vault.Entry entry, byte[] key, String purpose) {
        return transcripts
                .of(entry, key)
                .call(found ->
                        found == null ? Uni.createFrom().voidItem() : vault.note(entry, WHAT, caller.id(), purpose))
                .map(found -> found == null
                        ? Problem.notFound("Aduan ini tidak disampaikan lewat percakapan.")
                        : Response.ok(found).header("Cache-Control", "no-store").build());
    }
}
