package id.tanggap.intake.page.proof;

import id.tanggap.intake.page.frame.Answers;
import id.tanggap.intake.page.frame.Frame;
import id.tanggap.intake.page.frame.Visit;
import id.tanggap.proof.Digest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * That the own complaint stands in its recap. A script computes it in the browser; without scripts it is computed here, and
 * the page says that this is to trust the service.
 */
@Path("/bukti")
@Produces(MediaType.TEXT_HTML)
class ProofResource {
    private static final Logger LOG = Logger.getLogger(ProofResource.class);
    private static final Set<Integer> DENIED = Set.of(400, 404);

    private final RecapProofs proofs;
    private final Visit visit;

    ProofResource(@RestClient RecapProofs proofs, Visit visit) {
        this.proofs = proofs;
        this.visit = visit;
    }

    /** @param root as a printed report says it, from its QR code */
    @GET
    @Operation(hidden = true)
    public Uni<Response> form(
            @QueryParam("nomor") @DefaultValue("") String number, @QueryParam("akar") @DefaultValue("") String root) {
        return Answers.page(ProofPages.proof(visit.frame(), new ProofView(number, root, new Outcome.Unasked())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> check(
            @FormParam("number") @DefaultValue("") String number,
            @FormParam("secret") @DefaultValue("") String secret,
            @FormParam("root") @DefaultValue("") String root) {
        var frame = visit.frame();
        var asked = number.strip().toUpperCase(Locale.ROOT);
        var printed = root.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        return outcome(asked, secret.strip(), printed, frame)
                .chain(outcome ->
                        Answers.ownPage(status(outcome), ProofPages.proof(frame, new ProofView(asked, root, outcome))));
    }

    private static int status(Outcome outcome) {
        return outcome instanceof Outcome.Checked ? 200 : 422;
    }

    private Uni<Outcome> outcome(String number, String secret, String printed, Frame frame) {
        if (number.isEmpty() || secret.isEmpty()) {
            return untold("Nomor dan kode rahasia perlu diisi", "Keduanya tertulis pada tanda terima Anda.");
        }
        if (!printed.isEmpty() && !Digest.isWritten(printed)) {
            return untold(
                    "Akar pada laporan tidak lengkap",
                    "Akar terdiri dari 64 angka dan huruf a sampai f. Kosongkan bila Anda tidak memegang laporannya.");
        }
        var locale = Locale.forLanguageTag(frame.language().tag());
        return proofs.of(number, secret)
                .map(answer -> Check.of(answer, printed.isEmpty() ? null : Digest.parse(printed), locale))
                .onFailure()
                .recoverWithItem(ProofResource::refused);
    }

    private static Uni<Outcome> untold(String title, String why) {
        return Uni.createFrom().item(Outcome.Untold.of(title, why));
    }

    private static Outcome refused(Throwable failure) {
        if (failure instanceof WebApplicationException told
                && DENIED.contains(told.getResponse().getStatus())) {
            return Outcome.Untold.of(
                    "Nomor atau kode rahasia tidak cocok",
                    "Periksa kembali keduanya. Aduan yang baru saja masuk dapat diperiksa beberapa saat lagi.");
        }
        LOG.warnf("A proof cannot be had: %s", failure.getClass().getSimpleName());
        return Outcome.Untold.of("Layanan sedang terganggu", "Buktinya belum dapat diambil. Coba lagi sebentar lagi.");
    }
}
