package id.tanggap.intake.page.frame;

import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Tells people as a page what programs are told as a problem. */
class ProblemPage {
    private static final String PROGRAMS = "api/";
    private static final Set<String> OWN_PAGES = Set.of("same-origin", "none");

    private final Visit visit;

    ProblemPage(Visit visit) {
        this.visit = visit;
    }

    /** Before a cookie is given: a form on a foreign page may neither send anything nor take the visitor's cookie away. */
    @ServerRequestFilter
    public @Nullable Response refuseForeignForms(ContainerRequestContext request) {
        var from = request.getHeaderString("Sec-Fetch-Site");
        return request.getMethod().equals("POST") && from != null && !OWN_PAGES.contains(from) && isPage(request)
                ? Visit.stranger()
                : null;
    }

    private static boolean isPage(ContainerRequestContext request) {
        return !request.getUriInfo().getPath().replaceFirst("^/", "").startsWith(PROGRAMS);
    }

    @ServerResponseFilter
    public Uni<Void> show(ContainerRequestContext request, ContainerResponseContext response) {
        return isPage(request) && response.getEntity() instanceof Problem problem
                ? page(problem)
                        .invoke(html -> response.setEntity(html, null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private Uni<String> page(Problem problem) {
        var detail = problem.detail();
        return FramePages.trouble(visit.frameOfStranger(), problem.title(), detail == null ? "" : detail)
                .createUni();
    }
}
