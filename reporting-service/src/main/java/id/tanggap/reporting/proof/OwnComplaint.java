package id.tanggap.reporting.proof;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Intake knows whose complaint it is; the secret of the receipt goes there and nowhere else. */
@Path("/api/intake/v1/complaints/{number}/timeline")
@RegisterRestClient(configKey = "intake")
interface OwnComplaint {
    /** Fails with 404 for an unknown number as for a wrong secret. */
    @GET
    Uni<Known> prove(@PathParam("number") String number, @HeaderParam("Tanggap-Secret") String secret);

    /** @param number as it is written on the receipt */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Known(String number) {}
}
