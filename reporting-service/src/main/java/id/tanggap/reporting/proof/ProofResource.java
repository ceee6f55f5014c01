package id.tanggap.reporting.proof;

import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * That the own complaint stands in the recap of its month unchanged, for who has its number and the secret of the
 * receipt. The secret comes in a header, never in a URL.
 */
@Path("/api/reporting/v1/proofs/{number}")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class ProofResource {
    private static final Logger LOG = Logger.getLogger(ProofResource.class);

    private static final Set<Integer> DENIED = Set.of(400, 404);

    private final OwnComplaint own;
    private final Proofs proofs;

    ProofResource(@RestClient OwnComplaint own, Proofs proofs) {
        this.own = own;
        this.proofs = proofs;
    }

    @GET
    @APIResponseSchema(Proofs.Answer.class)
    @APIResponse(responseCode = "429")
    public Uni<Response> proof(@RestPath String number, @HeaderParam("Tanggap-Secret") @Nullable String secret) {
        if (secret == null || secret.isBlank()) {
            return Uni.createFrom().item(Problem.invalid("Tanggap-Secret", "Sertakan kode rahasia dari tanda terima."));
        }
        return own.prove(number, secret)
                .onItemOrFailure()
                .transformToUni((known, failure) -> known == null
                        ? Uni.createFrom().item(refused(failure))
                        : proofs.of(known.number()).map(ProofResource::told));
    }

    private static Response told(Proofs.@Nullable Answer answer) {
        return answer == null
                ? Problem.notFound("Aduan ini belum tercatat untuk rekap; coba lagi sebentar lagi.")
                : Response.ok(answer).header("Cache-Control", "no-store").build();
    }

    private static Response refused(Throwable failure) {
        if (failure instanceof WebApplicationException told
                && DENIED.contains(told.getResponse().getStatus())) {
            return Problem.notFound("Nomor aduan atau kode rahasia tidak cocok.");
        }
        LOG.warnf(
                "Whose complaint it is could not be asked: %s",
                failure.getClass().getSimpleName());
        return Problem.of(
                503,
                "layanan-tidak-tersedia",
                "Layanan tidak tersedia",
                "Kepemilikan aduan belum dapat diperiksa. Coba lagi sebentar lagi.");
    }
}
