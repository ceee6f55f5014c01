package id.tanggap.notification.sender;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Intake's identity vault. Each reading is written to its access log with the purpose. */
@Path("/api/intake/v1/complaints/{id}/contact")
@RegisterRestClient(configKey = "intake")
@OidcClientFilter
interface Vault {
    @GET
    Uni<Contact> contact(@PathParam("id") UUID complaintId, @QueryParam("purpose") String purpose);

    /** Of all the vault answers, the one thing that is needed. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Contact(@Nullable String email) {
        @Override
        public String toString() {
            return "Contact[…]";
        }
    }
}
