package id.tanggap.response.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.response.desk.Asked;
import id.tanggap.response.desk.Desk;
import id.tanggap.response.desk.DeskCase;
import id.tanggap.response.desk.Outcome;
import id.tanggap.response.life.Action;
import id.tanggap.response.officer.Officer;
import id.tanggap.response.officer.Role;
import id.tanggap.rest.Caller;
import id.tanggap.rest.DoneOnce;
import id.tanggap.rest.Problem;
import id.tanggap.rest.Repeat;
import id.tanggap.rest.sent.Within;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * The same with many cases. Each is done or refused for itself, in a transaction of its own, and the answer says which;
 * a dry run says it before.
 */
@Path("/api/response/v1/bulk")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Cancellable(false)
@DoneOnce
@RolesAllowed({Role.Name.AGENCY_ADMIN, Role.Name.DIVISION_STAFF})
class BulkResource {
    private static final String REQUIRED = "Wajib diisi.";
    private static final String NOT_HERE = "Aduan ini tidak ada pada instansi Anda.";

    private final Desk desk;
    private final Caller caller;
    private final Repeat repeat;

    BulkResource(Desk desk, Caller caller, Repeat repeat) {
        this.desk = desk;
        this.caller = caller;
        this.repeat = repeat;
    }

    @POST
    @APIResponseSchema(Report.class)
    public Uni<Response> act(@NotNull(message = "Isi permintaan tidak ada.") @Valid Bulk wanted) {
        var officer = Officer.of(caller);
        if (officer == null || !DeskCase.isFor(wanted.action().action, officer)) {
            return Uni.createFrom().item(Problem.forbidden());
        }
        if (wanted.action() == BulkAction.DISPOSE && !wanted.namesADivision()) {
            return Uni.createFrom()
                    .item(Problem.invalid("division", "Sebutkan bidang, instruksi, dan batas waktunya."));
        }
        return Multi.createFrom()
                .iterable(new LinkedHashSet<>(wanted.ids()))
                .onItem()
                .transformToUniAndConcatenate(
                        id -> wanted.dryRun() ? look(id, officer, wanted) : act(id, officer, wanted))
                .collect()
                .asList()
                .map(results ->
                        Response.ok(new Report(wanted.dryRun(), results)).build());
    }

    private Uni<Result> look(UUID id, Officer officer, Bulk wanted) {
        return desk.find(id, officer).map(found -> {
            if (found == null) {
                return new Result(id, false, NOT_HERE);
            }
            var refusal = found.refusal(wanted.action().action, officer);
            return new Result(id, refusal == null, refusal == null ? null : refusal.text());
        });
    }

    private Uni<Result> act(UUID id, Officer officer, Bulk wanted) {
        var asked = new Asked(id, officer, repeat.request(id.toString()));
        var deed =
                switch (wanted.action()) {
                    case ACCEPT -> desk.accept(asked);
                    case ASSIGN_TO_ME -> desk.assign(asked, true);
                    case ASSIGN_TO_NOBODY -> desk.assign(asked, false);
                    case DISPOSE ->
                        desk.dispose(
                                asked,
                                Objects.requireNonNull(wanted.division()),
                                Objects.requireNonNull(wanted.instruction()).strip(),
                                Objects.requireNonNull(wanted.dueAt()));
                };
        return deed.map(outcome -> switch (outcome) {
            case null -> new Result(id, false, NOT_HERE);
            case Outcome.Refused(var refusal) -> new Result(id, false, refusal.text());
            case Outcome.Identifying _ -> throw new IllegalStateException("No words leave with " + wanted.action());
            case Outcome.Done _ -> new Result(id, true, null);
        });
    }

    enum BulkAction {
        ACCEPT(Action.ACCEPT),
        ASSIGN_TO_ME(Action.ASSIGN),
        ASSIGN_TO_NOBODY(Action.ASSIGN),
        DISPOSE(Action.DISPOSE);

        private final Action action;

        BulkAction(Action action) {
            this.action = action;
        }
    }

    /**
     * @param dryRun whether to say only what would be done
     * @param division with {@code instruction} and {@code dueAt} for {@code DISPOSE}
     */
    record Bulk(
            @NotNull(message = REQUIRED) BulkAction action,

            @NotEmpty(message = "Pilih paling sedikit satu aduan.")
            @Size(max = 100, message = "Pilih paling banyak 100 aduan.")
            List<@NotNull(message = REQUIRED) UUID> ids,

            boolean dryRun,
            @Nullable String division,

            @Nullable @Size(max = 2_000, message = "Tulis paling banyak 2.000 karakter.")
            String instruction,

            @Nullable @Future(message = "Pilih waktu yang belum lewat.") @Within(years = 1)
            Instant dueAt) {
        boolean namesADivision() {
            return division != null && instruction != null && !instruction.isBlank() && dueAt != null;
        }
    }

    record Report(boolean dryRun, List<Result> results) {}

    /** @param because why not, in Indonesian; null when it was done */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(UUID id, boolean done, @Nullable String because) {}
}
