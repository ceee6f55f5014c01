package id.tanggap.response.casefile;

import id.tanggap.response.casefile.Evidence.Attachment;
import id.tanggap.response.desk.Action;
import id.tanggap.response.desk.Desk;
import id.tanggap.response.desk.DeskCase;
import id.tanggap.response.officer.Officer;
import id.tanggap.response.officer.Role;
import id.tanggap.rest.Caller;
import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Evidence of what was done. It is kept whole or not at all: an upload that was cut off leaves nothing. */
@Path("/api/response/v1/cases/{id}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@RolesAllowed({
    Role.Name.AGENCY_ADMIN,
    Role.Name.DIVISION_STAFF,
    Role.Name.COORDINATOR,
    Role.Name.HEAD,
    Role.Name.PATRON,
    Role.Name.AUDITOR
})
class EvidenceResource {
    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final String EXPECTED = "Pilih satu berkas JPEG, PNG, WebP atau PDF, paling besar 10 MB.";

    private final CaseFiles files;
    private final Evidence evidence;
    private final Desk desk;
    private final Vertx vertx;
    private final Caller caller;

    EvidenceResource(CaseFiles files, Evidence evidence, Desk desk, Vertx vertx, Caller caller) {
        this.files = files;
        this.evidence = evidence;
        this.desk = desk;
        this.vertx = vertx;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @APIResponseSchema(value = CaseFile.class, responseCode = "201")
    @APIResponse(responseCode = "409")
    public Uni<Response> add(UUID id, @RestForm("file") @Nullable FileUpload file) {
        if (file == null || file.size() == 0 || file.size() > MOST_BYTES) {
            return Uni.createFrom().item(Problem.invalid("file", EXPECTED));
        }
        return attaching(
                id,
                officer -> vertx.fileSystem()
                        .readFile(file.uploadedFile().toString())
                        .chain(content -> add(id, officer, nameOf(file), content.getBytes())));
    }

    private Uni<Response> add(UUID id, Officer officer, String name, byte[] content) {
        var kind = MediaKind.of(content);
        if (kind.isEmpty()) {
            return Uni.createFrom().item(Problem.invalid("file", EXPECTED));
        }
        return evidence.add(id, officer, new Attachment(name, kind.get().mediaType(), content))
                .chain(added -> added
                        ? files.find(id, officer)
                                .map(now -> Response.status(201).entity(now).build())
                        : Uni.createFrom()
                                .item(Problem.conflict("Aduan ini sudah memuat " + Evidence.MOST + " berkas.")));
    }

    @GET
    @Path("/{evidence}")
    @Produces(MediaType.WILDCARD)
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaKind.Name.JPEG),
                @Content(mediaType = MediaKind.Name.PNG),
                @Content(mediaType = MediaKind.Name.WEBP),
                @Content(mediaType = MediaKind.Name.PDF)
            })
    public Uni<Response> find(UUID id, @RestPath("evidence") UUID wanted) {
        return reaching(
                id,
                officer -> evidence.find(id, wanted, officer)
                        .map(found -> found == null
                                ? gone()
                                : Response.ok(found.content(), found.mediaType())
                                        .header("Content-Disposition", disposition(found.name()))
                                        .header("Cache-Control", "no-store")
                                        .header("X-Content-Type-Options", "nosniff")
                                        .build()));
    }

    /** Whoever added it takes it back. */
    @DELETE
    @Path("/{evidence}")
    @APIResponse(responseCode = "204")
    public Uni<Response> remove(UUID id, @RestPath("evidence") UUID wanted) {
        return attaching(
                id,
                officer -> evidence.remove(id, wanted, officer)
                        .map(removed -> removed ? Response.noContent().build() : gone()));
    }

    private Uni<Response> attaching(UUID id, Function<Officer, Uni<Response>> deed) {
        var officer = Officer.of(caller);
        if (officer != null && !DeskCase.isFor(Action.ATTACH, officer)) {
            return Uni.createFrom().item(Problem.forbidden());
        }
        return reaching(id, deed);
    }

    private Uni<Response> reaching(UUID id, Function<Officer, Uni<Response>> deed) {
        var officer = Officer.of(caller);
        return officer == null
                ? Uni.createFrom().item(gone())
                : desk.find(id, officer)
                        .chain(found -> found == null ? Uni.createFrom().item(gone()) : deed.apply(officer));
    }

    /** The last part of the path that some browsers send, without what no file name holds. */
    private static String nameOf(FileUpload file) {
        var name = file.fileName() == null
                ? ""
                : file.fileName().replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return name.isBlank() ? "berkas" : name.substring(0, Math.min(name.length(), 150));
    }

    private static String disposition(String name) {
        return "attachment; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Response gone() {
        return Problem.notFound("Berkas atau aduan ini tidak ada.");
    }
}
