package id.tanggap.routing.work;

import id.tanggap.contracts.vocabulary.MisroutingReason;
import id.tanggap.contracts.wire.EventCodec;
import id.tanggap.governments.agency.Agency;
import id.tanggap.rest.Caller;
import id.tanggap.rest.DoneOnce;
import id.tanggap.rest.PageKey;
import id.tanggap.rest.Problem;
import id.tanggap.rest.Repeat;
import id.tanggap.routing.Period;
import id.tanggap.routing.cases.Case;
import id.tanggap.routing.cases.CaseReading;
import id.tanggap.routing.cases.CaseReading.Reader;
import id.tanggap.routing.cases.CaseViews.CaseView;
import id.tanggap.routing.cases.CaseViews.ExplainedClock;
import id.tanggap.routing.cases.CaseViews.MisroutingRow;
import id.tanggap.routing.cases.CaseViews.MoveView;
import id.tanggap.routing.cases.CaseViews.WaitingCount;
import id.tanggap.routing.cases.CaseViews.WaitingPage;
import id.tanggap.routing.cases.Lifecycle;
import id.tanggap.routing.cases.Refusal;
import id.tanggap.routing.sop.Handbook;
import id.tanggap.routing.work.CaseWork.Decided;
import id.tanggap.search.Question;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Where a complaint is and why, by when it is due, and who decides where it goes. */
@Path("/api/routing/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Cancellable(false)
@DoneOnce
@RolesAllowed({"agency-admin", "division-staff", "coordinator", "head", "patron", "auditor"})
class CaseResource {
    private static final String LONG_TEXT = "Paling banyak 200 karakter.";
    /** Intake, which has proved whose complaint it is. */
    private static final String CITIZENS_WINDOW = "secret-answer-reader";

    private static final List<String> FOR_ALL_AGENCIES = List.of("coordinator", "head", "patron", "auditor");

    private final CaseReading reading;
    private final CaseWork work;
    private final DeadlineWatch watch;
    private final Handbook handbook;
    private final Caller caller;
    private final Repeat repeat;

    CaseResource(
            CaseReading reading, CaseWork work, DeadlineWatch watch, Handbook handbook, Caller caller, Repeat repeat) {
        this.reading = reading;
        this.work = work;
        this.watch = watch;
        this.handbook = handbook;
        this.caller = caller;
        this.repeat = repeat;
    }

    @GET
    @Path("/cases/{id}")
    @APIResponseSchema(CaseView.class)
    public Uni<Response> find(UUID id) {
        var reader = reader();
        return reader == null ? noSuchCase() : reading.find(id, reader).map(CaseResource::shown);
    }

    /** Every clock of the case with every interval that counts, every pause, and why it is due when it is. */
    @GET
    @Path("/cases/{id}/clocks")
    @RolesAllowed({"agency-admin", "division-staff", "coordinator", "head", "patron", "auditor", CITIZENS_WINDOW})
    @APIResponseSchema(ExplainedClock[].class)
    public Uni<Response> clocks(UUID id) {
        if (caller.has(CITIZENS_WINDOW)) {
            return reading.clocks(id).map(CaseResource::shown);
        }
        var reader = reader();
        return reader == null ? noSuchCase() : reading.clocks(id, reader).map(CaseResource::shown);
    }

    /** An agency takes the case from the group (Karanganyar row 2). The first one gets it. */
    @POST
    @Path("/cases/{id}/claim")
    @RolesAllowed("agency-admin")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(CaseView.class)
    @APIResponse(responseCode = "409")
    public Uni<Response> claim(UUID id) {
        var agency = ownAgency();
        var reader = reader();
        if (agency == null || reader == null) {
            return noSuchCase();
        }
        return work.decide(
                        id,
                        repeat.request(),
                        (it, now) -> it.government().equals(reader.government())
                                ? it.claim(agency, now)
                                : Refusal.NOT_OFFERED)
                .invoke(watch::look)
                .chain(decided -> decided != null && decided.refusal() == Refusal.NOT_OFFERED
                        ? noSuchCase()
                        : answer(id, reader, decided));
    }

    /** The agency gives the case back as misrouted (before Surakarta row 4). */
    @POST
    @Path("/cases/{id}/return")
    @RolesAllowed("agency-admin")
    @APIResponseSchema(CaseView.class)
    @APIResponse(responseCode = "409")
    public Uni<Response> giveBack(UUID id, @NotNull(message = "Isi permintaan tidak ada.") @Valid GiveBack wanted) {
        var agency = ownAgency();
        return agency == null
                ? noSuchCase()
                : decide(id, (it, now) -> it.giveBack(agency.id(), wanted.reason(), wanted.target(), now));
    }

    /** A coordinator decides where the case goes (Surakarta rows 3 and 4, and beyond the limit of hops). */
    @POST
    @Path("/cases/{id}/destination")
    @RolesAllowed("coordinator")
    @APIResponseSchema(CaseView.class)
    @APIResponse(responseCode = "409")
    public Uni<Response> decideDestination(
            UUID id, @NotNull(message = "Isi permintaan tidak ada.") @Valid Destination wanted) {
        return decide(id, (it, now) -> it.decide(wanted.agency(), now));
    }

    /** A coordinator refers the citizen to who is in charge outside the government. */
    @POST
    @Path("/cases/{id}/referral")
    @RolesAllowed("coordinator")
    @APIResponseSchema(CaseView.class)
    @APIResponse(responseCode = "409")
    public Uni<Response> refer(UUID id, @NotNull(message = "Isi permintaan tidak ada.") @Valid Referral wanted) {
        return decide(id, (it, now) -> it.refer(wanted.institution(), now));
    }

    /** Cases whose destination waits for a coordinator, the oldest first. */
    @GET
    @Path("/undecided")
    @RolesAllowed({"coordinator", "head", "intake-officer"})
    @APIResponseSchema(WaitingPage.class)
    public Uni<Response> undecided(
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(value = 1, message = "Paling sedikit 1.")
                    @Max(value = 200, message = "Paling banyak 200.")
                    int limit,
            @QueryParam("after") @Nullable PageKey after,
            @QueryParam("text") @Size(max = 200, message = LONG_TEXT) @Nullable String text) {
        return waiting(after, (government, key) -> reading.undecided(government, limit, key, Question.of(text)));
    }

    /** How many cases wait for a coordinator's decision. */
    @GET
    @Path("/undecided/count")
    @RolesAllowed({"coordinator", "head"})
    @APIResponseSchema(WaitingCount.class)
    public Uni<Response> countUndecided() {
        var government = caller.government();
        return government == null
                ? Uni.createFrom().item(Problem.forbidden())
                : reading.countUndecided(government)
                        .map(count -> Response.ok(count).build());
    }

    /** Cases that the coordination group is offered, the oldest first. */
    @GET
    @Path("/offered")
    @RolesAllowed({"agency-admin", "coordinator", "head"})
    @APIResponseSchema(WaitingPage.class)
    public Uni<Response> offered(
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(value = 1, message = "Paling sedikit 1.")
                    @Max(value = 200, message = "Paling banyak 200.")
                    int limit,
            @QueryParam("after") @Nullable PageKey after,
            @QueryParam("text") @Size(max = 200, message = LONG_TEXT) @Nullable String text) {
        return waiting(after, (government, key) -> reading.offered(government, limit, key, Question.of(text)));
    }

    /** How often complaints went from one agency to another in a period, and why. */
    @GET
    @Path("/misrouting")
    @RolesAllowed({"coordinator", "head", "patron", "auditor"})
    @APIResponseSchema(MisroutingRow[].class)
    public Uni<Response> misrouting(
            @QueryParam("from") @Nullable LocalDate from, @QueryParam("to") @Nullable LocalDate to) {
        var government = caller.government();
        if (government == null) {
            return Uni.createFrom().item(Problem.forbidden());
        }
        return switch (Period.read(from, to)) {
            case Period.Read.Invalid(var problem) -> Uni.createFrom().item(problem);
            case Period.Read.Valid(var period) -> {
                var zone = handbook.of(government).calendar(null).zone();
                yield reading.misrouting(government, period.begin(zone), period.end(zone))
                        .map(matrix -> Response.ok(matrix).build());
            }
        };
    }

    /** The life of a case as a table: what may happen in which state, who may do it, and what the public reads. */
    @GET
    @Path("/lifecycle")
    public List<MoveView> lifecycle() {
        return Lifecycle.TABLE.stream()
                .map(move -> MoveView.of(move, EventCodec.wireName(move.event())))
                .toList();
    }

    private Uni<Response> waiting(
            @Nullable PageKey after, BiFunction<String, @Nullable PageKey, Uni<WaitingPage>> page) {
        var government = caller.government();
        if (government == null || (caller.agency() == null && !caller.isForAWholeGovernment())) {
            return Uni.createFrom().item(Problem.forbidden());
        }
        return page.apply(government, after).map(found -> Response.ok(found).build());
    }

    private Uni<Response> decide(UUID id, BiFunction<Case, Instant, @Nullable Refusal> decision) {
        var reader = reader();
        if (reader == null) {
            return noSuchCase();
        }
        return reading.find(id, reader).chain(seen -> {
            if (seen == null) {
                return noSuchCase();
            }
            return work.decide(id, repeat.request(), decision)
                    .invoke(watch::look)
                    .chain(decided -> answer(id, reader, decided));
        });
    }

    private Uni<Response> answer(UUID id, Reader reader, @Nullable Decided decided) {
        if (decided == null) {
            return noSuchCase();
        }
        var refusal = decided.refusal();
        return refusal == null
                ? reading.find(id, reader).map(CaseResource::shown)
                : Uni.createFrom().item(Problem.conflict(refusal.text() + holder(decided.about())));
    }

    /** Whoever comes too late is told who has it. */
    private String holder(Case about) {
        var agency = about.agency() == null
                ? null
                : handbook.of(about.government()).government().agency(about.agency());
        return agency == null ? "" : " Aduan ada pada " + agency.name() + ".";
    }

    private @Nullable Agency ownAgency() {
        var government = caller.government();
        var agency = caller.agency();
        return government == null || agency == null
                ? null
                : handbook.of(government).government().agency(agency);
    }

    /**
     * An agency's person without an agency, and a division's without a division, reach nothing, not everything. What a person
     * is besides that is no reader of cases, such as an analyst, makes the division no wider.
     */
    private @Nullable Reader reader() {
        var government = caller.government();
        var agency = caller.agency();
        if (government == null) {
            return null;
        }
        if (FOR_ALL_AGENCIES.stream().anyMatch(caller::has) || (agency != null && caller.has("agency-admin"))) {
            return new Reader(government, agency, null);
        }
        var division = caller.division();
        return division == null ? null : new Reader(government, agency, division);
    }

    private static Response shown(@Nullable Object found) {
        return found == null ? notFound() : Response.ok(found).build();
    }

    private static Uni<Response> noSuchCase() {
        return Uni.createFrom().item(notFound());
    }

    private static Response notFound() {
        return Problem.notFound("Aduan ini tidak ada pada instansi Anda.");
    }

    /** @param target id of the agency that is the right one; null when it is not known */
    record GiveBack(
            @NotNull(message = "Wajib diisi.") MisroutingReason reason,
            @Nullable String target) {}

    record Destination(@NotBlank(message = "Wajib diisi.") String agency) {}

    record Referral(@NotBlank(message = "Wajib diisi.") String institution) {}
}
