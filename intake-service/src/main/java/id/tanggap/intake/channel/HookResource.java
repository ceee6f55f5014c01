package id.tanggap.intake.channel;

import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * Where providers bring what citizens write. It is kept and said to be; whatever it is, all else follows from what is kept. Only
 * what bears no signature of the provider is refused, for a provider repeats what it is refused for days.
 */
@Path("/hooks/{provider}/{account}")
@Cancellable(false)
class HookResource {
    /** What is larger would hold up everybody else for too long. */
    private static final int MOST_AT_ONCE = 64 * 1024;

    private final Accounts accounts;
    private final InboundEvents events;
    private final Event<Arrived> arrived;

    HookResource(Accounts accounts, InboundEvents events, Event<Arrived> arrived) {
        this.accounts = accounts;
        this.events = events;
        this.arrived = arrived;
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public Response shakeHands(String provider, String account, @Context UriInfo request) {
        var open = open(provider, account);
        if (open == null) {
            return noAccount();
        }
        var query = request.getQueryParameters();
        var answer =
                open.provider().hook().handshake(query::getFirst, open.secrets().verify());
        return answer == null ? refused() : Response.ok(answer).build();
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<Response> keep(String provider, String account, byte[] body, @Context HttpHeaders headers) {
        var open = open(provider, account);
        if (open == null) {
            return Uni.createFrom().item(noAccount());
        }
        return body.length <= MOST_AT_ONCE
                ? keep(open, body, headers)
                : Uni.createFrom()
                        .deferred(() -> keep(open, body, headers))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<Response> keep(Account account, byte[] body, HttpHeaders headers) {
        var hook = account.provider().hook();
        return hook.isGenuine(body, headers::getHeaderString, account.secrets().signing())
                ? events.keep(account, hook.split(body)).map(this::taken)
                : Uni.createFrom().item(refused());
    }

    private Response taken(int fresh) {
        if (fresh > 0) {
            arrived.fire(new Arrived());
        }
        return Response.ok().build();
    }

    private @Nullable Account open(String provider, String account) {
        var found = accounts.find(account);
        return found == null || !found.provider().name().equals(provider) ? null : found;
    }

    private static Response noAccount() {
        return Problem.notFound("Akun kanal ini tidak ada di sini, atau belum dibuka.");
    }

    private static Response refused() {
        return Problem.of(403, "tanda-tangan", "Tidak dikenali", "Permintaan ini tidak berasal dari penyedia kanal.");
    }
}
