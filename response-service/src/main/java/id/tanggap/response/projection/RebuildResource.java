package id.tanggap.response.projection;

import id.tanggap.messaging.rebuild.Rebuild;
import id.tanggap.messaging.rebuild.TopicReaders;
import id.tanggap.rest.Background;
import id.tanggap.rest.DoneOnce;
import id.tanggap.rest.Repeat;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** For who runs the installation: all that the topics told of the cases, built anew while officers work on. */
@Path("/api/response/v1/admin/rebuild")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
class RebuildResource {
    private final Rebuild rebuild;
    private final Repeat repeat;

    RebuildResource(Pool pool, DeskShadow shadow, TopicReaders readers, InstantSource time, Repeat repeat) {
        this.repeat = repeat;
        this.rebuild = new Rebuild(pool, shadow, readers, time);
    }

    @POST
    @DoneOnce
    @APIResponseSchema(value = Rebuild.Progress.class, responseCode = "202")
    @APIResponse(responseCode = "409")
    public Uni<Response> start() {
        return Background.begun(
                rebuild.start(repeat.request()), rebuild::progress, "Pembangunan ulang sedang berjalan.");
    }

    @GET
    @APIResponseSchema(Rebuild.Progress.class)
    @APIResponse(responseCode = "404")
    public Uni<Response> progress() {
        return Background.progress(rebuild.progress(), "Belum pernah dibangun ulang.");
    }
}
