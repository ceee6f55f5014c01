package id.tanggap.intake.page.lodge;

import id.tanggap.intake.complaint.Complaints;
import id.tanggap.intake.page.frame.Answers;
import id.tanggap.intake.page.frame.Visit;
import id.tanggap.intake.receipt.Given;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Tanda terima (UU 25/2009 art. 44): stays in this browser until the citizen says that it is kept. */
@Path("/tanda-terima")
@Produces(MediaType.TEXT_HTML)
class ReceiptResource {
    private final Drafts drafts;
    private final Complaints complaints;
    private final Visit visit;
    private final String publicUrl;

    ReceiptResource(
            Drafts drafts,
            Complaints complaints,
            Visit visit,
            @ConfigProperty(name = "tanggap.public-url") String publicUrl) {
        this.drafts = drafts;
        this.complaints = complaints;
        this.visit = visit;
        this.publicUrl = publicUrl;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> receipts() {
        return drafts.sent(visit.visitor())
                .chain(sent -> complaints
                        .given(accepted(sent))
                        .chain(given ->
                                Answers.ownPage(200, LodgePages.receipt(visit.frame(), shown(given), unsent(sent)))));
    }

    @POST
    @Path("tersimpan")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> kept(@FormParam("token") @Nullable String token, @FormParam("id") UUID complaint) {
        return visit.gave(token)
                ? drafts.isKept(visit.visitor(), complaint).chain(() -> Answers.leaveTo("/tanda-terima/"))
                : Uni.createFrom().item(Visit.stranger());
    }

    private List<ReceiptView> shown(List<Given> given) {
        return given.stream()
                .map(it -> new ReceiptView(
                        it.receipt(),
                        it.government().sop().promise(),
                        it.government().sop().ombudsman(),
                        publicUrl + it.receipt().track()))
                .toList();
    }

    private static List<UUID> accepted(List<Kept> sent) {
        return sent.stream().map(Kept::complaint).filter(Objects::nonNull).toList();
    }

    private static List<Kept> unsent(List<Kept> sent) {
        return sent.stream().filter(kept -> kept.draft() != null).toList();
    }
}
