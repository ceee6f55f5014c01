package id.tanggap.intake.conversation;

import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What a conversation answers, and to whom: for our own service that sends it. */
@Path("/api/intake/v1/conversations/{conversation}/replies/{reply}")
@Produces(MediaType.APPLICATION_JSON)
class ReplyResource {
    private final Replies replies;

    ReplyResource(Replies replies) {
        this.replies = replies;
    }

    @GET
    @RolesAllowed("contact-reader")
    @APIResponseSchema(DueReply.class)
    @APIResponse(responseCode = "404")
    public Uni<Response> reply(UUID conversation, UUID reply) {
        return replies.find(conversation, reply)
                .map(found -> found == null
                        ? Problem.notFound("Balasan ini tidak ada lagi.")
                        : Response.ok(found).header("Cache-Control", "no-store").build());
    }
}
