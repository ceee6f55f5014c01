package id.tanggap.routing.destination;

import id.tanggap.dispatch.Rights.Holder;
import id.tanggap.dispatch.Rights.Kind;
import id.tanggap.dispatch.TrackRecord;
import id.tanggap.governments.Government;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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

    @PUT
    @Path("/rules/{rule}")
    @RolesAllowed("coordinator")
    @APIResponseSchema(View.class)
    @APIResponse(responseCode = "404")
    public Uni<Response> changeRule(
            @PathParam("rule") String rule, @NotNull(message = "Isi permintaan tidak ada.") @Valid Wanted wanted) {
        return change(Holder.rule(rule), wanted);
    }

    @PUT
    @Path("/agencies/{agency}")
    @RolesAllowed("coordinator")
    @APIResponseSchema(View.class)
    @APIResponse(responseCode = "404")
    public Uni<Response> changeAgency(
            @PathParam("agency") String agency, @NotNull(message = "Isi permintaan tidak ada.") @Valid Wanted wanted) {
        return change(Holder.agency(agency), wanted);
    }

    private Uni<Response> change(Holder holder, Wanted wanted) {
        var id = caller.government();
        if (id == null) {
            return Uni.createFrom().item(Problem.forbidden());
        }
        if (!RightsBook.holders(handbook.of(id).government()).contains(holder)) {
            return Uni.createFrom().item(Problem.notFound("Tidak ada aturan atau instansi itu."));
        }
        return automatic
                .change(id, holder, Boolean.TRUE.equals(wanted.enabled()), caller.id())
                .chain(state -> view(id, state));
    }

    private Uni<Response> view(String id, AutomaticDispatch.State state) {
        var learned = learning.of(id);
        var count = learned == null
                ? confirmed.count(id, Learning.ENOUGH)
                : Uni.createFrom().item(learned.count());
        var government = handbook.of(id).government();
        return count.chain(examples -> automatic
                .standings(id)
                .map(standings -> Response.ok(new View(
                                state.enabled(),
                                state.since(),
                                state.byItself(),
                                government.sop().policy().precision(),
                                state.record(),
                                state.before(),
                                learned != null,
                                examples,
                                Learning.ENOUGH,
                                TrackRecord.FEWEST,
                                standings.stream()
                                        .map(it -> right(government, it))
                                        .toList()))
                        .build()));
    }

    private static Right right(Government government, Standing it) {
        var holder = it.holder();
        var rule = holder.kind() == Kind.RULE ? government.rule(holder.id()) : null;
        var agency = holder.kind() == Kind.AGENCY ? government.agency(holder.id()) : null;
        var measured = rule == null ? null : rule.measured();
        return new Right(
                holder.kind(),
                holder.id(),
                rule != null
                        ? rule.reason()
                        : agency != null ? agency.name() : "Dipelajari dari aduan yang sudah pasti tujuannya",
                it.enabled(),
                it.since(),
                it.byItself(),
                measured == null ? null : measured.precision(),
                it.record(),
                it.before());
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
     * @param fewest confirmed cases after which a right is earned
     * @param rights by whose word, and to whom, the system dispatches
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
            int enough,
            int fewest,
            List<Right> rights) {}

    /**
     * @param id of the rule or the agency; {@code learned} for what was learned
     * @param name for people: the rule's reason, or the agency's name
     * @param enabled whether it has the right now
     * @param since null when it is as it was to start with
     * @param byItself whether the system gave or took it
     * @param measured how often the rule's words were right where they were tried; null when they were not
     * @param record since then, at most the newest two hundred
     * @param before what made the system give or take it
     */
    record Right(
            Kind kind,
            String id,
            String name,
            boolean enabled,
            @Nullable Instant since,
            boolean byItself,
            @Nullable Double measured,
            TrackRecord record,
            @Nullable TrackRecord before) {}
}
