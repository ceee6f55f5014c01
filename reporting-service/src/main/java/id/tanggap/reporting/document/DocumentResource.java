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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The documents of a compiled recap: ordered, made in the background, fetched. */
@Path("/api/reporting/v1/recaps/{government}/{month}/versions/{version}/documents/{kind}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"intake-officer", "coordinator", "analyst", "head", "archivist", "auditor"})
class DocumentResource {
    private static final String VERSION = "[1-9]\\d{0,5}";
    private static final String VERSION_EXPECTED = "Tulis nomor versi rekap.";
    private static final String KIND_EXPECTED = "Pilih pdf, xlsx, atau docx.";

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
            @RestPath @Pattern(regexp = VERSION, message = VERSION_EXPECTED) String version,
            @RestPath @Pattern(regexp = DocumentKind.NAMES, message = KIND_EXPECTED) String kind) {
        return documents
                .order(own.of(government), YearMonth.parse(month), Integer.parseInt(version), DocumentKind.of(kind))
                .map(status -> told(status, 202));
    }

    @GET
    @APIResponseSchema(Documents.Status.class)
    public Uni<Response> status(
            @RestPath String government,
            @RestPath @Pattern(regexp = OwnGovernment.MONTH, message = OwnGovernment.MONTH_EXPECTED) String month,
            @RestPath @Pattern(regexp = VERSION, message = VERSION_EXPECTED) String version,
            @RestPath @Pattern(regexp = DocumentKind.NAMES, message = KIND_EXPECTED) String kind) {
        return documents
                .status(own.of(government), YearMonth.parse(month), Integer.parseInt(version), DocumentKind.of(kind))
                .map(status -> told(status, 200));
    }

    /** Whoever has it already, by its {@code ETag}, is told so. */
    @GET
    @Path("/file")
    @Produces(MediaType.WILDCARD)
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = DocumentKind.Name.PDF),
                @Content(mediaType = DocumentKind.Name.XLSX),
                @Content(mediaType = DocumentKind.Name.DOCX)
            })
    @APIResponse(responseCode = "304")
    public Uni<Response> file(
            @RestPath String government,
            @RestPath @Pattern(regexp = OwnGovernment.MONTH, message = OwnGovernment.MONTH_EXPECTED) String month,
            @RestPath @Pattern(regexp = VERSION, message = VERSION_EXPECTED) String version,
            @RestPath @Pattern(regexp = DocumentKind.NAMES, message = KIND_EXPECTED) String kind,
            @Context Request request) {
        var of = DocumentKind.of(kind);
        var at = YearMonth.parse(month);
        var number = Integer.parseInt(version);
        return documents.file(own.of(government), at, number, of).map(file -> {
            if (file == null) {
                return Problem.notFound("Dokumen ini belum dibuat.");
            }
            var tag = new EntityTag(file.sha256());
            var known = request.evaluatePreconditions(tag);
            return known != null
                    ? known.build()
                    : Response.ok(file.bytes(), of.mediaType())
                            .tag(tag)
                            .header(HttpHeaders.CONTENT_DISPOSITION, of.disposition(government, at, number))
                            .build();
        });
    }

    private static Response told(Documents.@Nullable Status status, int code) {
        return status == null
                ? Problem.notFound("Rekap bulan ini tidak mempunyai versi itu.")
                : Response.status(code).entity(status).build();
    }
}
