package id.tanggap.notification.letter;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.rest.Caller;
import id.tanggap.rest.PageKey;
import id.tanggap.rest.Problem;
import id.tanggap.rest.sent.Words;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What officers print and send by post, each for the own government. */
@Path("/api/notification/v1/letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"intake-officer", "coordinator"})
class LetterResource {
    private final Letters letters;
    private final Caller caller;

    LetterResource(Letters letters, Caller caller) {
        this.letters = letters;
        this.caller = caller;
    }

    /** @param done whether those that were ticked off are asked for, the latest first; else the open ones, the oldest first */
    @GET
    @APIResponseSchema(LetterPage.class)
    public Uni<Response> page(
            @QueryParam("done") @DefaultValue("false") boolean done,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(value = 1, message = "Paling sedikit 1.")
                    @Max(value = 200, message = "Paling banyak 200.")
                    int limit,
            @QueryParam("after") @Nullable PageKey after) {
        var government = caller.government();
        if (government == null) {
            return Uni.createFrom().item(Problem.forbidden());
        }
        return (done ? letters.done(government, after, limit) : letters.open(government, after, limit))
                .map(items -> Response.ok(LetterPage.of(items, limit))
                        .header("Cache-Control", "no-store")
                        .build());
    }

    /** Repeated, it is ticked off once, by who was first; 404 once the message went out after all. */
    @POST
    @Path("/{id}/done")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "404")
    public Uni<Response> done(UUID id, @NotNull(message = "Wajib diisi.") @Valid TickingOff tickingOff) {
        var government = caller.government();
        return government == null
                ? Uni.createFrom().item(Problem.forbidden())
                : letters.tickOff(id, government, caller.id(), tickingOff.remarkOrNull())
                        .map(done -> done
                                ? Response.noContent().build()
                                : Problem.notFound("Surat ini tidak ada dalam daftar lagi."));
    }

    /** @param remark how it went out, such as the number in the book of letters; null when there is nothing to say */
    record TickingOff(
            @Nullable @Size(max = 200, message = "Paling banyak 200 karakter.") @Words
            String remark) {

        @Nullable
        String remarkOrNull() {
            return remark == null || remark.isBlank() ? null : remark.strip();
        }
    }

    /** @param next where the following page begins; null on the last one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LetterPage(List<LetterView> items, @Nullable String next) {
        static LetterPage of(List<LetterView> items, int size) {
            var last = items.size() < size ? null : items.getLast();
            return new LetterPage(items, last == null ? null : new PageKey(last.place(), last.id()).encode());
        }
    }
}
