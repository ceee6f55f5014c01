package id.tanggap.intake.past;

import id.tanggap.governments.Governments;
import id.tanggap.intake.past.TakeBacks.TakeBackPreview;
import id.tanggap.rest.Caller;
import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;

/** An import of the past is taken back as a whole (tarik kembali impor), while no compiled recap counts it. */
@Path(PastResource.PATH + "/{id}/take-back")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("analyst")
@Cancellable(false)
class TakeBackResource {
    private final PastImports imports;
    private final TakeBacks takeBacks;
    private final Governments governments;
    private final Caller caller;

    TakeBackResource(PastImports imports, TakeBacks takeBacks, Governments governments, Caller caller) {
        this.imports = imports;
        this.takeBacks = takeBacks;
        this.governments = governments;
        this.caller = caller;
    }

    /** What it would do now. Nothing at all where it was not kept what the import told, as by versions before. */
    @GET
    @APIResponseSchema(TakeBackPreview.class)
    @APIResponse(responseCode = "404")
    public Uni<Response> preview(UUID id) {
        return withImport(
                id,
                file -> takeBacks
                        .preview(id)
                        .map(preview -> Response.ok(preview)
                                .header("Cache-Control", "no-store")
                                .build()));
    }

    /** The wish; what came of it stands with the import. Said again it is the same wish. */
    @POST
    @APIResponseSchema(value = PastImport.class, responseCode = "202")
    @APIResponse(responseCode = "404")
    @APIResponse(responseCode = "409")
    public Uni<Response> ask(UUID id) {
        return withImport(
                id,
                file -> takeBacks
                        .ask(file, caller.id())
                        .chain(asked -> imports.find(id, file.government())
                                .map(now -> asked ? Response.accepted(now).build() : refused(file))));
    }

    private static Response refused(PastImport file) {
        return Problem.conflict(
                switch (file.state()) {
                    case CHECKING, UNMAPPED, CHECKED, IMPORTING -> "Berkas ini belum selesai diimpor.";
                    case REFUSED -> "Dari berkas ini tidak ada yang diimpor.";
                    case DONE ->
                        "Impor ini tidak dapat ditarik kembali: versi terdahulu tidak mencatat aduan mana yang dibawanya.";
                });
    }

    private Uni<Response> withImport(UUID id, Function<PastImport, Uni<Response>> work) {
        var government = caller.government();
        return government == null || governments.find(government) == null
                ? Uni.createFrom().item(Problem.forbidden())
                : imports.find(id, government)
                        .chain(file -> file == null
                                ? Uni.createFrom().item(Problem.notFound("Tidak ada impor dengan id ini."))
                                : work.apply(file));
    }
}
