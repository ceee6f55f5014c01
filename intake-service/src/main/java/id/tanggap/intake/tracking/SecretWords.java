package id.tanggap.intake.tracking;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * What the office says to the citizens of secret complaints. It travels in no event: it stays with the agency's desk, and
 * is asked for at the moment the citizen reads it.
 */
@Path("/api/response/v1/cases/{id}")
@RegisterRestClient(configKey = "response")
@OidcClientFilter
interface SecretWords {
    /** The answer that was given last. */
    @GET
    @Path("/answer")
    Uni<Words> answer(@PathParam("id") UUID complaint);

    /** What the office wants to know now. */
    @GET
    @Path("/question")
    Uni<Words> question(@PathParam("id") UUID complaint);

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Words(String text) {
        @Override
        public String toString() {
            return "Words[…]";
        }
    }
}
