package id.tanggap.intake.attachment;

import id.tanggap.file.content.Kind;
import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * Files before the complaint that they belong to. The ticket that proves whose they are comes in a header, never in a URL. An
 * upload whose answer is lost is sent again; the first one goes when nobody claims it.
 */
@Path("/api/intake/v1/attachments")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
class UploadResource {
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final String TICKET = "Tanggap-Ticket";

    private final Uploads uploads;

    UploadResource(Uploads uploads) {
        this.uploads = uploads;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @APIResponseSchema(value = Taken.Waiting.class, responseCode = "201")
    @APIResponse(responseCode = "429")
    public Uni<Response> take(@RestForm("file") @Nullable FileUpload file) {
        return file == null
                ? Uni.createFrom().item(refused(Taken.Reason.NOT_TAKEN))
                : uploads.take(file.uploadedFile(), file.fileName()).map(UploadResource::answer);
    }

    private static Response answer(Taken taken) {
        return switch (taken) {
            case Taken.Waiting it ->
                Response.status(Response.Status.CREATED)
                        .header("Cache-Control", "no-store")
                        .entity(it)
                        .build();
            case Taken.Busy _ -> Problem.busy("Berkas", RETRY_AFTER_SECONDS);
            case Taken.Refused(var reason) -> refused(reason);
        };
    }

    private static Response refused(Taken.Reason reason) {
        return switch (reason) {
            case NOT_TAKEN, BROKEN, TOO_MANY_PIXELS, INFECTED -> Problem.invalid("file", reason.text());
            case NO_ROOM -> Problem.of(507, "penyimpanan-penuh", "Penyimpanan penuh", reason.text());
        };
    }

    @GET
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
    @APIResponse(responseCode = "404")
    public Uni<Response> preview(@HeaderParam(TICKET) @Nullable String ticket) {
        return ticket == null || ticket.isBlank()
                ? Uni.createFrom().item(ticketWanted())
                : uploads.preview(ticket).map(Download::of);
    }

    /** Whoever uploaded it takes it back, until a complaint has it. */
    @DELETE
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "404")
    public Uni<Response> discard(@HeaderParam(TICKET) @Nullable String ticket) {
        return ticket == null || ticket.isBlank()
                ? Uni.createFrom().item(ticketWanted())
                : uploads.discard(ticket)
                        .map(removed -> removed
                                ? Response.noContent().build()
                                : Problem.notFound("Berkas ini tidak ada lagi, atau sudah dikirim bersama aduan."));
    }

    private static Response ticketWanted() {
        return Problem.invalid(TICKET, "Sertakan tiket dari unggahan.");
    }
}
