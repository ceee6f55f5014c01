package id.tanggap.routing.destination;

import id.tanggap.rest.Caller;
import id.tanggap.rest.Problem;
import id.tanggap.routing.sop.Handbook;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Whether the system dispatches by itself, how well, and the switch for it. */
@Path("/api/routing/v1/automatic-dispatch")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"coordinator", "head", "patron", "auditor"})
class AutomaticDispatchResource {
    private final AutomaticDispatch automatic;
    private final Learning learning;
    private final ConfirmedCases confirmed;
    private final Handbook handbook;
    private final Caller caller;

    AutomaticDispatchResource(
            AutomaticDispatch automatic,
            Learning learning,
            ConfirmedCases confirmed,
            Handbook handbook,
            Caller caller) {
        this.automatic = automatic;
        this.learning = learning;
        this.confirmed = confirmed;
        this.handbook = handbook;
        this.caller = caller;
    }

    @GET
    @APIResponseSchema(View.class)
    public Uni<Response> show() {
        var government = caller.government();
        return government == null
                ? Uni.createFrom().item(Problem.forbidden())
                : automatic.state(government).chain(state -> view(government, state));
    }

    @PUT
    @RolesAllowed("coordinator")
    @APIResponseSchema(View.class)
    public Uni<Response> change(@NotNull(message = "Isi permintaan tidak ada.") @Valid Wanted wanted) {
        var government = caller.government();
        return government == null
                ? Uni.createFrom().item(Problem.forbidden())
                : automatic
                        .change(government, Boolean.TRUE.equals(wanted.enabled()), caller.id())
                        .chain(state -> view(government, state));
    }

    private Uni<Response> view(String government, AutomaticDispatch.State state) {
        var learned = learning.of(government);
        var count = learned == null
                ? confirmed.count(government, Learning.ENOUGH)
                : Uni.createFrom().item(learned.count());
        var promised = handbook.of(government).government().sop().policy().precision();
        return count.map(examples -> Response.ok(new View(
                        state.enabled(),
                        state.since(),
                        state.byItself(),
                        promised,
                        state.record(),
                        state.before(),
                        learned != null,
                        examples,
                        Learning.ENOUGH))
                .build());
    }

    record Wanted(@NotNull(message = "Isi true atau false.") Boolean enabled) {}

    /**
     * @param since null when it was never switched
     * @param byItself whether the system switched it off, because too few were right
     * @param promised the share that must be right
     * @param record since then, at most the newest two hundred
     * @param before what made the system switch it off
     * @param learned whether the learned proposer is asked
     * @param examples confirmed cases it has learned from, or that there are so far
     * @param enough from how many it learns
     */
    record View(
            boolean enabled,
            @Nullable Instant since,
            boolean byItself,
            double promised,
            TrackRecord record,
            @Nullable TrackRecord before,
            boolean learned,
            int examples,
            int enough) {}
}
