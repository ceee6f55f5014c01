package id.tanggap.intake.attachment.reading;

import id.tanggap.file.content.Kind;
import id.tanggap.intake.attachment.Attachments;
import id.tanggap.intake.attachment.Attachments.Attached;
import id.tanggap.intake.attachment.Download;
import id.tanggap.intake.attachment.Found;
import id.tanggap.intake.vault.Disclosure;
import id.tanggap.intake.vault.Vault;
import id.tanggap.intake.vault.Vault.Entry;
import id.tanggap.rest.Caller;
import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;

/**
 * The citizen's photos and papers, for those who may read the complaint as it was written: what there is, and each of them,
 * which is on record. Of a secret complaint a purpose has to be named.
 */
@Path("/api/intake/v1/complaints/{id}/attachments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"agency-admin", "coordinator", "division-staff"})
class AttachmentResource {
    private static final String WHAT = "attachment";
    /** Whoever handles a complaint that is not secret sees its photos beside its words. */
    private static final String HANDLING = "menangani aduan";

    private final Vault vault;
    private final Attachments attachments;
    private final Caller caller;

    AttachmentResource(Vault vault, Attachments attachments, Caller caller) {
        this.vault = vault;
        this.attachments = attachments;
        this.caller = caller;
    }

    /** Of each no more than stands in the events; so it is not on record. */
    @GET
    @APIResponseSchema(AttachmentList.class)
    public Uni<Response> list(UUID id) {
        return handled(
                id,
                entry -> attachments
                        .of(entry.complaint())
                        .map(files -> Response.ok(AttachmentList.of(files))
                                .header("Cache-Control", "no-store")
                                .build()));
    }

    @GET
    @Path("/{attachment}")
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
    public Uni<Response> show(UUID id, @RestPath("attachment") UUID wanted) {
        return handled(
                id,
                entry -> entry.visibility().isSecret()
                        ? Uni.createFrom().item(purposeWanted())
                        : show(entry, wanted, HANDLING));
    }

    /** The same for a purpose, which stands in no address. */
    @POST
    @Path("/{attachment}/disclosure")
    @Consumes(MediaType.APPLICATION_JSON)
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
    public Uni<Response> disclose(
            UUID id,
            @RestPath("attachment") UUID wanted,
            @NotNull(message = Disclosure.WANTED) @Valid Disclosure disclosure) {
        return handled(id, entry -> show(entry, wanted, disclosure.purpose().strip()));
    }

    /** It is on record before it is shown. */
    private Uni<Response> show(Entry entry, UUID wanted, String purpose) {
        return attachments
                .find(entry.complaint(), wanted, entry.wrappedKey())
                .call(found -> found instanceof Found.Content
                        ? vault.note(entry, WHAT, caller.id(), purpose)
                        : Uni.createFrom().voidItem())
                .map(Download::of);
    }

    private Uni<Response> handled(UUID id, Function<Entry, Uni<Response>> deed) {
        return vault.find(id)
                .chain(entry -> entry == null || !entry.isHandledBy(caller)
                        ? Uni.createFrom().item(Problem.notFound("Aduan ini tidak ada."))
                        : deed.apply(entry));
    }

    private static Response purposeWanted() {
        return Problem.of(
                403,
                "keperluan-wajib",
                "Keperluan wajib disebut",
                "Aduan ini rahasia. Sebutkan keperluannya untuk membuka berkas ini.");
    }

    record AttachmentList(List<AttachmentView> items) {
        static AttachmentList of(List<Attached> files) {
            return new AttachmentList(files.stream()
                    .map(it -> new AttachmentView(
                            it.file().id(), it.file().mediaType(), it.file().size(), it.scanned()))
                    .toList());
        }
    }

    /**
     * @param size in bytes
     * @param scanned whether a scanner found nothing in it; false when none looked
     */
    record AttachmentView(UUID id, String mediaType, int size, boolean scanned) {}
}
