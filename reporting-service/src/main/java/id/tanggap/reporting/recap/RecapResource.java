package id.tanggap.reporting.recap;

import id.tanggap.reporting.OwnGovernment;
import id.tanggap.reporting.recap.RecapWork.Asked;
import id.tanggap.reporting.recap.loop.Deed.Actor;
import id.tanggap.reporting.recap.loop.RecapMonth;
import id.tanggap.reporting.recap.loop.RecapRoles;
import id.tanggap.reporting.recap.loop.RecapRoles.Act;
import id.tanggap.reporting.recap.loop.RecapState;
import id.tanggap.reporting.recap.loop.Refusal;
import id.tanggap.rest.Caller;
import id.tanggap.rest.DoneOnce;
import id.tanggap.rest.Problem;
import id.tanggap.rest.Repeat;
import id.tanggap.rest.sent.Words;
import id.tanggap.search.Question;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * The monthly recap for those who compile, evaluate, dispose and archive it. Each act belongs to the role that the
 * government's SOP names for the step.
 */
@Path("/api/reporting/v1/recaps/{government}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@DoneOnce
@RolesAllowed({"intake-officer", "coordinator", "analyst", "head", "archivist", "auditor"})
class RecapResource {
    private final RecapList list;
    private final RecapReader reader;
    private final RecapWork work;
    private final OwnGovernment own;
    private final Caller caller;
    private final Repeat repeat;

    RecapResource(RecapList list, RecapReader reader, RecapWork work, OwnGovernment own, Caller caller, Repeat repeat) {
        this.list = list;
        this.reader = reader;
        this.work = work;
        this.own = own;
        this.caller = caller;
        this.repeat = repeat;
    }

    /** @param next to be sent back as {@code before} for the next page; null on the last */
    record Months(List<RecapList.Month> months, @Nullable String next) {}

    /** @param version that was read; one that was replaced meanwhile is not acted upon */
    record Text(
            @NotNull(message = VERSION_EXPECTED) Integer version,

            @NotBlank(message = TEXT_EXPECTED) @Size(max = 20_000, message = TEXT_EXPECTED) @Words
            String text) {}

    /** @param again true for "perlu evaluasi", with remarks; false for "tidak ada evaluasi" */
    record Decision(
            @NotNull(message = VERSION_EXPECTED) Integer version,

            @NotNull(message = "Tulis true untuk perlu evaluasi, false untuk tidak ada evaluasi.")
            Boolean again,

            @Nullable @Size(max = 20_000, message = TEXT_EXPECTED) @Words
            String text) {}

    record OfVersion(@NotNull(message = VERSION_EXPECTED) Integer version) {}

    private static final String VERSION_EXPECTED = "Tulis nomor versi rekap yang dibaca.";
    private static final String TEXT_EXPECTED = "Tulis paling banyak 20.000 huruf.";

    @GET
    @APIResponseSchema(Months.class)
    public Uni<Response> months(
            @RestPath String government,
            @QueryParam("before")
                    @DefaultValue("2999-12")
                    @Pattern(regexp = OwnGovernment.MONTH, message = OwnGovernment.MONTH_EXPECTED)
                    String before,
            @QueryParam("state")
                    @Pattern(
                            regexp = "COMPILED|EVALUATED|DISPOSED|ARCHIVED",
                            message = "Isi dengan COMPILED, EVALUATED, DISPOSED, atau ARCHIVED.")
                    @Nullable
                    String state,
            @QueryParam("words") @Size(min = 1, max = 100, message = "Tulis 1 sampai 100 huruf.") @Nullable
                    String words,
            @QueryParam("limit")
                    @DefaultValue("24")
                    @Pattern(regexp = "[1-9]\\d?|1[01]\\d|120", message = "Tulis bilangan dari 1 sampai 120.")
                    String limit) {
        var most = Integer.parseInt(limit);
        var wanted = new RecapList.Wanted(
                YearMonth.parse(before), state == null ? null : RecapState.valueOf(state), Question.of(words));
        return list.months(own.of(government), wanted, most + 1).map(months -> {
            var page = months.size() > most ? months.subList(0, most) : months;
            var next = page.size() < months.size() ? page.getLast().month() : null;
            return Response.ok(new Months(page, next)).build();
        });
    }

    @GET
    @Path("/{month}")
    @APIResponseSchema(RecapView.class)
    public Uni<Response> recap(
            @RestPath String government,
            @RestPath @Pattern(regexp = OwnGovernment.MONTH, message = OwnGovernment.MONTH_EXPECTED) String month,
            @QueryParam("version")
                    @Nullable
                    @Pattern(
                            regexp = "now|[1-9]\\d{0,5}",
                            message = "Tulis nomor versi, atau now untuk keadaan sekarang.")
                    String version) {
        var asked = version == null ? null : version.equals("now") ? Integer.valueOf(0) : Integer.valueOf(version);
        return reader.read(own(government, month), asked, caller)
                .map(view -> view == null
                        ? Problem.notFound("Rekap bulan ini tidak mempunyai versi itu.")
                        : Response.ok(view).build());
    }

    @POST
    @Path("/{month}/versions")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(value = RecapView.class, responseCode = "202")
    @APIResponse(responseCode = "409")
    public Uni<Response> compile(
            @RestPath String government,
            @RestPath @Pattern(regexp = OwnGovernment.MONTH, message = OwnGovernment.MONTH_EXPECTED) String month) {
        return act(government, month, Act.COMPILE, 202, work::compile);
    }

    @POST
    @Path("/{month}/evaluation")
    @APIResponseSchema(RecapView.class)
    @APIResponse(responseCode = "409")
    public Uni<Response> evaluation(
            @RestPath String government,
            @RestPath @Pattern(regexp = OwnGovernment.MONTH, message = OwnGovernment.MONTH_EXPECTED) String month,
            @Valid @NotNull(message = TEXT_EXPECTED) Text text) {
        return act(
                government,
                month,
                Act.WRITE_EVALUATION,
                200,
                it -> work.writeEvaluation(it, text.version(), text.text().strip()));
    }

    @POST
    @Path("/{month}/decision")
    @APIResponseSchema(RecapView.class)
    @APIResponse(responseCode = "409")
    public Uni<Response> decide(
            @RestPath String government,
            @RestPath @Pattern(regexp = OwnGovernment.MONTH, message = OwnGovernment.MONTH_EXPECTED) String month,
            @Valid @NotNull(message = VERSION_EXPECTED) Decision decision) {
        var remarks = decision.text() == null ? "" : decision.text().strip();
        if (decision.again() && remarks.isEmpty()) {
            return Uni.createFrom()
                    .item(Problem.invalid("text", "Tulis apa yang perlu diperbaiki, agar rekap dapat disusun ulang."));
        }
        return act(
                government,
                month,
                Act.DECIDE,
                200,
                it -> decision.again()
                        ? work.giveBack(it, decision.version(), remarks)
                        : work.evaluate(it, decision.version()));
    }

    @POST
    @Path("/{month}/disposition")
    @APIResponseSchema(RecapView.class)
    @APIResponse(responseCode = "409")
    public Uni<Response> dispose(
            @RestPath String government,
            @RestPath @Pattern(regexp = OwnGovernment.MONTH, message = OwnGovernment.MONTH_EXPECTED) String month,
            @Valid @NotNull(message = TEXT_EXPECTED) Text text) {
        return act(
                government,
                month,
                Act.DISPOSE,
                200,
                it -> work.dispose(it, text.version(), text.text().strip()));
    }

    @POST
    @Path("/{month}/archive")
    @APIResponseSchema(RecapView.class)
    @APIResponse(responseCode = "409")
    public Uni<Response> archive(
            @RestPath String government,
            @RestPath @Pattern(regexp = OwnGovernment.MONTH, message = OwnGovernment.MONTH_EXPECTED) String month,
            @Valid @NotNull(message = VERSION_EXPECTED) OfVersion version) {
        return act(government, month, Act.ARCHIVE, 200, it -> work.archive(it, version.version()));
    }

    private Uni<Response> act(
            String government, String month, Act act, int status, Function<Asked, Uni<@Nullable Refusal>> deed) {
        var it = own(government, month);
        if (RecapRoles.of(it.government().sop(), act).stream().noneMatch(caller::has)) {
            return Uni.createFrom().item(Problem.forbidden());
        }
        return deed.apply(new Asked(it, actor(), repeat.request()))
                .chain(refusal -> refusal != null
                        ? Uni.createFrom().item(Problem.conflict(refusal.text()))
                        : reader.read(it, null, caller)
                                .map(view ->
                                        Response.status(status).entity(view).build()));
    }

    private RecapMonth own(String government, String month) {
        return new RecapMonth(own.of(government), YearMonth.parse(month));
    }

    private Actor actor() {
        return new Actor(caller.id(), caller.name());
    }
}
