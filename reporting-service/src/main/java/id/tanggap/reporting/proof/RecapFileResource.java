package id.tanggap.reporting.proof;

import id.tanggap.reporting.OwnGovernment;
import id.tanggap.rest.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.YearMonth;
import org.jboss.resteasy.reactive.RestPath;

/** A whole compiled recap as a file that {@code ./tanggap verify} checks. */
@Path("/api/reporting/v1/recaps/{government}/{month}/versions/{version}/proof")
@RolesAllowed({"intake-officer", "coordinator", "analyst", "head", "archivist", "auditor"})
class RecapFileResource {
    private final Proofs proofs;
    private final OwnGovernment own;

    RecapFileResource(Proofs proofs, OwnGovernment own) {
        this.proofs = proofs;
        this.own = own;
    }

    @GET
    @Produces("application/jsonl")
    @Blocking
    public Response file(
            @RestPath String government,
            @RestPath @Pattern(regexp = OwnGovernment.MONTH, message = OwnGovernment.MONTH_EXPECTED) String month,
            @RestPath @Pattern(regexp = "[1-9]\\d{0,5}", message = "Tulis nomor versi rekap.") String version) {
        var id = own.of(government).id();
        var of = YearMonth.parse(month);
        var number = Integer.parseInt(version);
        if (!proofs.exists(id, of, number)) {
            return Problem.notFound("Rekap bulan ini tidak mempunyai versi itu.");
        }
        StreamingOutput file = out -> proofs.write(id, of, number, out);
        return Response.ok(file)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"rekap-%s-%s-v%s.jsonl\"".formatted(id, month, version))
                .build();
    }
}
