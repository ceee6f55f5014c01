package id.tanggap.routing.sop;

import id.tanggap.governments.agency.Agency;
import id.tanggap.governments.sop.Institution;
import id.tanggap.governments.sop.Sop;
import id.tanggap.governments.sop.SopStep;
import id.tanggap.rest.Caller;
import id.tanggap.rest.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What the files of the caller's government say: to whom a complaint can go, and by which procedure. */
@Path("/api/routing/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"agency-admin", "division-staff", "coordinator", "head", "patron", "auditor", "intake-officer"})
class DirectoryResource {
    private final Handbook handbook;
    private final Caller caller;

    DirectoryResource(Handbook handbook, Caller caller) {
        this.handbook = handbook;
        this.caller = caller;
    }

    /** Agencies that answer, and institutions outside to which a citizen can be referred. */
    @GET
    @Path("/directory")
    @APIResponseSchema(Directory.class)
    public Response directory() {
        return ofOwn(home -> new Directory(
                home.government().agencies(),
                List.copyOf(home.government().sop().policy().institutions().values()),
                home.government().sop().policy().group()));
    }

    /** The procedure in force, row by row. */
    @GET
    @Path("/sop")
    @APIResponseSchema(SopView.class)
    public Response sop() {
        return ofOwn(home -> SopView.of(home.government().sop()));
    }

    /**
     * When the offices are open in a year, by which the clocks count.
     *
     * @param year from 2000 to 2100
     * @param agency with hours of its own, or that of any other agency; those of the government without it
     */
    @GET
    @Path("/calendar/{year}")
    @APIResponseSchema(CalendarView.class)
    public Response calendar(
            @PathParam("year") @Pattern(regexp = "20\\d\\d|2100", message = "Isi dengan tahun dari 2000 sampai 2100.")
                    String year,
            @QueryParam("agency") @Nullable String agency) {
        return ofOwn(home -> CalendarView.of(home, agency, Integer.parseInt(year)));
    }

    private Response ofOwn(Function<Jurisdiction, Object> view) {
        var government = caller.government();
        return government == null
                ? Problem.forbidden()
                : Response.ok(view.apply(handbook.of(government))).build();
    }

    /** @param group the coordination group; null when the government has none */
    record Directory(
            List<Agency> agencies,
            List<Institution> institutions,
            @Nullable String group) {}

    record SopView(String version, Sop.Profile profile, String promise, List<StepView> steps) {
        static SopView of(Sop sop) {
            return new SopView(
                    sop.version(),
                    sop.profile(),
                    sop.promise().standard().text(),
                    sop.steps().stream().map(StepView::of).toList());
        }
    }

    record StepView(
            @Nullable Integer row,
            String id,
            String subject,
            String activity,
            String role,
            List<String> completeness,
            String standard,
            @Nullable String output,
            @Nullable String note) {
        static StepView of(SopStep step) {
            return new StepView(
                    step.row(),
                    step.id(),
                    step.subject().name(),
                    step.activity(),
                    step.role().name(),
                    step.completeness(),
                    step.clock().standard().text(),
                    step.output(),
                    step.note());
        }
    }
}
