package id.tanggap.intake.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.intake.vault.Accesses.Access;
import id.tanggap.intake.vault.Accesses.Wanted;
import id.tanggap.rest.Caller;
import id.tanggap.rest.PageKey;
import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Who looked into the vault, when and what for: for the auditor of the government (UU 27/2022). */
@Path("/api/intake/v1/vault/accesses")
@Produces(MediaType.APPLICATION_JSON)
class AccessResource {
    private final Accesses accesses;
    private final Caller caller;

    AccessResource(Accesses accesses, Caller caller) {
        this.accesses = accesses;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("auditor")
    @APIResponseSchema(AccessPage.class)
    public Uni<Response> page(
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("to") @Nullable Instant to,
            @QueryParam("officer")
                    @Pattern(regexp = "[\\w.@-]{1,100}", message = "Isi dengan id petugas seperti dalam daftar ini.")
                    @Nullable
                    String officer,
            @QueryParam("system") @DefaultValue("false") boolean system,
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
        return accesses.page(government, new Wanted(from, to, officer, system), after, limit)
                .map(items -> Response.ok(AccessPage.of(items, limit))
                        .header("Cache-Control", "no-store")
                        .build());
    }

    /** @param next where the following page begins; null on the last one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AccessPage(List<Access> items, @Nullable String next) {
        static AccessPage of(List<Access> items, int size) {
            var last = items.size() < size ? null : items.getLast();
            return new AccessPage(items, last == null ? null : new PageKey(last.at(), last.id()).encode());
        }
    }
}
