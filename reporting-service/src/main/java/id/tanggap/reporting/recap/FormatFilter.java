package id.tanggap.reporting.recap;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** {@code ?format=csv} asks for the same as the header {@code Accept: text/csv}: a plain link can set no header. */
class FormatFilter {
    @ServerRequestFilter(preMatching = true)
    void choose(ContainerRequestContext request) {
        if ("csv".equals(request.getUriInfo().getQueryParameters().getFirst("format"))) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, "text/csv");
        }
    }
}
