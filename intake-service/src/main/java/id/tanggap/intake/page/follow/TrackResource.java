package id.tanggap.intake.page.follow;

import id.tanggap.contracts.book.BookWords;
import id.tanggap.intake.complaint.ComplaintNumber;
import id.tanggap.intake.page.frame.Answers;
import id.tanggap.intake.page.frame.Visit;
import id.tanggap.intake.tracking.Timelines;
import id.tanggap.qr.QrCode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Opens a complaint with its number and secret. Says the same of a wrong number and of a wrong secret. */
@Path("/lacak")
@Produces(MediaType.TEXT_HTML)
class TrackResource {
    private static final String NO_MATCH =
            "Nomor aduan atau kode rahasia tidak cocok. Periksa kembali keduanya; huruf besar dan kecil sama saja.";

    /** In pixels. */
    private static final int CODE_WIDTH = 120;

    private final Timelines timelines;
    private final OwnKey key;
    private final Visit visit;
    private final String publicUrl;

    TrackResource(
            Timelines timelines,
            OwnKey key,
            Visit visit,
            @ConfigProperty(name = "tanggap.public-url") String publicUrl) {
        this.timelines = timelines;
        this.key = key;
        this.visit = visit;
        this.publicUrl = publicUrl;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> form(@QueryParam("nomor") @DefaultValue("") String number) {
        return Answers.page(FollowPages.track(visit.frame(), number, null));
    }

    /** The code that opens this page for a number, whether there is such a complaint or not: for paper. */
    @GET
    @Path("kode/{number}.svg")
    @Produces("image/svg+xml")
    @Operation(hidden = true)
    public Response code(@RestPath String number) {
        var known = ComplaintNumber.parse(number);
        return known == null
                ? Response.status(Response.Status.NOT_FOUND).build()
                : Response.ok(QrCode.of(publicUrl + BookWords.FOLLOWED + known)
                                .svg("Kode QR ke halaman lacak", CODE_WIDTH))
                        .header(HttpHeaders.CACHE_CONTROL, "max-age=3600")
                        .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> open(
            @FormParam("number") @DefaultValue("") String number,
            @FormParam("secret") @DefaultValue("") String secret) {
        return timelines.of(number, secret).chain(found -> {
            if (found == null) {
                return Answers.page(404, FollowPages.track(visit.frame(), number, NO_MATCH));
            }
            key.keep(found.number(), secret);
            return Answers.goTo("/aduan/");
        });
    }
}
