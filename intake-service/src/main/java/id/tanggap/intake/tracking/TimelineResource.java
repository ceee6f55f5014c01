package id.tanggap.intake.tracking;

import id.tanggap.file.content.Kind;
import id.tanggap.intake.attachment.Download;
import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The own complaint, with its number and the secret of the receipt. The secret comes in a header, never in a URL. */
@Path("/api/intake/v1/complaints/{number}/timeline")
@Produces(MediaType.APPLICATION_JSON)
public class TimelineResource {
    private final Timelines timelines;

    TimelineResource(Timelines timelines) {
        this.timelines = timelines;
    }

    @GET
    @APIResponseSchema(Timeline.class)
    @APIResponse(responseCode = "429")
    public Uni<Response> timeline(String number, @HeaderParam("Tanggap-Secret") @Nullable String secret) {
        if (secret == null || secret.isBlank()) {
            return Uni.createFrom().item(secretWanted());
        }
        return timelines
                .of(number, secret)
                .map(timeline -> timeline == null
                        ? noMatch()
                        : Response.ok(timeline)
                                .header("Cache-Control", "no-store")
                                .build());
    }

    /** A file that the citizen sent along. */
    @GET
    @Path("/attachments/{attachment}")
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
    @APIResponse(responseCode = "429")
    public Uni<Response> attachment(
            String number,
            @RestPath("attachment") UUID wanted,
            @HeaderParam("Tanggap-Secret") @Nullable String secret) {
        return secret == null || secret.isBlank()
                ? Uni.createFrom().item(secretWanted())
                : timelines
                        .attachment(number, secret, wanted)
                        .map(found -> found == null ? noMatch() : Download.of(found));
    }

    public static Response secretWanted() {
        return Problem.invalid("Tanggap-Secret", "Sertakan kode rahasia dari tanda terima.");
    }

    /** Says the same of a number that does not exist and of a secret that is wrong. */
    public static Response noMatch() {
        return Problem.notFound("Nomor aduan atau kode rahasia tidak cocok.");
    }
}
