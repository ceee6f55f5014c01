package id.tanggap.intake.page.frame;

import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells people as a page what programs are told as a problem. */
class ProblemPage {
    private static final String PROGRAMS = "api/";

    private final Visit visit;

    ProblemPage(Visit visit) {
        this.visit = visit;
    }

    @ServerResponseFilter
    public Uni<Void> show(ContainerRequestContext request, ContainerResponseContext response) {
        var path = request.getUriInfo().getPath();
        return !path.replaceFirst("^/", "").startsWith(PROGRAMS) && response.getEntity() instanceof Problem problem
                ? page(problem)
                        .invoke(html -> response.setEntity(html, null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private Uni<String> page(Problem problem) {
        var detail = problem.detail();
        return FramePages.trouble(visit.frame(), problem.title(), detail == null ? "" : detail)
                .createUni();
    }
}
