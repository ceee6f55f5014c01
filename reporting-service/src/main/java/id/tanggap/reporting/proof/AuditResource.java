package id.tanggap.reporting.proof;

import id.tanggap.reporting.OwnGovernment;
import id.tanggap.rest.DoneOnce;
import id.tanggap.rest.Problem;
import id.tanggap.rest.Repeat;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;

/** For auditors: all digests of a government computed anew, and where one does not fit. */
@Path("/api/reporting/v1/audits/{government}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"auditor", "head"})
class AuditResource {
    private static final int RETRY_AFTER_SECONDS = 60;

    private final Audit audit;
    private final OwnGovernment own;
    private final Repeat repeat;

    AuditResource(Audit audit, OwnGovernment own, Repeat repeat) {
        this.audit = audit;
        this.own = own;
        this.repeat = repeat;
    }

    @POST
    @DoneOnce
    @APIResponseSchema(value = Audit.Report.class, responseCode = "202")
    @APIResponse(responseCode = "409")
    public Uni<Response> start(@RestPath String government) {
        var it = own.of(government);
        if (audit.isBusy()) {
            return Uni.createFrom().item(Problem.busy("Pemeriksaan", RETRY_AFTER_SECONDS));
        }
        return audit.start(it, repeat.request())
                .chain(begun -> begun
                        ? audit.last(it).map(report -> Response.accepted(report).build())
                        : Uni.createFrom().item(Problem.conflict("Pemeriksaan sedang berjalan.")));
    }

    @GET
    @APIResponseSchema(Audit.Report.class)
    public Uni<Response> last(@RestPath String government) {
        return audit.last(own.of(government))
                .map(report -> report == null
                        ? Problem.notFound("Belum pernah diperiksa.")
                        : Response.ok(report).build());
    }
}
