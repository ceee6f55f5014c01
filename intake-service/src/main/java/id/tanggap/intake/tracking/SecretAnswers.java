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
 * The answers to secret complaints. They travel in no event: they stay with the agency's desk, and are asked for at the
 * moment their citizen reads them.
 */
@Path("/api/response/v1/cases/{id}/answer")
@RegisterRestClient(configKey = "response")
@OidcClientFilter
interface SecretAnswers {
    @GET
    Uni<Answer> to(@PathParam("id") UUID complaint);

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(String text) {
        @Override
        public String toString() {
            return "Answer[…]";
        }
    }
}
