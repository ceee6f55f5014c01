package id.tanggap.response.desk;

import id.tanggap.response.desk.DeskCase.Outcome;
import id.tanggap.rest.Caller;
import id.tanggap.rest.PageKey;
import id.tanggap.rest.Problem;
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
import java.util.Arrays;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The desk of an agency. An agency's people see their own cases only; of all others they do not even learn. */
@Path("/api/response/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Cancellable(false)
@RolesAllowed({"agency-admin", "coordinator", "head", "auditor"})
class CaseResource {
    private static final String AGENCY_ADMIN = "agency-admin";

    private final Queue queue;
    private final Desk desk;
    private final Caller caller;

    CaseResource(Queue queue, Desk desk, Caller caller) {
        this.queue = queue;
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    public Uni<Response> list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("category") @Nullable String category,
            @QueryParam("overdue") @Nullable Boolean overdue,
            @QueryParam("agency") @Nullable String agency,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(value = 1, message = "Paling sedikit 1.")
                    @Max(value = 200, message = "Paling banyak 200.")
                    int limit,
            @QueryParam("after") @Nullable String after) {
        var reach = reach();
        if (reach == null) {
            return Uni.createFrom().item(Problem.forbidden());
        }
        var wanted = Arrays.stream(CaseStatus.values())
                .filter(known -> known.name().equals(status))
                .findFirst();
        if (status != null && wanted.isEmpty()) {
            return Uni.createFrom()
                    .item(Problem.invalid("status", "Pilih salah satu: " + Arrays.toString(CaseStatus.values())));
        }
        var key = after == null ? null : PageKey.decode(after);
        if (after != null && key == null) {
            return Uni.createFrom().item(Problem.invalid("after", "Gunakan nilai next dari halaman sebelumnya."));
        }
        return queue.page(new Queue.Filter(
                        reach.government(),
                        reach.agency() == null ? agency : reach.agency(),
                        wanted.orElse(null),
                        category,
                        overdue,
                        limit,
                        key))
                .map(page -> Response.ok(page).build());
    }

    @GET
    @Path("/{id}")
    public Uni<Response> find(UUID id) {
        var reach = reach();
        return reach == null ? Uni.createFrom().item(notOnThisDesk()) : show(id, reach);
    }

    /** What the citizen of a secret complaint reads on the tracking page; that of a public one is in its event. */
    @GET
    @Path("/{id}/answer")
    @RolesAllowed("secret-answer-reader")
    public Uni<Response> secretAnswer(UUID id) {
        return queue.answerOfSecret(id)
                .map(text -> text == null
                        ? Problem.notFound("Tidak ada jawaban aduan rahasia dengan nomor ini.")
                        : Response.ok(new SecretAnswer(text))
                                .header("Cache-Control", "no-store")
                                .build());
    }

    @POST
    @Path("/{id}/accept")
    @RolesAllowed(AGENCY_ADMIN)
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> accept(UUID id) {
        var reach = reachOfOneAgency();
        return reach == null
                ? Uni.createFrom().item(notOnThisDesk())
                : desk.accept(id, reach).chain(outcome -> answer(id, reach, outcome));
    }

    @POST
    @Path("/{id}/answer")
    @RolesAllowed(AGENCY_ADMIN)
    public Uni<Response> answer(UUID id, @NotNull(message = "Isi jawaban tidak ada.") @Valid WriteAnswer answer) {
        var reach = reachOfOneAgency();
        return reach == null
                ? Uni.createFrom().item(notOnThisDesk())
                : desk.answer(id, reach, answer.text().strip()).chain(outcome -> answer(id, reach, outcome));
    }

    private Uni<Response> answer(UUID id, Reach reach, @Nullable Outcome outcome) {
        return switch (outcome) {
            case null -> Uni.createFrom().item(notOnThisDesk());
            case Outcome.Refused(var because) -> Uni.createFrom().item(Problem.conflict(because));
            case Outcome.Done _ -> show(id, reach);
        };
    }

    private Uni<Response> show(UUID id, Reach reach) {
        return queue.find(id, reach)
                .map(found ->
                        found == null ? notOnThisDesk() : Response.ok(found).build());
    }

    /** An agency's admin without an agency reaches nothing, not everything. */
    private @Nullable Reach reach() {
        var reach = Reach.of(caller);
        var wholeGovernment = caller.has("coordinator") || caller.has("head") || caller.has("auditor");
        return reach == null || (reach.agency() == null && !wholeGovernment) ? null : reach;
    }

    /** Nobody answers for all agencies at once. */
    private @Nullable Reach reachOfOneAgency() {
        var reach = Reach.of(caller);
        return reach == null || reach.agency() == null ? null : reach;
    }

    private static Response notOnThisDesk() {
        return Problem.notFound("Aduan ini tidak ada pada instansi Anda.");
    }

    record SecretAnswer(String text) {}

    /** The official text as the citizen will read it. */
    record WriteAnswer(
            @NotBlank(message = "Wajib diisi.")
            @Size(min = 10, max = 10_000, message = "Tulis 10 sampai 10.000 karakter.")
            String text) {}
}
