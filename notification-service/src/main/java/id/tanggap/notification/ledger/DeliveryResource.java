package id.tanggap.notification.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.notification.delivery.DeliveryState;
import id.tanggap.notification.ledger.Ledger.Asked;
import id.tanggap.rest.Caller;
import id.tanggap.rest.PageKey;
import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The ledger for those who watch over it, each for the own government. */
@Path("/api/notification/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
class DeliveryResource {
    private final Ledger ledger;
    private final Caller caller;

    DeliveryResource(Ledger ledger, Caller caller) {
        this.ledger = ledger;
        this.caller = caller;
    }

    /**
     * Of one complaint also to whom the citizen asks at the counter or who heads the government.
     *
     * @param conversations whether what conversations answered is among them
     */
    @GET
    @RolesAllowed({"coordinator", "auditor", "intake-officer", "head"})
    @APIResponseSchema(DeliveryPage.class)
    public Uni<Response> page(
            @QueryParam("state") @Nullable DeliveryState state,
            @QueryParam("complaint") @Nullable UUID complaint,
            @QueryParam("conversations") @DefaultValue("true") boolean conversations,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(value = 1, message = "Paling sedikit 1.")
                    @Max(value = 200, message = "Paling banyak 200.")
                    int limit,
            @QueryParam("after") @Nullable PageKey after) {
        var government = caller.government();
        if (government == null || (complaint == null && !watchesOver())) {
            return Uni.createFrom().item(Problem.forbidden());
        }
        return ledger.page(government, new Asked(state, complaint, conversations), after, limit)
                .map(items -> Response.ok(DeliveryPage.of(items, limit)).build());
    }

    private boolean watchesOver() {
        return caller.has("coordinator") || caller.has("auditor");
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
