package id.tanggap.routing.conformance;

import id.tanggap.rest.Caller;
import id.tanggap.rest.Problem;
import id.tanggap.routing.Period;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** How well each row of the SOP is kept. */
@Path("/api/routing/v1/conformance")
@Produces(MediaType.APPLICATION_JSON)
class ConformanceResource {
    private final Conformance conformance;
    private final Caller caller;

    ConformanceResource(Conformance conformance, Caller caller) {
        this.conformance = conformance;
        this.caller = caller;
    }

    /** Of steps that began in the period; an agency's admin is shown the own agency. */
    @GET
    @RolesAllowed({"agency-admin", "coordinator", "head", "patron", "auditor"})
    @APIResponseSchema(Conformance.Report.class)
    public Uni<Response> read(
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("agency") @Nullable String agency) {
        var government = caller.government();
        if (government == null || (caller.agency() == null && !caller.isForAWholeGovernment())) {
            return Uni.createFrom().item(Problem.forbidden());
        }
        return switch (Period.read(from, to)) {
            case Period.Read.Invalid(var problem) -> Uni.createFrom().item(problem);
            case Period.Read.Valid(var period) ->
                conformance
                        .of(government, period, caller.agency() == null ? agency : caller.agency())
                        .map(rows -> Response.ok(rows).build());
        };
    }
}
