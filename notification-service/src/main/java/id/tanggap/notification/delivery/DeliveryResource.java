package id.tanggap.notification.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.rest.Caller;
import id.tanggap.rest.PageKey;
import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The ledger for those who watch over it, each for the own government. */
@Path("/api/notification/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
class DeliveryResource {
    private final Deliveries deliveries;
    private final Caller caller;

    DeliveryResource(Deliveries deliveries, Caller caller) {
        this.deliveries = deliveries;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"coordinator", "auditor"})
    @APIResponseSchema(DeliveryPage.class)
    public Uni<Response> page(
            @QueryParam("state")
                    @Pattern(regexp = DeliveryState.NAMES, message = "Pilih salah satu: " + DeliveryState.NAMES + ".")
                    @Nullable
                    String state,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Pattern(regexp = "[1-9][0-9]?|1[0-9][0-9]|200", message = "Isi dengan 1 sampai 200.")
                    String limit,
            @QueryParam("after") @Nullable String after) {
        var government = caller.government();
        if (government == null) {
            return Uni.createFrom().item(Problem.forbidden());
        }
        var from = after == null ? null : PageKey.decode(after);
        if (after != null && from == null) {
            return Uni.createFrom().item(Problem.invalid("after", "Isi dengan nilai next dari halaman sebelumnya."));
        }
        var size = Integer.parseInt(limit);
        return deliveries
                .page(government, state == null ? null : DeliveryState.valueOf(state), from, size)
                .map(items -> Response.ok(DeliveryPage.of(items, size)).build());
    }

    /** @param next where the following page begins; null on the last one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeliveryPage(List<DeliveryView> items, @Nullable String next) {
        static DeliveryPage of(List<DeliveryView> items, int size) {
            var last = items.size() < size ? null : items.getLast();
            return new DeliveryPage(items, last == null ? null : new PageKey(last.createdAt(), last.id()).encode());
        }
    }
}
