package id.tanggap.intake.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.intake.channel.Quarantine.Put;
import id.tanggap.rest.PageKey;
import id.tanggap.rest.Problem;
import id.tanggap.rest.sent.Words;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
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

/** What channels brought and nobody could read: for the operator, who sees its shape and not its words. */
@Path("/api/intake/v1/admin/channels/quarantine")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
class QuarantineResource {
    private static final String WANTED = "Wajib diisi.";

    private final Quarantine quarantine;
    private final Event<Arrived> arrived;

    QuarantineResource(Quarantine quarantine, Event<Arrived> arrived) {
        this.quarantine = quarantine;
        this.arrived = arrived;
    }

    @GET
    @APIResponseSchema(QuarantinePage.class)
    public Uni<Response> page(
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(value = 1, message = "Paling sedikit 1.")
                    @Max(value = 200, message = "Paling banyak 200.")
                    int limit,
            @QueryParam("after") @Nullable PageKey after) {
        return quarantine
                .page(after, limit)
                .map(items -> Response.ok(QuarantinePage.of(items, limit))
                        .header("Cache-Control", "no-store")
                        .build());
    }

    /** Repeated, it is looked at once; 404 once it is no longer put aside. */
    @POST
    @Path("/{id}/retry")
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "404")
    public Uni<Response> retry(UUID id) {
        return quarantine
                .retry(id)
                .invoke(done -> {
                    if (done) {
                        arrived.fire(new Arrived());
                    }
                })
                .map(QuarantineResource::answer);
    }

    /** Repeated, it is discarded once; 404 once it is no longer put aside. */
    @POST
    @Path("/{id}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "404")
    public Uni<Response> discard(UUID id, @NotNull(message = WANTED) @Valid Discarding discarding) {
        return quarantine.discard(id, discarding.reason().strip()).map(QuarantineResource::answer);
    }

    private static Response answer(boolean done) {
        return done ? Response.noContent().build() : Problem.notFound("Pesan ini tidak ada di karantina lagi.");
    }

    /** @param reason why nothing is lost with it */
    record Discarding(
            @NotBlank(message = WANTED) @Size(max = 200, message = "Paling banyak 200 karakter.") @Words
            String reason) {}

    /** @param next for the next page; null when there is none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuarantinePage(List<Put> items, @Nullable String next) {
        static QuarantinePage of(List<Put> items, int limit) {
            var last = items.size() < limit ? null : items.getLast();
            return new QuarantinePage(items, last == null ? null : new PageKey(last.receivedAt(), last.id()).encode());
        }
    }
}
