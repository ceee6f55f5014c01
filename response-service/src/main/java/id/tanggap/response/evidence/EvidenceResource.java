package id.tanggap.response.evidence;

import static java.util.Objects.requireNonNull;

import id.tanggap.file.content.Kind;
import id.tanggap.response.casefile.CaseFile;
import id.tanggap.response.casefile.CaseFiles;
import id.tanggap.response.desk.Desk;
import id.tanggap.response.desk.DeskCase;
import id.tanggap.response.life.Action;
import id.tanggap.response.officer.Officer;
import id.tanggap.response.officer.Role;
import id.tanggap.rest.Caller;
import id.tanggap.rest.DoneOnce;
import id.tanggap.rest.Problem;
import id.tanggap.rest.Repeat;
import io.smallrye.mutiny.Uni;
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
    private static final int RETRY_AFTER_SECONDS = 5;

    private final CaseFiles files;
    private final Evidence evidence;
    private final Desk desk;
    private final Caller caller;
    private final Repeat repeat;

    EvidenceResource(CaseFiles files, Evidence evidence, Desk desk, Caller caller, Repeat repeat) {
        this.files = files;
        this.evidence = evidence;
        this.desk = desk;
        this.caller = caller;
        this.repeat = repeat;
    }

    @POST
    @DoneOnce
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @APIResponseSchema(value = CaseFile.class, responseCode = "201")
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "409")
    public Uni<Response> add(UUID id, @RestForm("file") @Nullable FileUpload file) {
        if (file == null || file.size() == 0) {
            return Uni.createFrom().item(refused(Added.Reason.NOT_TAKEN));
        }
        return attaching(officer -> fileId(file)
                .chain(fileId -> evidence.isAdded(id, fileId)
                        .chain(before -> before ? added(id, officer) : reaching(id, it -> add(id, fileId, file, it)))));
    }

    private Uni<Response> add(UUID id, UUID fileId, FileUpload file, Officer officer) {
        return evidence.add(id, fileId, officer, file.uploadedFile(), file.fileName())
                .chain(added -> switch (added) {
                    case Added.Refused(var reason) -> Uni.createFrom().item(refused(reason));
                    case Added.Busy _ -> Uni.createFrom().item(Problem.busy("Berkas", RETRY_AFTER_SECONDS));
                    case Added.Done _ -> added(id, officer);
                });
    }

    private Uni<UUID> fileId(FileUpload file) {
        return repeat.request() == null
                ? Uni.createFrom().item(UUID.randomUUID())
                : evidence.digest(file.uploadedFile())
                        .map(digest -> requireNonNull(repeat.request(file.fileName() + "\n" + digest)));
    }

    /** Nothing to show where the case has left the desk since. */
    private Uni<Response> added(UUID id, Officer officer) {
        return files.find(id, officer)
                .map(now -> now == null
                        ? Response.noContent().build()
                        : Response.status(201).entity(now).build());
    }

    private static Response refused(Added.Reason reason) {
        return switch (reason) {
            case NOT_TAKEN, BROKEN, TOO_MANY_PIXELS, INFECTED -> Problem.invalid("file", reason.text);
            case TOO_MANY -> Problem.conflict(reason.text);
            case STORE_AWAY -> Problem.of(503, "penyimpanan-tidak-menjawab", "Penyimpanan tidak menjawab", reason.text);
            case NO_ROOM -> Problem.of(507, "penyimpanan-penuh", "Penyimpanan penuh", reason.text);
        };
    }

    @GET
    @Path("/{evidence}")
    @Produces(MediaType.WILDCARD)
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = Kind.Name.JPEG),
                @Content(mediaType = Kind.Name.PNG),
                @Content(mediaType = Kind.Name.WEBP),
                @Content(mediaType = Kind.Name.PDF),
                @Content(mediaType = Kind.Name.OGG)
            })
    @APIResponse(responseCode = "410")
    public Uni<Response> find(UUID id, @RestPath("evidence") UUID wanted) {
        return reaching(
                id,
                officer -> evidence.find(id, wanted, officer).map(found -> switch (found) {
                    case Found.Attachment it -> download(it);
                    case Found.Erased _ ->
                        Problem.of(410, "dihapus", "Data telah dihapus", "Isi berkas ini telah dihapus.");
                    case Found.Unreadable _ ->
                        Problem.of(
                                503,
                                "berkas-tidak-terbuka",
                                "Berkas belum dapat dibuka",
                                "Berkas ini ada, tetapi belum dapat dibuka. Hubungi pengelola sistem.");
                    case Found.Nothing _ -> gone();
                }));
    }

    private static Response download(Found.Attachment it) {
        return Response.ok(it.content(), it.mediaType())
                .header("Content-Disposition", disposition(it.name()))
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** Whoever added it takes it back. */
    @DELETE
    @Path("/{evidence}")
    @APIResponse(responseCode = "204")
    public Uni<Response> remove(UUID id, @RestPath("evidence") UUID wanted) {
        return attaching(_ -> reaching(
                id,
                it -> evidence.remove(id, wanted, it)
                        .map(removed -> removed ? Response.noContent().build() : gone())));
    }

    private Uni<Response> attaching(Function<Officer, Uni<Response>> deed) {
        var officer = Officer.of(caller);
        if (officer == null) {
            return Uni.createFrom().item(gone());
        }
        return DeskCase.isFor(Action.ATTACH, officer)
                ? deed.apply(officer)
                : Uni.createFrom().item(Problem.forbidden());
    }

    private Uni<Response> reaching(UUID id, Function<Officer, Uni<Response>> deed) {
        var officer = Officer.of(caller);
        return officer == null
                ? Uni.createFrom().item(gone())
                : desk.find(id, officer)
                        .chain(found -> found == null ? Uni.createFrom().item(gone()) : deed.apply(officer));
    }

    private static String disposition(String name) {
        return "attachment; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Response gone() {
        return Problem.notFound("Berkas atau aduan ini tidak ada.");
    }
}
