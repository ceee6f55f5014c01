package id.tanggap.reporting.document;

import id.tanggap.reporting.OwnGovernment;
import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The report of a compiled recap as PDF: ordered, made in the background, fetched. */
@Path("/api/reporting/v1/recaps/{government}/{month}/versions/{version}/documents/pdf")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"intake-officer", "coordinator", "analyst", "head", "archivist", "auditor"})
class DocumentResource {
    private static final String VERSION = "[1-9]\\d{0,5}";
    private static final String VERSION_EXPECTED = "Tulis nomor versi rekap.";

    private final Documents documents;
    private final OwnGovernment own;

    DocumentResource(Documents documents, OwnGovernment own) {
        this.documents = documents;
        this.own = own;
    }

    @POST
    @APIResponseSchema(value = Documents.Status.class, responseCode = "202")
    public Uni<Response> order(
            @RestPath String government,
            @RestPath @Pattern(regexp = OwnGovernment.MONTH, message = OwnGovernment.MONTH_EXPECTED) String month,
            @RestPath @Pattern(regexp = VERSION, message = VERSION_EXPECTED) String version) {
        return documents
                .order(own.of(government), YearMonth.parse(month), Integer.parseInt(version))
                .map(status -> told(status, 202));
    }

    @GET
    @APIResponseSchema(Documents.Status.class)
    public Uni<Response> status(
            @RestPath String government,
            @RestPath @Pattern(regexp = OwnGovernment.MONTH, message = OwnGovernment.MONTH_EXPECTED) String month,
            @RestPath @Pattern(regexp = VERSION, message = VERSION_EXPECTED) String version) {
        return documents
                .status(own.of(government), YearMonth.parse(month), Integer.parseInt(version))
                .map(status -> told(status, 200));
    }

    @GET
    @Path("/file")
    @Produces("application/pdf")
    public Uni<Response> file(
            @RestPath String government,
            @RestPath @Pattern(regexp = OwnGovernment.MONTH, message = OwnGovernment.MONTH_EXPECTED) String month,
            @RestPath @Pattern(regexp = VERSION, message = VERSION_EXPECTED) String version) {
        return documents
                .bytes(own.of(government), YearMonth.parse(month), Integer.parseInt(version))
                .map(bytes -> bytes == null
                        ? Problem.notFound("Laporan ini belum dibuat.")
                        : Response.ok(bytes)
                                .header(
                                        "Content-Disposition",
                                        "inline; filename=\"rekap-%s-%s-v%s.pdf\""
                                                .formatted(government, month, version))
                                .build());
    }

    private static Response told(Documents.@Nullable Status status, int code) {
        return status == null
                ? Problem.notFound("Rekap bulan ini tidak mempunyai versi itu.")
                : Response.status(code).entity(status).build();
    }
}
