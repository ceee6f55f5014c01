package id.tanggap.intake.page.proof;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Reporting has the recaps; it asks intake in turn whose complaint it is, as it does for everybody. */
@Path("/api/reporting/v1/proofs/{number}")
@RegisterRestClient(configKey = "reporting")
interface RecapProofs {
    /** Fails with 404 for an unknown number as for a wrong secret. */
    @GET
    Uni<Answer> of(@PathParam("number") String number, @HeaderParam("Tanggap-Secret") String secret);

    /**
     * @param month of the recap that tells, or will tell, of it
     * @param version the version in hand; null while none is compiled
     * @param proof in the format of docs/proof.md; null when no compiled recap tells of it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(
            String number,
            String government,
            String month,
            @Nullable Integer version,
            boolean archived,
            @Nullable JsonNode proof) {}
}
