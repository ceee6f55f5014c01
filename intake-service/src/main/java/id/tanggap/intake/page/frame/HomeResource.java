package id.tanggap.intake.page.frame;

import id.tanggap.citizen.Language;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The first page, and what every page offers. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class HomeResource {
    private static final Pattern OWN_PATH = Pattern.compile("/([a-z-]+/)*[a-z-]*");

    private final Visit visit;

    HomeResource(Visit visit) {
        this.visit = visit;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> home() {
        return Answers.page(FramePages.home(visit.frame()));
    }

    /** @param from the page to go back to */
    @POST
    @Path("bahasa")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> speak(@FormParam("bahasa") @Nullable String tag, @FormParam("dari") @Nullable String from) {
        Language.of(tag).ifPresent(visit::speak);
        return Answers.goTo(from != null && OWN_PATH.matcher(from).matches() ? from : "/");
    }
}
